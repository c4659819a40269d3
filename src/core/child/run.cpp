#include "child/run.hpp"

#include <thread>

namespace anlan::child {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTurn{50};

End end_of(int code) {
    if (code == kNoProgram) return End::missing;
    return code == 0 ? End::well : End::failed;
}

/// Until it closes its end, the time is over, or it says too much.
End read_all(Child& child, std::string& said, steady_clock::time_point until, std::size_t most) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now());
        if (left.count() <= 0) return End::too_late;
        const auto heard = child.hear(said, left);
        if (heard == Heard::end) return End::well;
        if (heard == Heard::fault) return End::failed;
        if (said.size() > most) return End::too_much;
    }
}

}  // namespace

Answer run_child(
    const std::vector<std::string>& words, const std::string& given, steady_clock::time_point until, std::size_t most
) {
    Child child(words, given, Hear::output);
    if (!child.started()) return {child.missing() ? End::missing : End::failed, {}};
    Answer answer;
    answer.end = child.took_all() ? read_all(child, answer.said, until, most) : End::failed;
    if (answer.end != End::well) child.kill();
    const auto code = child.wait();
    if (answer.end == End::well) answer.end = end_of(code);
    if (answer.end != End::well) answer.said.clear();
    return answer;
}

End run_politely(std::vector<std::string> words, std::chrono::seconds most, const std::function<bool()>& stop) {
    words.insert(words.begin(), {"nice", "-n", "19"});
    Child child(words, {}, Hear::nothing);
    if (!child.started()) return End::missing;
    const auto until = steady_clock::now() + most;
    for (;;) {
        if (const auto code = child.ended()) return end_of(*code);
        if (steady_clock::now() > until) return End::too_late;
        if (stop()) return End::stopped;
        std::this_thread::sleep_for(kTurn);
    }
}

}  // namespace anlan::child
