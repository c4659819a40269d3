#pragma once

#include "programme/readiness.hpp"

/// The same evidence held against the province's own list (福建“十个有”), so that nobody fills in a second form.
/// POLICY.md §1.7; data/acceptance/fujian-ten.json.
namespace anlan::programme {

struct TenHave {
    std::string id, title_zh, title_en;
    std::vector<std::string> items;  ///< of the sheet
};
BOOST_DESCRIBE_STRUCT(TenHave, (), (id, title_zh, title_en, items))

struct TenHaves {
    std::string source;
    std::vector<TenHave> haves;
};
BOOST_DESCRIBE_STRUCT(TenHaves, (), (source, haves))
const TenHaves& shipped_ten_haves();

struct TenAnswer {
    std::string id, title_zh, title_en;
    std::vector<std::string> items, lacking;  ///< lacking: those of the items that are not wholly met
    Standing standing = Standing::on_site;    ///< by what records answer; on_site when they answer none of the items
};
BOOST_DESCRIBE_STRUCT(TenAnswer, (), (id, title_zh, title_en, items, lacking, standing))

std::vector<TenAnswer> ten_haves_of(const std::vector<Finding>& findings);

}  // namespace anlan::programme
