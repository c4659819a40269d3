#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"

/// Kinds of incidents as data (data/incident/types.json): four classes by law, words that people use for them.
namespace anlan::incident {

/// 自然灾害, 事故灾难, 公共卫生, 社会安全 (突发事件应对法 art. 2).
BOOST_DEFINE_ENUM_CLASS(IncidentClass, natural, accident, health, social)

/// `gb` is the code of GB/T 35561, `warning_code` the one of the warning system; they are two sets and are kept apart.
struct Kind {
    std::string key;
    IncidentClass kind_class = IncidentClass::accident;
    std::string zh, en, gb, warning_code;
    std::string rules;               ///< which thresholds of the policy pack grade it: accident, natural, other
    std::string window;              ///< key of the time in which changed casualties are reported
    std::string hazard;              ///< of plans; empty: none
    std::vector<std::string> words;  ///< that hint at this kind
};
BOOST_DESCRIBE_STRUCT(Kind, (), (key, kind_class, zh, en, gb, warning_code, rules, window, hazard, words))

struct KindTable {
    std::string source_zh, source_en;
    std::vector<Kind> kinds;
};
BOOST_DESCRIBE_STRUCT(KindTable, (), (source_zh, source_en, kinds))

const KindTable& kind_table();
const Kind* find_kind(const std::string& key);
std::string class_in_words(IncidentClass kind_class);

/// The kind whose words occur in the text, the longest word first; nothing if none does.
const Kind* kind_suggested(const std::string& text);

}  // namespace anlan::incident
