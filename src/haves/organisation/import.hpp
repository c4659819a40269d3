#pragma once

#include "organisation/commands.hpp"
#include "registers/import.hpp"

/// People and posts from a table (CSV or XLSX), judged row by row before anything is written.
namespace anlan::organisation {

registers::ImportReport judge_people(store::Rows& rows, const registers::Table& table, const AreaCode& node);
registers::ImportReport judge_posts(store::Rows& rows, const registers::Table& table, const AreaCode& node);

/// Writes all rows if none is bad, else answers the report alone.
journal::Wish commit_people(registers::ImportReport report, std::string actor);
journal::Wish commit_posts(registers::ImportReport report, std::string actor);

}  // namespace anlan::organisation
