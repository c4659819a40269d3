#include <gtest/gtest.h>

#include <csignal>

#include "child/run.hpp"

namespace anlan::child {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

const std::function<bool()> kNever = [] { return false; };

Answer run(
    const std::string& script, const std::string& given = {}, seconds most = seconds(10), std::size_t bytes = 1'000
) {
    return run_child({"sh", "-c", script}, given, steady_clock::now() + most, bytes);
}

TEST(a_child, answers_with_what_it_was_given) {
    const auto answer = run("cat; echo -n more", "given ");
    EXPECT_EQ(answer.end, End::well);
    EXPECT_EQ(answer.said, "given more");
}

TEST(a_child, that_reads_nothing_of_what_it_is_given_is_no_fault) {
    EXPECT_EQ(run("exec <&-; echo -n said", "given").said, "said");
}

TEST(a_child, that_fails_talks_too_long_or_is_missing_is_told_apart) {
    EXPECT_EQ(run("echo half; exit 3").end, End::failed);
    EXPECT_EQ(run("echo half; exit 3").said, "");
    EXPECT_EQ(run("sleep 60", "", seconds(0)).end, End::too_late);
    EXPECT_EQ(run("yes").end, End::too_much);
    EXPECT_EQ(run_child({"no-such-program-here"}, "", steady_clock::now() + seconds(5), 10).end, End::missing);
}

TEST(a_child, begins_with_the_usual_signals) {
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    ASSERT_EQ(pthread_sigmask(SIG_BLOCK, &blocked, &before), 0);
    const auto answer = run("kill -TERM $$; echo -n alive");
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    EXPECT_EQ(answer.end, End::failed);
}

TEST(a_child, is_gone_with_whoever_started_it) {
    pid_t pid = -1;
    {
        Child child({"sleep", "60"}, {}, Hear::nothing);
        pid = child.pid();
        ASSERT_EQ(::kill(pid, 0), 0);
        EXPECT_FALSE(child.ended());
    }
    EXPECT_NE(::kill(pid, 0), 0);
}

TEST(a_child, is_heard_when_it_complains_and_not_when_it_talks) {
    Child child({"sh", "-c", "echo talk; echo complaint >&2"}, {}, Hear::complaints);
    std::string heard;
    while (child.hear(heard, seconds(10)) == Heard::words) continue;
    EXPECT_EQ(heard, "complaint\n");
    EXPECT_EQ(child.wait(), 0);
}

TEST(a_child, that_is_asked_to_end_may_say_goodbye_and_is_killed_when_it_does_not) {
    Child polite(
        {"sh", "-c", "trap 'exit 7' TERM; echo ready >&2; while :; do sleep 0.01; done"}, {}, Hear::complaints
    );
    std::string heard;
    EXPECT_EQ(polite.hear(heard, seconds(10)), Heard::words);
    EXPECT_EQ(polite.end(seconds(10)), 7);
    Child deaf({"sh", "-c", "trap '' TERM; echo ready >&2; while :; do sleep 0.01; done"}, {}, Hear::complaints);
    EXPECT_EQ(deaf.hear(heard, seconds(10)), Heard::words);
    EXPECT_EQ(deaf.end(milliseconds(50)), -1);
}

TEST(a_polite_child, gives_way_and_can_be_stopped) {
    EXPECT_EQ(run_politely({"no-such-program-here"}, seconds(5), kNever), End::missing);
    EXPECT_EQ(run_politely({"sh", "-c", "test $(nice) = 19"}, seconds(5), kNever), End::well);
    EXPECT_EQ(run_politely({"false"}, seconds(5), kNever), End::failed);
    EXPECT_EQ(run_politely({"sleep", "60"}, seconds(60), [] { return true; }), End::stopped);
    EXPECT_EQ(run_politely({"sleep", "60"}, seconds(0), kNever), End::too_late);
}

TEST(a_program, is_found_along_the_path_or_is_not_there) {
    EXPECT_TRUE(on_path("sh"));
    EXPECT_TRUE(on_path("/bin/sh"));
    EXPECT_FALSE(on_path("no-such-program-here"));
    EXPECT_FALSE(on_path("/etc/passwd")) << "nobody can run it";
    EXPECT_FALSE(on_path(""));
}

}  // namespace
}  // namespace anlan::child
