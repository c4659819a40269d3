#include "journal/checkpoint.hpp"

#include <gtest/gtest.h>

#include "trial/trial.hpp"

namespace anlan::journal {
namespace {

struct BellRung {
    static constexpr EventKind kKind{"bell.rung", 1};
    std::string by;
};
BOOST_DESCRIBE_STRUCT(BellRung, (), (by))

TEST(a_checkpoint, holds_only_for_its_node_and_its_head) {
    trial::Trial trial({});
    const auto key = seal::new_key_pair();
    EXPECT_EQ(trial.run(seal_checkpoint(key)).value().first_seq, 0) << "an empty journal has nothing to seal";
    trial.given("b", BellRung{"p1"});
    ASSERT_TRUE(trial.run(seal_checkpoint(key)));
    ASSERT_EQ(trial.kinds(), std::vector<std::string>{"checkpoint.sealed"});
    auto sealed = Room::body_of<CheckpointSealed>(trial.written().front());
    EXPECT_EQ(sealed.seq, 1);
    EXPECT_TRUE(checkpoint_holds(trial.writer().node().area, sealed));
    EXPECT_FALSE(checkpoint_holds(AreaCode{"350581103000"}, sealed));
    sealed.hash[0] = sealed.hash[0] == 'a' ? 'b' : 'a';
    EXPECT_FALSE(checkpoint_holds(trial.writer().node().area, sealed));
    EXPECT_EQ(trial.run(seal_checkpoint(key)).value().first_seq, 0) << "nothing new to seal";
}

}  // namespace
}  // namespace anlan::journal
