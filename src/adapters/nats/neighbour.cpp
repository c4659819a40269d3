#include "nats/neighbour.hpp"

#include <fmt/format.h>

#include <random>
#include <sstream>

#include "nats/subjects.hpp"

namespace anlan::nats {

namespace {

constexpr std::chrono::seconds kCheck{3}, kStandsStill{9};
constexpr std::chrono::seconds kAskAgain{2}, kAskAgainSlow{8}, kSayAgain{20}, kSayAgainSlow{600};

std::string birth_mark() {
    std::random_device chance;
    return fmt::format("{:08x}", chance());
}

}  // namespace

std::string to_text(const Hello& hello) {
    return fmt::format(
        "1 {} {} {}",
        hello.slow ? "slow" : "fast",
        hello.answer ? "ask" : "tell",
        hello.stream.empty() ? "-" : hello.stream
    );
}

std::optional<Hello> read_hello(const std::string& text) {
    std::istringstream words(text);
    std::string version, pace, wish, stream;
    words >> version >> pace >> wish >> stream;
    if (version != "1" || stream.empty() || stream.size() > 60) return std::nullopt;
    return Hello{stream == "-" ? std::string() : stream, pace == "slow", wish == "ask"};
}

Neighbour::Neighbour(Who who, Frame frame)
    : who_(std::move(who)), frame_(std::move(frame)), client_(make_client()), birth_(birth_mark()) {}

/// A new child's account may not be there yet: then the connection is given up and tend() makes another.
std::shared_ptr<Client> Neighbour::make_client() {
    auto client = std::make_shared<Client>(who_.login);
    const auto hear = [this](std::string text) { frame_(who_.other, std::move(text)); };
    const auto greet = [this](const std::string& text) { heard_hello(text); };
    if (client->subscribe(subject(who_.other, who_.own, "urgent"), hear))
        client->subscribe(subject(who_.other, who_.own, "hello"), greet);
    return client;
}

void Neighbour::renew_client() {
    forget_streams();
    connection_ = 0;
    auto fresh = make_client();
    const std::lock_guard lock(sending_);
    client_.swap(fresh);
}

void Neighbour::send(federation::Lane lane, std::string_view frame) {
    const bool by_stream = lane == federation::Lane::routine && routine_by_stream_;
    std::unique_lock lock(sending_);
    const auto client = client_;
    lock.unlock();
    client->publish(subject(who_.own, who_.other, by_stream ? "routine" : "urgent"), frame);
}

void Neighbour::heard_hello(const std::string& text) {
    auto hello = read_hello(text);
    if (!hello) return;
    std::lock_guard lock(mutex_);
    heard_ = std::move(hello);
    heard_new_ = true;
}

void Neighbour::tend(bool connected, bool slow, Instant now) {
    if (client_->given_up()) renew_client();
    if (!client_->connected()) return;
    if (connection_ != client_->connections()) {
        forget_streams();
        connection_ = client_->connections();
    }
    if (connected && !was_connected_) answered_ = false, said_ = {}, incoming_.clear();
    was_connected_ = connected;
    {
        std::lock_guard lock(mutex_);
        if (std::exchange(heard_new_, false)) answered_ = true, must_answer_ |= heard_->answer;
        if (!who_.other_is_parent) slow = heard_ && heard_->slow;
    }
    keep_streams(connected, slow, now);
    say_hello(connected, slow, now);
}

void Neighbour::forget_streams() {
    routine_by_stream_ = false;
    client_->unfollow();
    outgoing_.clear(), incoming_.clear(), drawn_from_.clear();
}

void Neighbour::keep_streams(bool connected, bool slow, Instant now) {
    std::string offered;
    {
        std::lock_guard lock(mutex_);
        if (heard_) offered = heard_->stream;
    }
    if (slow) {
        if (outgoing_.empty() && incoming_.empty()) return;
        if (!outgoing_.empty()) client_->drop_stream(outgoing_);
        if (!incoming_.empty()) client_->drop_stream(incoming_);
        forget_streams();
        must_tell_ = true;
        return;
    }
    const bool check = now - checked_ >= kCheck;
    if (check) checked_ = now;
    if (outgoing_.empty() || check) keep_outgoing();
    if (connected && (incoming_.empty() || drawn_from_ != offered || check)) keep_incoming(offered, now);
}

void Neighbour::keep_outgoing() {
    if (!outgoing_.empty() && client_->stream(outgoing_)) return;
    routine_by_stream_ = false;
    auto name = fmt::format("out_{}_{}_{}", who_.other.text, birth_, ++names_given_);
    if (!outgoing_.empty()) client_->drop_stream(outgoing_);
    outgoing_.clear();
    if (!client_->make_stream(name, subject(who_.own, who_.other, "routine"))) return;
    outgoing_ = std::move(name);
    must_tell_ = true;
    routine_by_stream_ = true;
}

void Neighbour::keep_incoming(const std::string& offered, Instant now) {
    if (!incoming_.empty() && drawn_from_ == offered && !incoming_stands_still(now)) return;
    if (!incoming_.empty()) client_->drop_stream(incoming_);
    client_->unfollow();
    incoming_.clear();
    drawn_from_ = offered;
    if (offered.empty()) return;
    auto name = fmt::format("in_{}_{}_{}", who_.other.text, birth_, ++names_given_);
    const auto hear = [this](std::string text) { frame_(who_.other, std::move(text)); };
    if (!client_->draw_stream({name, offered, who_.other.text}) || !client_->follow(name, hear)) {
        client_->drop_stream(name);
        return;
    }
    incoming_ = std::move(name);
    moved_ = now, last_number_ = 0;
}

/// Gone, or behind its source without moving.
bool Neighbour::incoming_stands_still(Instant now) {
    const auto state = client_->stream(incoming_);
    if (!state) return true;
    if (state->behind == 0 || state->last_number != last_number_) moved_ = now;
    last_number_ = state->last_number;
    return now - moved_ > kStandsStill;
}

void Neighbour::say_hello(bool connected, bool slow, Instant now) {
    const auto silence = now - said_;
    const bool ask = who_.other_is_parent && connected && !answered_ && silence >= (slow ? kAskAgainSlow : kAskAgain);
    const bool routine = connected && silence >= (slow ? kSayAgainSlow : kSayAgain);
    if (!ask && !routine && !must_answer_ && !must_tell_) return;
    Hello hello;
    hello.stream = outgoing_;
    hello.slow = slow;
    hello.answer = ask;
    if (!client_->publish(subject(who_.own, who_.other, "hello"), to_text(hello))) return;
    said_ = now;
    must_answer_ = must_tell_ = false;
}

}  // namespace anlan::nats
