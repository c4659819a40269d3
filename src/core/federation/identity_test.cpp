#include <array>

#include "federation/test_rough.hpp"

/// Who speaks: strangers, forgers, those who repeat what they overheard, and machines with the same key.
namespace anlan::federation {
namespace {

using test::Rough;
using test::Station;

using somebody_who_listens = Rough;

TEST_F(somebody_who_listens, gains_nothing_by_saying_it_again) {
    network.set_roughness({});
    network.overhear(true);
    say(*town, 0, 5);
    pass(std::chrono::seconds{5});
    for (const auto& [to, frame] : std::vector(network.overheard())) network.inject(town->area(), to, frame);
    pass(std::chrono::seconds{5});
    EXPECT_EQ(county->heard(), numbers(0, 5));
    EXPECT_FALSE(county->exchange->links().front().refused) << "a repeated status is no second machine";
}

TEST_F(somebody_who_listens, cannot_speak_for_a_town) {
    network.set_roughness({});
    pass(std::chrono::seconds{1});
    Station forger("350581106000", "冒充者", 9);
    RoughNetwork elsewhere(clock, dice, {});
    forger.open(elsewhere.line_of(forger.area()));
    forger.meet(*county);
    elsewhere.line_of(county->area());
    elsewhere.overhear(true);
    forger.trial.set_clock(clock.now());
    forger.exchange->step();
    ASSERT_FALSE(elsewhere.overheard().empty());
    network.inject(town->area(), county->area(), elsewhere.overheard().front().second);
    pass(std::chrono::seconds{1});
    EXPECT_EQ(county->faults, std::vector<std::string>{"frame_forged"});
    EXPECT_TRUE(county->exchange->links().front().up);
}

TEST_F(somebody_who_listens, gets_no_frame_for_one_station_taken_by_another) {
    network.set_roughness({});
    network.overhear(true);
    say(*town, 0, 3);
    pass(std::chrono::seconds{2});
    const auto words = numbers(0, 3);
    ASSERT_EQ(county->heard(), words);
    // What the town sent to the county is thrown back at the town in the county's name.
    for (const auto& [to, frame] : std::vector(network.overheard()))
        if (to == county->area()) network.inject(county->area(), town->area(), frame);
    pass(std::chrono::seconds{2});
    EXPECT_EQ(county->heard(), words);
    EXPECT_TRUE(town->heard().empty());
    EXPECT_EQ(town->faults, std::vector<std::string>{"stranger"}) << "a station is no neighbour of its own";
}

using a_station_of_another_county = Rough;

TEST_F(a_station_of_another_county, is_refused_and_told_once_however_often_it_speaks) {
    network.set_roughness({});
    Station outside("350582104000", "外县镇", 9);
    RoughNetwork elsewhere(clock, dice, {});
    outside.open(elsewhere.line_of(outside.area()));
    outside.meet(*county);
    elsewhere.line_of(county->area());
    elsewhere.overhear(true);
    for (int i = 0; i < 3; ++i) {
        say(outside, i * 10, i * 10 + 3);
        outside.trial.set_clock(clock.now());
        outside.step();
        pass(std::chrono::seconds{12});
    }
    ASSERT_GT(elsewhere.overheard().size(), 1U);
    for (const auto& [to, frame] : elsewhere.overheard()) network.inject(outside.area(), county->area(), frame);
    pass(std::chrono::seconds{2});
    EXPECT_TRUE(county->heard().empty());
    EXPECT_EQ(county->faults, std::vector<std::string>{"stranger"});
    EXPECT_TRUE(county->exchange->links().front().up) << "the others are not held up";
}

/// An address that two machines listen on.
class SharedLine final : public Line {
  public:
    explicit SharedLine(Line& below) : below_(below) {
        below_.open([this](const AreaCode& from, const std::string& frame) {
            for (const auto& receive : listeners_) receive(from, frame);
        });
    }
    void open(Receive receive) override { listeners_.push_back(std::move(receive)); }
    void send(const AreaCode& to, Lane lane, std::string frame) override { below_.send(to, lane, std::move(frame)); }
    LineFacts facts(const AreaCode& neighbour) const override { return below_.facts(neighbour); }
    void close() override {}

  private:
    Line& below_;
    std::vector<Receive> listeners_;
};

using two_machines_with_one_key = Rough;

TEST_F(two_machines_with_one_key, are_found_out_and_refused) {
    network.set_roughness({});
    SharedLine address(network.line_of(town->area()));
    town->open(address);
    town->meet(*county);
    pass(std::chrono::seconds{1});
    Station twin("350581106000", "永宁镇", 77);
    twin.key = town->key;
    twin.open(address);
    twin.meet(*county);
    for (int i = 0; i < 3; ++i) {
        twin.trial.set_clock(clock.now());
        twin.step();
        clock.advance(std::chrono::seconds{11});
        settle();
    }
    EXPECT_TRUE(county->exchange->links().front().refused);
    EXPECT_EQ(county->faults, std::vector<std::string>{"same_key_twice"});
}

/// An address that goes from one machine to another and back, as when each connects anew and pushes the other out.
class HandedLine {
  public:
    explicit HandedLine(Line& below) : below_(below) {
        below_.open([this](const AreaCode& from, const std::string& frame) { hands_[holder_].receive(from, frame); });
    }
    Line& hand(std::size_t place) { return hands_[place]; }
    void give_to(std::size_t place) { holder_ = place; }

  private:
    struct Hand final : Line {
        HandedLine* line = nullptr;
        std::size_t place = 0;
        Receive receive;

        Hand(HandedLine* of, std::size_t at) : line(of), place(at) {}
        bool holds() const { return line->holder_ == place; }
        void open(Receive taken) override { receive = std::move(taken); }
        void send(const AreaCode& to, Lane lane, std::string frame) override {
            if (holds()) line->below_.send(to, lane, std::move(frame));
        }
        LineFacts facts(const AreaCode& neighbour) const override {
            return holds() ? line->below_.facts(neighbour) : LineFacts{};
        }
        void close() override {}
    };

    Line& below_;
    std::array<Hand, 2> hands_{Hand{this, 0}, Hand{this, 1}};
    std::size_t holder_ = 0;
};

/// The county's own heartbeat may fall into the other machine's turn every time; what it answers must not.
TEST_F(two_machines_with_one_key, are_found_out_though_the_line_goes_back_and_forth) {
    network.set_roughness({});
    HandedLine address(network.line_of(town->area()));
    town->open(address.hand(0));
    town->meet(*county);
    pass(std::chrono::seconds{1});
    Station twin("350581106000", "永宁镇", 77);
    twin.key = town->key;
    twin.open(address.hand(1));
    twin.meet(*county);
    for (int half_second = 0; half_second < 120; ++half_second) {
        address.give_to(half_second % 20 < 5 ? 0 : 1);
        clock.advance(Milliseconds{500});
        twin.trial.set_clock(clock.now());
        settle();
        while (twin.step() + network.deliver() > 0) settle();
    }
    EXPECT_TRUE(county->exchange->links().front().refused);
    EXPECT_EQ(county->faults, std::vector<std::string>{"same_key_twice"});
}

using a_machine_that_starts_again = Rough;

TEST_F(a_machine_that_starts_again, is_no_second_one_though_the_line_brings_its_last_words_for_minutes) {
    network.set_roughness({});
    pass(std::chrono::seconds{1});
    network.set_roughness({1000, 0, 0, Milliseconds{1}, Milliseconds{1}});
    network.overhear(true);
    pass(std::chrono::seconds{60});
    network.set_roughness({});
    std::vector<std::string> late;
    for (const auto& [to, frame] : network.overheard())
        if (to == county->area()) late.push_back(frame);
    ASSERT_GE(late.size(), 5U);
    network.set_up(town->area(), false);
    Station again("350581106000", "永宁镇", 77);
    again.key = town->key;
    again.open(network.line_of(again.area()));
    again.meet(*county);
    network.set_up(again.area(), true);
    for (const auto& frame : late) {
        again.trial.set_clock(clock.now());
        again.step();
        network.inject(again.area(), county->area(), frame);
        clock.advance(std::chrono::seconds{11});
        county->trial.set_clock(clock.now());
        while (network.deliver() + county->step() + again.step() > 0) {
        }
    }
    EXPECT_FALSE(county->exchange->links().front().refused);
    EXPECT_TRUE(county->faults.empty());
}

}  // namespace
}  // namespace anlan::federation
