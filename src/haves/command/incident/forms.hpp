#pragma once

#include <string>
#include <vector>

#include "documents/official.hpp"
#include "incident/queries.hpp"

/// The forms of one report: a short message, a paper in neutral structure (DOCX and PDF are made of it), and the fields
/// of other systems by mapping files. All are made of the same event, so the same numbers stand everywhere.
namespace anlan::incident {

/// What a form needs to know beside the report itself.
struct Sender {
    std::string node_name;   ///< 永宁镇
    std::string area_name;   ///< of the place
    std::string kind_name;   ///< 火灾
    std::string class_name;  ///< 事故灾难
    bool drill = false;
};

/// At most 500 characters; a drill's begins 【演练】. What does not fit is left out from the end, never a number.
std::string message_of(const ReportFacts& report, const Sender& sender);

/// The paper (值班信息), ready to be set as DOCX or PDF.
documents::Official paper_of(const ReportFacts& report, const Sender& sender);

/// One field of another system's form: where its value comes from in ours, "account.figures.dead".
struct MappedField {
    std::string name, from, title;
};
BOOST_DESCRIBE_STRUCT(MappedField, (), (name, from, title))
struct Mapping {
    std::string key, zh, en, source;
    std::vector<MappedField> fields;
};
BOOST_DESCRIBE_STRUCT(Mapping, (), (key, zh, en, source, fields))
const std::vector<Mapping>& mappings();
/// An unknown number is null, never zero.
json::object mapped(const Mapping& mapping, const ReportFacts& report, const Sender& sender);

/// "9月1日14时05分" at the station.
std::string time_in_words(Instant at);

}  // namespace anlan::incident
