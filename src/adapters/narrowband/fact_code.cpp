#include "narrowband/fact_code.hpp"

#include <algorithm>
#include <cmath>

#include "narrowband/text_code.hpp"
#include "narrowband/words.hpp"

namespace anlan::narrowband {

namespace {

using namespace narrow;

constexpr Instant kMinutesBegin{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};
constexpr int kMinuteBits = 24, kLonBits = 22, kLatBits = 21;
constexpr std::size_t kTitleBits = 120;  ///< of a post's title, when a headline follows
constexpr std::string_view kIdAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kIdCharacters = 20;

/// Writes facts; every field has its reader below, in the same order.
struct Put {
    BitWriter& out;
    const AreaCode& from;
    std::size_t end_bits;

    std::size_t left() const { return std::max(end_bits, out.size() + kTextLeastBits) - out.size(); }
    void text(const std::string& text) const { put_text(out, text, left()); }
    void level(std::int64_t level) const {
        out.bits(static_cast<std::uint64_t>(std::clamp<std::int64_t>(level, 0, 7)), 3);
    }
    void hazard(const std::string& key) const { out.bits(place_of_hazard(key), kHazardBits); }

    /// Squares of about nine metres, WGS-84.
    void place(std::optional<double> lon, std::optional<double> lat) const {
        out.flag(lon && lat);
        if (!lon || !lat) return;
        const auto step = [](double degrees, double span, int bits) {
            const auto most = (1LL << bits) - 1;
            return static_cast<std::uint64_t>(
                std::clamp<long long>(std::llround((degrees + span / 2) / span * static_cast<double>(most)), 0, most)
            );
        };
        out.bits(step(*lon, 360, kLonBits), kLonBits);
        out.bits(step(*lat, 180, kLatBits), kLatBits);
    }

    /// The digits of a village or town below the sender; anything else is the sender itself.
    void area(const AreaCode& area) const {
        const auto digits = from.prefix().size();
        const auto more = std::min<std::size_t>(3, 12 - digits);
        const bool below = area.text.size() == 12 && area.text != from.text && from.contains(area);
        out.bits(below ? std::stoull(area.text.substr(digits, more)) : 0, 10);
    }

    /// Ids of the house in five bits a character; others as text.
    void id(const std::string& id) const {
        const bool own = id.size() == kIdCharacters && id.find_first_not_of(kIdAlphabet) == std::string::npos;
        out.flag(own);
        if (!own) return put_text(out, id, std::min<std::size_t>(left(), 300));
        for (const auto character : id) out.bits(kIdAlphabet.find(character), 5);
    }

    void order(std::uint32_t order) const {
        out.flag(order != 0);
        if (order != 0) out.bits(order, 32);
    }

    void operator()(const HelpCalled& said) const {
        for (std::size_t need = 0; need < kNeeds; ++need)
            out.flag(std::count(said.needs.begin(), said.needs.end(), static_cast<Need>(need)) > 0);
        out.maybe(said.people);
        place(said.lon, said.lat);
        text(said.note);
    }
    void operator()(const CasualtiesReported& said) const {
        hazard(said.hazard);
        for (const auto& each : {said.dead, said.missing, said.badly_injured, said.injured, said.trapped})
            out.maybe(each);
        place(said.lon, said.lat);
        text(said.note);
    }
    void operator()(const SituationReported& said) const {
        hazard(said.hazard);
        level(said.level);
        for (const auto& each :
             {said.people_moved,
              said.people_to_move,
              said.people_sheltered,
              said.households_without_power,
              said.roads_cut,
              said.houses_damaged})
            out.maybe(each);
        place(said.lon, said.lat);
        text(said.note);
    }
    void operator()(const OrderTold& said) const {
        id(said.id);
        out.bits(static_cast<std::uint64_t>(said.state), 2);
        hazard(said.hazard);
        level(said.level);
        text(said.text);
    }
    void operator()(const ReceiptTold& said) const {
        order(said.order);
        hazard(said.hazard);
        level(said.level);
    }
    void operator()(const OrderAnswerTold& said) const {
        order(said.order);
        out.bits(static_cast<std::uint64_t>(said.answer), 2);
        hazard(said.hazard);
        level(said.level);
        text(said.reason);
    }
    void operator()(const CallTold& said) const {
        hazard(said.hazard);
        out.bits(place_of_colour(said.colour), kColourBits);
        level(said.level);
        area(said.area);
        out.number(said.due_minutes);
        out.number(said.rungs);
        put_text(out, said.post_title, std::min(left(), kTitleBits));
        text(said.headline);
    }
    void operator()(const AnswerTold& said) const {
        out.number(said.seconds);
        out.bits(place_of_channel(said.channel), kChannelBits);
        out.flag(said.on_behalf);
        text(said.note);
    }
    void operator()(const WordsTold& said) const { text(said.text); }
};

struct Take {
    BitReader& in;
    const AreaCode& from;

    std::int64_t level() const { return static_cast<std::int64_t>(in.bits(3)); }
    std::string hazard() const { return hazard_at(in.bits(kHazardBits)); }

    template <class Said>
    void place(Said& said) const {
        if (!in.flag()) return;
        said.lon = static_cast<double>(in.bits(kLonBits)) * 360 / ((1 << kLonBits) - 1) - 180;
        said.lat = static_cast<double>(in.bits(kLatBits)) * 180 / ((1 << kLatBits) - 1) - 90;
    }
    AreaCode area() const {
        const auto digits = from.prefix().size();
        const auto more = std::min<std::size_t>(3, 12 - digits);
        auto part = std::to_string(in.bits(10));
        if (part == "0" || part.size() > more) return from;
        AreaCode made{std::string(from.prefix()) + std::string(more - part.size(), '0') + part};
        made.text.resize(12, '0');
        return made;
    }
    std::string id() const {
        if (!in.flag()) return take_text(in);
        std::string id;
        for (std::size_t i = 0; i < kIdCharacters; ++i) id.push_back(kIdAlphabet[in.bits(5)]);
        return id;
    }
    std::uint32_t order() const { return in.flag() ? static_cast<std::uint32_t>(in.bits(32)) : 0; }
    template <class E>
    E one_of(E last) const {
        const auto value = in.bits(2);
        if (value > static_cast<std::uint64_t>(last)) in.fail();
        return in.ok() ? static_cast<E>(value) : E{};
    }

    void read(HelpCalled& said) const {
        for (std::size_t need = 0; need < kNeeds; ++need)
            if (in.flag()) said.needs.push_back(static_cast<Need>(need));
        said.people = in.maybe();
        place(said);
        said.note = take_text(in);
    }
    void read(CasualtiesReported& said) const {
        said.hazard = hazard();
        for (auto* each : {&said.dead, &said.missing, &said.badly_injured, &said.injured, &said.trapped})
            *each = in.maybe();
        place(said);
        said.note = take_text(in);
    }
    void read(SituationReported& said) const {
        said.hazard = hazard();
        said.level = level();
        for (auto* each :
             {&said.people_moved,
              &said.people_to_move,
              &said.people_sheltered,
              &said.households_without_power,
              &said.roads_cut,
              &said.houses_damaged})
            *each = in.maybe();
        place(said);
        said.note = take_text(in);
    }
    void read(OrderTold& said) const {
        said.id = id();
        said.state = one_of(OrderState::closed);
        said.hazard = hazard();
        said.level = level();
        said.text = take_text(in);
    }
    void read(ReceiptTold& said) const {
        said.order = order();
        said.hazard = hazard();
        said.level = level();
    }
    void read(OrderAnswerTold& said) const {
        said.order = order();
        said.answer = one_of(OrderAnswer::closed);
        said.hazard = hazard();
        said.level = level();
        said.reason = take_text(in);
    }
    void read(CallTold& said) const {
        said.hazard = hazard();
        said.colour = colour_at(in.bits(kColourBits));
        said.level = level();
        said.area = area();
        said.due_minutes = in.number();
        said.rungs = in.number();
        said.post_title = take_text(in);
        said.headline = take_text(in);
    }
    void read(AnswerTold& said) const {
        said.seconds = in.number();
        said.channel = channel_at(in.bits(kChannelBits));
        said.on_behalf = in.flag();
        said.note = take_text(in);
    }
    void read(WordsTold& said) const { said.text = take_text(in); }
};

std::uint64_t minutes_of(Instant at) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(at - kMinutesBegin).count();
    return static_cast<std::uint64_t>(std::clamp<std::int64_t>(minutes, 0, (1 << kMinuteBits) - 1));
}

}  // namespace

void put_fact(BitWriter& out, const Fact& fact, const AreaCode& from, std::size_t end_bits) {
    out.number(fact.seq);
    out.bits(fact.thing, 32);
    out.bits(minutes_of(fact.at), kMinuteBits);
    out.flag(fact.drill != 0);
    if (fact.drill != 0) out.bits(fact.drill, 16);
    std::visit(Put{out, from, end_bits}, fact.told);
}

Fact take_fact(BitReader& in, ToldKind kind, const AreaCode& from) {
    Fact fact;
    fact.seq = in.number();
    fact.thing = static_cast<std::uint32_t>(in.bits(32));
    fact.at = kMinutesBegin + std::chrono::minutes{in.bits(kMinuteBits)};
    if (in.flag()) {
        fact.drill = static_cast<std::uint32_t>(in.bits(16));
        if (fact.drill == 0) in.fail();
    }
    boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<Told>>>([&](auto index) {
        if (index != static_cast<std::size_t>(kind)) return;
        Take{in, from}.read(fact.told.emplace<index>());
    });
    return fact;
}

}  // namespace anlan::narrowband
