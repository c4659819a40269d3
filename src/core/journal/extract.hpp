#pragma once

#include <string>
#include <vector>

#include "journal/event.hpp"
#include "store/rows.hpp"

/// What the journal says about a thing, to be taken out of the house: entries to the letter, so that anyone can reckon
/// their hashes again (see hash_of) without this program.
namespace anlan::journal {

/// Own entries about these subjects, in the journal's order.
std::vector<Entry> entries_about(store::Rows& rows, const std::vector<std::string>& subjects);

/// What another node told; its entries are numbered by itself and chained along the stream they came by.
struct ToldEntry {
    AreaCode origin;
    Entry entry;
};
BOOST_DESCRIBE_STRUCT(ToldEntry, (), (origin, entry))
std::vector<ToldEntry> told_about(store::Rows& rows, const std::vector<std::string>& subjects);

/// Whether an own entry still says what was written: its hash, and its place after the one before.
bool stands(store::Rows& rows, const Entry& entry);
/// The same of what was told: its hash alone.
bool stands(const ToldEntry& told);

}  // namespace anlan::journal
