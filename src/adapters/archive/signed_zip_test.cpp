#include "archive/signed_zip.hpp"

#include <gtest/gtest.h>

namespace anlan::archive {
namespace {

const std::vector<response::ArchiveFile> kFiles{{"index.html", "<p>响应</p>"}, {"journal.json", "[]"}};

TEST(an_archive, proves_itself_and_names_what_was_changed) {
    const SignedZip writer(AreaCode{"350581106000"}, seal::new_key_pair());
    const auto packed = writer.pack(kFiles);
    ASSERT_TRUE(packed);
    const auto proof = prove(packed.value());
    EXPECT_TRUE(proof.ok) << proof.fault_en;
    EXPECT_EQ(proof.files, 2);
    auto altered = packed.value();
    const auto at = altered.find("[]");
    ASSERT_NE(at, std::string::npos) << "two bytes are stored, not deflated";
    altered[at] = '{';
    EXPECT_FALSE(prove(altered).ok);
    EXPECT_FALSE(prove(packed.value().substr(0, 60)).ok);
    EXPECT_FALSE(prove("").ok);
}

}  // namespace
}  // namespace anlan::archive
