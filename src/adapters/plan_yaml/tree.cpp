#include "plan_yaml/tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "plan_yaml/guard.hpp"

namespace anlan::plan_yaml {

namespace {

/// Thrown through the YAML library to stop it at the first thing we refuse, and caught in this file.
struct Stop {
    YAML::Mark mark;
    const char* code;
    const char* zh;
    const char* en;
};

/// Builds the tree from the library's events, counting as it goes.
class Builder final : public YAML::EventHandler {
  public:
    explicit Builder(const Limits& limits) : limits_(limits) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (documents_++ > 0) throw Stop{mark, "documents_many", "一个文件只能有一份预案", "one file holds one plan"};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, "", anchor); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_alias(mark); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text)
        override {
        if (text.size() > limits_.scalar_bytes)
            throw Stop{mark, "too_large", "这一段文字过长", "this text is too long"};
        for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(character_bytes(rest)))
            if (character_bytes(rest) == 0)
                throw Stop{mark, "not_text", "文字里有控制字符", "the text has control characters"};
        auto& value = add(mark, tag, anchor);
        value.kind = Value::Kind::text;
        value.text = text;
    }
    void OnSequenceStart(
        const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value
    ) override {
        open(mark, tag, anchor, Value::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value)
        override {
        open(mark, tag, anchor, Value::Kind::map);
    }
    void OnMapEnd() override { close(); }

    std::optional<Value> take() {
        if (documents_ == 0) return std::nullopt;
        return std::move(root_);
    }

  private:
    [[noreturn]] static void refuse_alias(const YAML::Mark& mark) {
        throw Stop{
            mark, "alias_refused", "不支持 & 和 * 引用，请把内容写全", "anchors and aliases are refused; write it out"};
    }

    Value& add(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) refuse_alias(mark);
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Stop{mark, "tag_refused", "不支持 ! 标签", "tags are refused"};
        if (++values_ > limits_.values) throw Stop{mark, "too_large", "内容过多", "there are too many values"};
        auto& value = open_.empty() ? root_ : open_.back().items.emplace_back();
        value.place = {mark.line + 1, mark.column + 1};
        return value;
    }

    /// An open list or map is kept on a stack and joined to its parent when it closes.
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Value::Kind kind) {
        if (open_.size() >= limits_.depth) throw Stop{mark, "too_deep", "嵌套过深", "it is nested too deeply"};
        Value value = std::move(add(mark, tag, anchor));
        if (!open_.empty()) open_.back().items.pop_back();
        value.kind = kind;
        open_.push_back(std::move(value));
    }

    void close() {
        auto value = std::move(open_.back());
        open_.pop_back();
        if (open_.empty())
            root_ = std::move(value);
        else
            open_.back().items.push_back(std::move(value));
    }

    const Limits& limits_;
    Value root_;
    std::vector<Value> open_;
    std::size_t values_ = 0;
    int documents_ = 0;
};

plan::PlanFault fault(const YAML::Mark& mark, std::string code, std::string zh, std::string en) {
    return {mark.line + 1, mark.column + 1, std::move(code), std::move(zh), std::move(en)};
}

/// The library counts columns in bytes; people count characters.
class Columns {
  public:
    explicit Columns(std::string_view text) {
        for (std::size_t at = 0; at <= text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            lines_.push_back(text.substr(at, end - at));
            at = end + 1;
        }
    }

    void correct(int line, int& column) const {
        if (line < 1 || static_cast<std::size_t>(line) > lines_.size()) return;
        const auto& text = lines_[static_cast<std::size_t>(line) - 1];
        const auto bytes = std::min<std::size_t>(text.size(), static_cast<std::size_t>(std::max(column - 1, 0)));
        int characters = 0;
        for (std::size_t i = 0; i < bytes; ++i) characters += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        column = characters + 1;
    }

    void correct(Value& value) const {
        correct(value.place.line, value.place.column);
        for (auto& item : value.items) correct(item);
    }

  private:
    std::vector<std::string_view> lines_;
};

/// The library quotes single bytes of the text, and half a character would make the answer unreadable as JSON.
std::string plain(const std::string& said) {
    std::string kept;
    for (const char c : said) kept += c >= 0x20 && c < 0x7F ? c : '?';
    return kept;
}

void run(std::string_view text, Builder& builder, std::vector<plan::PlanFault>& faults) {
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) continue;
    } catch (const Stop& stop) {
        faults.push_back(fault(stop.mark, stop.code, stop.zh, stop.en));
    } catch (const YAML::Exception& wrong) {
        faults.push_back(fault(
            wrong.mark,
            "not_yaml",
            fmt::format("这里不是有效的 YAML，请检查缩进、冒号后的空格、引号和括号是否成对（{}）", plain(wrong.msg)),
            "not valid YAML: " + plain(wrong.msg)
        ));
    }
}

}  // namespace

Tree parse(std::string_view text, const Limits& limits) {
    Tree tree;
    constexpr std::string_view kMark = "\xEF\xBB\xBF";  // Editors on Windows put it before the text.
    if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
    if (auto refused = refuse_text(text, limits)) {
        tree.faults.push_back(std::move(*refused));
        return tree;
    }
    Builder builder(limits);
    run(text, builder, tree.faults);
    const Columns columns(text);
    for (auto& each : tree.faults) columns.correct(each.line, each.column);
    if (!tree.faults.empty()) return tree;
    tree.root = builder.take();
    if (tree.root)
        columns.correct(*tree.root);
    else
        tree.faults.push_back({1, 1, "empty", "预案是空的", "the plan is empty"});
    return tree;
}

}  // namespace anlan::plan_yaml
