#pragma once

#include <gtest/gtest.h>

#include "federation/exchange.hpp"
#include "trial/trial.hpp"

/// For the tests of this folder: a room of two kinds of words, and a station driven by hand.
namespace anlan::federation::test {

struct WordSent {
    static constexpr journal::EventKind kKind{"word.sent", 1, journal::Share::both};
    std::string word;
};
BOOST_DESCRIBE_STRUCT(WordSent, (), (word))

struct CrySent {
    static constexpr journal::EventKind kKind{
        "cry.sent", 1, journal::Share::up, journal::Urgency::life_safety, "whose"};
    std::string word, whose;
};
BOOST_DESCRIBE_STRUCT(CrySent, (), (word, whose))

inline void hear(store::Rows& rows, const journal::Entry& entry, const AreaCode& from, const std::string& word) {
    const auto place = rows.value<std::int64_t>("SELECT COUNT(*) FROM heard").value_or(0) + 1;
    rows.run("INSERT INTO heard(place, origin, seq, word) VALUES(:p, :o, :s, :w)", place, from, entry.seq, word);
}
inline void mirror(store::Rows& rows, const journal::Entry& entry, const WordSent& sent, const AreaCode& from) {
    hear(rows, entry, from, sent.word);
}
inline void mirror(store::Rows& rows, const journal::Entry& entry, const CrySent& sent, const AreaCode& from) {
    hear(rows, entry, from, sent.word + sent.whose);
}

inline journal::Room words() {
    journal::Room room(
        "words",
        "CREATE TABLE IF NOT EXISTS heard (\n place BIGINT NOT NULL,\n origin TEXT NOT NULL,\n seq BIGINT NOT NULL,\n "
        "word TEXT NOT NULL\n);\n"
    );
    room.mirrors<WordSent, CrySent>();
    return room;
}

/// A node driven by hand, with its exchange.
struct Station {
    trial::Trial trial;
    seal::KeyPair key = seal::new_key_pair();
    seal::SeededDice dice;
    Squeezer squeezer;
    std::vector<std::string> faults, told;  ///< their codes, and what people read
    std::unique_ptr<Exchange> exchange;

    Station(const char* area, const char* name, std::uint64_t seed, const std::map<int, std::string>& dictionaries = {})
        : trial({words()}, AreaCode{area}, name), dice(seed), squeezer(dictionaries) {}

    const AreaCode& area() { return trial.writer().node().area; }
    void open(Line& line) {
        exchange = std::make_unique<Exchange>(
            ExchangeSettings{
                &trial.writer(),
                [this](const std::function<void(store::Rows&)>& ask) { ask(trial.rows()); },
                key,
                &dice,
                &squeezer,
                [this](const Neighbour&, const Fault& fault) {
                    faults.push_back(fault.code);
                    told.push_back(fault.zh);
                }},
            line
        );
    }
    void meet(Station& other) {
        exchange->meet({other.area(), other.trial.writer().node().name, other.key.public_pem});
    }
    std::vector<std::string> heard() { return trial.rows().list<std::string>("SELECT word FROM heard ORDER BY place"); }
    std::size_t step() {
        const auto done = exchange->step();
        return done + trial.writer().run_pending();
    }
};

}  // namespace anlan::federation::test
