#include "archive/signed_zip.hpp"

#include <gtest/gtest.h>

namespace anlan::archive {
namespace {

using documents::ArchiveFile;

const AreaCode kNode{"350581106000"};
const std::vector<ArchiveFile> kFiles{{"index.html", "<p>响应</p>"}, {"journal.json", "[]"}};

TEST(an_archive, proves_itself_and_names_what_was_changed) {
    const SignedZip writer(kNode, seal::new_key_pair());
    const auto packed = writer.pack(kFiles);
    ASSERT_TRUE(packed);
    const auto proof = prove(packed.value());
    EXPECT_TRUE(proof.ok) << proof.fault_en;
    EXPECT_EQ(proof.files, 2);
    auto altered = packed.value();
    const auto at = altered.find("[]");
    ASSERT_NE(at, std::string::npos) << "two bytes are stored, not deflated";
    altered[at] = '{';
    EXPECT_NE(prove(altered).fault_en.find("journal.json"), std::string::npos);
    EXPECT_FALSE(prove(packed.value().substr(0, 60)).ok);
    EXPECT_FALSE(prove("").ok);
}

TEST(an_archive, has_a_digest_that_its_signature_does_not_change) {
    const SignedZip one(kNode, seal::new_key_pair()), other(kNode, seal::new_key_pair());
    EXPECT_EQ(one.digest(kFiles), other.digest(kFiles));
    EXPECT_EQ(prove(one.pack(kFiles).value()).sm3, one.digest(kFiles));
    EXPECT_EQ(prove(other.pack(kFiles).value()).sm3, one.digest(kFiles));
    auto more = kFiles;
    more.back().content = "[1]";
    EXPECT_NE(one.digest(more), one.digest(kFiles));
}

/// Whichever byte of whichever file is turned over, the file is named.
TEST(an_archive, names_the_file_for_every_byte_of_its_content) {
    std::vector<ArchiveFile> files;
    for (const auto* path : {"index.html", "sheet.json", "evidence/photo.jpg"}) {
        std::string content;
        for (int line = 0; line < 40; ++line) content += path + std::to_string(line * line) + "\n";
        files.push_back({path, content});
    }
    const SignedZip writer(kNode, seal::new_key_pair());
    const auto packed = writer.pack(files).value();
    for (const auto& file : files) {
        const auto name = packed.find(file.path);
        ASSERT_NE(name, std::string::npos);
        // After the name lie at most a few bytes of extra fields; the packed text is longer than what is tried here.
        for (std::size_t at = name + file.path.size() + 40; at < name + file.path.size() + 120; ++at) {
            auto altered = packed;
            altered[at] = static_cast<char>(altered[at] ^ 0x20);
            const auto proof = prove(altered);
            EXPECT_FALSE(proof.ok) << file.path << " at " << at;
            EXPECT_NE(proof.fault_en.find(file.path), std::string::npos) << proof.fault_en;
        }
    }
}

}  // namespace
}  // namespace anlan::archive
