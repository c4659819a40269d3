#pragma once

#include "documents/official.hpp"
#include "enforcement/queries.hpp"

/// What the papers of this room share.
namespace anlan::enforcement {

/// Head, number, date and place for the seal of one form.
documents::Official form_of(const PaperFacts& paper, const std::string& authority);
/// Labels at the left, what was entered at the right.
documents::Table field_table(std::vector<std::vector<std::string>> rows);
/// "测试甲（350581-001）、测试乙（350581-002）"
std::string officers_text(store::Rows& rows, const std::vector<Officer>& officers);
/// "2026年12月8日", of "2026-12-08".
std::string day_text(const std::string& day);
/// The way to turn against what a paper decides, its time and before whom (行政处罚法第五十九条、行政复议法第二十四条).
/// `what`: "决定". Which court hears it is settled in each province: it is not named.
std::string remedy_text(const std::string& what, const std::string& review);
/// The lines people sign on.
void sign_lines(documents::Official& paper, const std::vector<const char*>& who);

}  // namespace anlan::enforcement
