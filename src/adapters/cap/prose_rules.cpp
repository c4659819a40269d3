#include <fmt/format.h>

#include <algorithm>

#include "cap/judged.hpp"

namespace anlan::cap {

namespace {

using warning::Alert;

/// One alert under examination, and where its findings go.
class Examination {
  public:
    Examination(const Element& element, const Alert& alert, Findings& findings)
        : element_(element), alert_(alert), findings_(findings) {}

    void run() {
        characters("identifier", alert_.identifier);
        characters("sender", alert_.sender);
        companions();
        const auto infos = element_.children("info");
        for (std::size_t i = 0; i < alert_.infos.size(); ++i) span(infos[i], alert_.infos[i]);
        areas();
        languages();
    }

  private:
    void note(int line, std::string_view code, std::string zh, std::string en) {
        findings_.push_back({line, std::string(kProse) + std::string(code), std::move(zh), std::move(en)});
    }

    int line_of(std::string_view name) const {
        const auto found = element_.child(name);
        return found ? found->line() : element_.line();
    }

    bool has(std::string_view name) const { return !element_.text_of(name).empty(); }

    /// References are separated by blanks and commas, so names may not hold them.
    void characters(std::string_view name, std::string_view text) {
        if (text.find_first_of(" ,<&\t\r\n") == std::string_view::npos) return;
        note(
            line_of(name),
            fmt::format("{}_characters", name),
            fmt::format("{} 含有空格、逗号、< 或 &，后续消息将难以引用它", name),
            fmt::format("{} holds a blank, a comma, < or &, so later messages can hardly refer to it", name)
        );
    }

    void wants(std::string_view name, std::string_view because) {
        if (has(name)) return;
        note(
            element_.line(),
            fmt::format("{}_missing", name),
            fmt::format("{} 时应有 {}", because, name),
            fmt::format("{} asks for {}", because, name)
        );
    }

    void companions() {
        if (alert_.scope == "Restricted" && has("scope")) wants("restriction", "scope Restricted");
        if (alert_.scope == "Private") wants("addresses", "scope Private");
        if (alert_.msg_type != "Alert") wants("references", "msgType " + alert_.msg_type);
        if (alert_.msg_type == "Error") wants("note", "msgType Error");
    }

    void span(const Element& element, const warning::AlertInfo& info) {
        const auto from = info.effective.value_or(alert_.sent);
        if (!info.expires || *info.expires > from) return;
        note(
            element.line(),
            "expires_before_effective",
            "失效时间不晚于生效时间",
            "it expires no later than it takes effect"
        );
    }

    void areas() {
        if (alert_.msg_type != "Alert" && alert_.msg_type != "Update") return;
        const auto none = [](const auto& info) { return info.areas.empty(); };
        if (alert_.infos.empty() || !std::all_of(alert_.infos.begin(), alert_.infos.end(), none)) return;
        note(element_.line(), "area_missing", "没有说明影响范围（area）", "no area is given");
    }

    /// Several infos are told apart by their languages or their events.
    void languages() {
        for (std::size_t i = 1; i < alert_.infos.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (same_set(alert_.infos[i], alert_.infos[j]))
                    return note(
                        element_.children("info")[i].line(),
                        "info_repeated",
                        "两个 info 的语言、事件和范围都相同",
                        "two infos have the same language, event and areas"
                    );
    }

    static bool same_set(const warning::AlertInfo& a, const warning::AlertInfo& b) {
        const auto same_place = [](const auto& x, const auto& y) {
            return x.description == y.description && x.polygons == y.polygons && x.codes == y.codes &&
                   x.circles.size() == y.circles.size();
        };
        return a.language == b.language && a.event == b.event && a.onset == b.onset && a.effective == b.effective &&
               std::equal(a.areas.begin(), a.areas.end(), b.areas.begin(), b.areas.end(), same_place);
    }

    const Element& element_;
    const Alert& alert_;
    Findings& findings_;
};

}  // namespace

void add_prose_rules(const Element& element, Judged& judged) {
    Examination(element, judged.alert, judged.findings).run();
}

}  // namespace anlan::cap
