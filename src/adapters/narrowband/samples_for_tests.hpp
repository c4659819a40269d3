#pragma once

#include "narrowband/frame.hpp"
#include "narrowband/gsm_form.hpp"
#include "seal/seal.hpp"

/// One frame of every kind, all invented; the golden vectors are made of them.
namespace anlan::narrowband::test {

inline const AreaCode kCounty{"350581000000"}, kTown{"350581106000"}, kVillage{"350581106003"};
inline constexpr std::string_view kKey = "0123456789abcdef";
inline const Instant kAt{std::chrono::sys_days{std::chrono::year{2026} / 7 / 28} + std::chrono::minutes{37}};

struct Sample {
    std::string name;
    Frame frame;
};

inline std::vector<Sample> samples() {
    using namespace narrow;
    const auto number = number_at(kAt) + 60;
    const auto up = [&](std::string name, std::int64_t seq, Told told, std::uint32_t drill = 0) {
        return Sample{
            std::move(name), {kTown, kCounty, number + seq, Fact{seq, 0xc0ffee00, kAt, drill, std::move(told)}}};
    };
    const auto down = [&](std::string name, std::int64_t seq, Told told) {
        return Sample{std::move(name), {kCounty, kTown, number + seq, Fact{seq, 0x5eed0001, kAt, 0, std::move(told)}}};
    };
    return {
        up("help",
           4711,
           HelpCalled{
               {Need::rescue, Need::boats}, 23, 118.7012, 24.6934, "第二社区3组水深1.5米，老人儿童被困二楼，请派冲锋舟"}
        ),
        up("casualties", 4712, CasualtiesReported{"flood", 0, 2, 1, 5, 23, 118.7012, 24.6934, "海边渔排翻沉，2人失联"}),
        up("situation",
           4713,
           SituationReported{"typhoon", 1, 1186, 1243, 954, 320, 3, 12, {}, {}, "主干道积水，供电正在抢修"}),
        up("call", 4714, CallTold{"typhoon", "red", 1, kVillage, 5, 4, "村主任", "台风红色预警：立即组织转移"}),
        up("call_answer", 4715, AnswerTold{92, "telephone", false, "已到岗，正在入户"}),
        down(
            "order",
            815,
            OrderTold{
                "01h6d2v3kxq7m9n4p8rs",
                OrderState::active,
                "typhoon",
                1,
                "防台风Ⅰ级响应：停工停课停市停运，危险区人员全部转移"}
        ),
        up("receipt", 4716, ReceiptTold{0x5eed0001, "typhoon", 1}),
        up("order_answer", 4717, OrderAnswerTold{0x5eed0001, OrderAnswer::started, "typhoon", 1, ""}),
        down("words", 816, WordsTold{"请每小时报一次水位。Report hourly."}),
        up("drill", 4718, CasualtiesReported{"", {}, {}, {}, 1, {}, {}, {}, ""}, 0x1d2e),
        {"receipts",
         {kCounty, kTown, number + 9, Receipt{number + 4717, {number + 4711, number + 4712, number + 4717}}}}};
}

inline std::string from_hex(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    return bytes;
}

inline json::object vector_of(const Sample& sample) {
    const auto bytes = encode(sample.frame, kKey);
    json::object made{
        {"name", sample.name},
        {"key", seal::to_hex(kKey)},
        {"from", sample.frame.from.text},
        {"to", sample.frame.to.text},
        {"number", sample.frame.number}};
    if (const auto* fact = std::get_if<narrow::Fact>(&sample.frame.says)) {
        made["seq"] = fact->seq;
        made["thing"] = fact->thing;
        made["at"] = to_rfc3339(fact->at);
        made["drill"] = fact->drill;
        made["told"] = narrow::body_of(fact->told);
    } else {
        const auto& receipt = std::get<Receipt>(sample.frame.says);
        made["newest"] = receipt.newest;
        made["numbers"] = to_json(receipt.numbers);
    }
    made["bytes"] = seal::to_hex(bytes);
    made["gsm"] = to_gsm(encode(sample.frame, kKey, kGsmBytes));
    return made;
}

}  // namespace anlan::narrowband::test
