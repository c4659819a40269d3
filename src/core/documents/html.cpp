#include "documents/html.hpp"

namespace anlan::documents {

namespace {

constexpr const char* kStyle =
    "body{font:15px/1.6 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#14202e;max-width:72em;margin:2em "
    "auto;padding:0 1em}"
    "h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #ccd5e0}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e3e9f0;padding:.3em .5em;text-align:left;"
    "vertical-align:top}.late{color:#a8131a}.drill{background:repeating-linear-gradient(45deg,#fff1e3,#fff1e3 "
    "12px,#fff 12px,"
    "#fff 24px);padding:.4em 1em;font-weight:bold}.time{white-space:nowrap;font-variant-numeric:tabular-nums}"
    ".wide{overflow-x:auto}.wide table{min-width:52em}small{color:#5f6f82;display:block}code{font-size:.85em;overflow-wrap:anywhere}"
    ".num{text-align:right;font-variant-numeric:tabular-nums}@media print{body{max-width:none}}";

}  // namespace

std::string escaped(std::string_view text) {
    std::string made;
    made.reserve(text.size());
    for (const char c : text) {
        if (c == '&')
            made += "&amp;";
        else if (c == '<')
            made += "&lt;";
        else if (c == '>')
            made += "&gt;";
        else if (c == '"')
            made += "&quot;";
        else if (c == '\'')
            made += "&#39;";
        else
            made += c;
    }
    return made;
}

std::string html_begin(std::string_view title) {
    return "<!doctype html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
           "content=\"width=device-width\"><title>" +
           escaped(title) + "</title><style>" + kStyle + "</style></head><body>\n";
}

std::string html_end() {
    return "</body></html>\n";
}

std::string html_row(std::initializer_list<std::string> cells, bool late) {
    std::string made = late ? "<tr class=\"late\">" : "<tr>";
    for (const auto& cell : cells) made += "<td>" + cell + "</td>";
    return made + "</tr>\n";
}

std::string html_heads(std::initializer_list<std::string> titles) {
    std::string made = "<tr>";
    for (const auto& title : titles) made += "<th>" + title + "</th>";
    return made + "</tr>\n";
}

}  // namespace anlan::documents
