#include "app/node_status.hpp"

#include <fmt/format.h>

#include "app/config.hpp"
#include "app/node_key.hpp"
#include "http/fetch.hpp"
#include "links/answers.hpp"
#include "links/join_words.hpp"

namespace anlan::app {

namespace {

struct LinkPage {
    std::vector<links::LinkRow> items;
};
BOOST_DESCRIBE_STRUCT(LinkPage, (), (items))

using Line = std::vector<std::string>;

/// Columns on a terminal: Chinese characters take two.
std::size_t width_of(const std::string& text) {
    std::size_t width = 0;
    for (const unsigned char each : text) width += each >= 0xE0 ? 2 : (each & 0xC0) == 0x80 ? 0 : 1;
    return width;
}

void print_table(const std::vector<Line>& lines) {
    std::vector<std::size_t> widths(lines.front().size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width_of(line[i]));
    for (const auto& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i)
            text += line[i] + std::string(widths[i] - width_of(line[i]) + 2, ' ');
        fmt::print("{}\n", text.substr(0, text.find_last_not_of(' ') + 1));
    }
}

std::string size_text(std::int64_t bytes) {
    if (bytes < 10'000) return fmt::format("{} B", bytes);
    if (bytes < 10'000'000) return fmt::format("{} kB", bytes / 1000);
    return fmt::format("{} MB", bytes / 1'000'000);
}

std::string time_text(Instant at) {
    if (at == Instant{}) return "-";
    auto text = to_local(at).substr(0, 19);
    text[10] = ' ';
    return text;
}

Line line_of(const links::LinkRow& link) {
    return {
        link.direction == "parent" ? "上级/above" : "下级/below",
        link.name,
        link.area.text,
        link.refused ? "拒收/refused"
        : link.up    ? "通/up"
                     : "断/down",
        time_text(link.since),
        std::to_string(link.waiting),
        fmt::format("{} s", link.waiting_seconds),
        size_text(link.bytes_in_today),
        size_text(link.bytes_out_today),
        link.checkpoint_seq ? fmt::format("#{} {}", *link.checkpoint_seq, time_text(*link.checkpoint_at)) : "-",
        link.clock_difference_ms ? fmt::format("{:+.1f} s", static_cast<double>(*link.clock_difference_ms) / 1000.0)
                                 : "-"};
}

/// Whether every link is up.
bool print_links(const std::string& title, const std::vector<links::LinkRow>& rows) {
    fmt::print("{}\n", title);
    if (rows.empty()) {
        fmt::print("  没有上下级链路 / no links\n");
        return true;
    }
    std::vector<Line> lines{
        {"方向/end",
         "单位/name",
         "区划/area",
         "状态/state",
         "自/since",
         "待传/waiting",
         "最久/oldest",
         "今日收/in",
         "今日发/out",
         "检查点/checkpoint",
         "时钟差/clock"}};
    bool all_up = true;
    for (const auto& row : rows) {
        lines.push_back(line_of(row));
        all_up = all_up && row.up && !row.refused;
    }
    print_table(lines);
    for (const auto& row : rows)
        if (!row.note.empty()) fmt::print("{} {}: {}\n  {}\n", row.name, time_text(row.since), row.note, row.note_en);
    return all_up;
}

template <class T>
Result<T> answer_of(const http::Question& question) {
    BOOST_OUTCOME_TRY(const auto answer, http::ask(question));
    if (answer.status != 200)
        return refuse(
            "not_answered",
            "",
            fmt::format("没有查到（{}）：{}", answer.status, answer.body),
            fmt::format("not answered ({}): {}", answer.status, answer.body)
        );
    BOOST_OUTCOME_TRY(const auto parsed, parse_json(answer.body));
    return from_json<T>(parsed, Unknown::ignored);
}

Result<links::LinkStatus> status_of(const NodeSettings& settings) {
    const auto& server = settings.server;
    const bool any = server.address == "0.0.0.0" || server.address == "::";
    const SystemClock clock;
    links::StatusAsk said{clock.now(), {}};
    said.proof = seal::sign(key_of(settings.folder).private_pem, said.text(settings.facts.area));
    http::Question question;
    question.method = http::Method::post;
    question.url = fmt::format(
        "http{}://{}:{}/api/v1/links/status",
        server.certificate_file.empty() ? "" : "s",
        any ? "127.0.0.1" : server.address,
        server.port
    );
    question.body = to_json_text(said);
    question.any_certificate = true;  // the node on this very machine
    return answer_of<links::LinkStatus>(question);
}

bool say_fault(const std::string& who, const Refusal& refusal) {
    fmt::print(stderr, "{}: {}\n{}\n", who, refusal.zh, refusal.en);
    return false;
}

int status_at(const StatusOrder& order) {
    const auto page = answer_of<LinkPage>({.url = order.url + "/api/v1/links", .bearer = order.token});
    if (!page) return say_fault(order.url, page.error()) ? 0 : 1;
    return print_links(order.url, page.value().items) ? 0 : 1;
}

}  // namespace

int tell_status(const StatusOrder& order) {
    if (order.url.empty() && order.config.empty()) {
        fmt::print(stderr, "请写明 --config 或 --url\n--config or --url is wanted\n");
        return 2;
    }
    if (!order.url.empty()) return status_at(order);
    const auto config = read_config(order.config);
    if (!config) {
        fmt::print(stderr, "{}\n{}\n", config.error().zh, config.error().en);
        return 2;
    }
    bool all_up = true;
    for (const auto& configured : config.value().nodes) {
        const auto& facts = configured.settings.facts;
        const auto status = status_of(configured.settings);
        const bool up = status ? print_links(facts.name + " " + facts.area.text, status.value().links)
                               : say_fault(facts.name, status.error());
        all_up = up && all_up;
    }
    return all_up ? 0 : 1;
}

}  // namespace anlan::app
