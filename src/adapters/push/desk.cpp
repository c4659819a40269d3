#include "push/desk.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace anlan::push {

namespace {

using calls::Carriage;

constexpr const char *kBrokeZh = "发送时中断，不能确定是否发出",
                     *kBrokeEn = "it broke while being sent; nobody knows whether it went out";

Instant wall_now() {
    return SystemClock().now();
}

std::filesystem::path made(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    return folder / "posts.db";
}

}  // namespace

Desk::Desk(Postman& postman, const PostingSettings& settings)
    : postman_(postman), settings_(settings), ledger_(made(settings.folder)), health_(settings) {
    ledger_.purge(wall_now());
    for (const auto& group : postman.groups()) health_.know(group);
    for (const auto& target : postman.targets({})) {
        if (target.minute_most == 0) continue;
        for (const auto at : ledger_.begun_since(target.id, wall_now() - settings.minute))
            health_.recall(target.group, wall_now() - at);
    }
}

void Desk::begin_with(const calls::Carry& carry) {
    const auto& id = carry.id.text;
    if (sheets_.contains(id)) return;
    const auto done = ledger_.look(id);
    const auto has = [&](Stage stage) {
        return std::any_of(done.begin(), done.end(), [&](const auto& each) { return each.second == stage; });
    };
    Sheet sheet{
        0,
        has(Stage::accepted),
        has(Stage::uncertain) || (has(Stage::begun) && !settings_.repeatable),
        kBrokeZh,
        kBrokeEn};
    if (sheet.accepted) news_.push_back({carry.id, Carriage::accepted, 1, {}, {}});
    if (carry.known) {
        if (!sheet.accepted && sheet.uncertain) tell_end(id, sheet);
        return;
    }
    const auto until = Clock::now() + settings_.age_most;
    for (const auto& target : postman_.targets(carry)) {
        const auto was = done.find(target.id);
        const bool again =
            was == done.end() || was->second == Stage::waiting || (was->second == Stage::begun && settings_.repeatable);
        if (!again) continue;
        queue_.push_back({carry, target, 0, {}, until});
        ++sheet.open;
    }
    if (sheet.open > 0) {
        sheets_[id] = std::move(sheet);
    } else if (!sheet.accepted) {
        if (!sheet.uncertain) sheet.zh = "没有可以通知的设备", sheet.en = "there is no device to tell";
        tell_end(id, sheet);
    }
}

Desk::Batch Desk::take() {
    const auto now = Clock::now();
    const auto ready = [&](const Letter& letter) { return letter.not_before <= now; };
    const auto first = std::find_if(queue_.begin(), queue_.end(), [&](const Letter& letter) {
        return ready(letter) && health_.may_post(letter.target, now);
    });
    if (first == queue_.end()) return {};
    Batch batch{first->target, {}, first->tries, first->until};
    std::vector<std::string> ids;
    const auto words = first->carry.words;
    const auto fits = [&](const Letter& letter) {
        return ids.size() < settings_.together && ready(letter) && letter.target.id == batch.target.id &&
               letter.carry.words == words;
    };
    for (const auto& letter : queue_)
        if (fits(letter)) {
            ids.push_back(letter.carry.id.text);
            batch.carries.push_back(letter.carry);
        }
    ledger_.note(ids, batch.target.id, Stage::begun, wall_now());
    health_.begin(batch.target, now);
    std::erase_if(queue_, [&](const Letter& letter) {
        return letter.target.id == batch.target.id &&
               std::find(ids.begin(), ids.end(), letter.carry.id.text) != ids.end();
    });
    return batch;
}

void Desk::end(Batch batch, const Outcome& said) {
    const auto now = Clock::now();
    auto outcome = said;
    if (outcome.how == How::uncertain && settings_.repeatable) outcome.how = How::unreachable;
    health_.end(batch.target, outcome, now);
    if (outcome.how == How::gone) gone_.push_back(batch.target.id);
    const auto usual = settings_.retries[std::min(batch.tries, settings_.retries.size() - 1)];
    const auto next = now + (outcome.rest.count() > 0 ? outcome.rest : usual);
    const bool again = (outcome.how == How::later || outcome.how == How::unreachable) && next <= batch.until;
    const auto stage = again                           ? Stage::waiting
                       : outcome.how == How::accepted  ? Stage::accepted
                       : outcome.how == How::uncertain ? Stage::uncertain
                                                       : Stage::failed;
    std::vector<std::string> ids;
    for (const auto& carry : batch.carries) ids.push_back(carry.id.text);
    try {
        ledger_.note(ids, batch.target.id, stage, wall_now());
    } catch (const store::StoreFault& fault) {  // a full disk does not take the news back
        spdlog::error("posting calls: {}", fault.what());
    }
    for (auto& carry : batch.carries)
        if (again)
            queue_.push_back({std::move(carry), batch.target, batch.tries + 1, next, batch.until});
        else
            close_one(carry.id.text, stage, outcome);
}

void Desk::age() {
    const auto now = Clock::now();
    std::vector<Letter> old;
    std::erase_if(queue_, [&](Letter& letter) {
        if (now < letter.until) return false;
        old.push_back(std::move(letter));
        return true;
    });
    for (const auto& letter : old) {
        auto [zh, en] = health_.note();
        if (zh.empty()) zh = "排队太久，没有发出", en = "it waited too long and was not sent";
        ledger_.note({letter.carry.id.text}, letter.target.id, Stage::failed, wall_now());
        close_one(letter.carry.id.text, Stage::failed, {How::refused, zh, en});
    }
}

void Desk::close_one(const std::string& id, Stage stage, const Outcome& outcome) {
    auto& sheet = sheets_[id];
    if (stage == Stage::accepted && !std::exchange(sheet.accepted, true))
        news_.push_back({{id}, Carriage::accepted, 1, {}, {}});
    sheet.uncertain = sheet.uncertain || stage == Stage::uncertain;
    if (stage != Stage::accepted) sheet.zh = outcome.zh, sheet.en = outcome.en;
    if (--sheet.open > 0) return;
    if (!sheet.accepted) tell_end(id, sheet);
    sheets_.erase(id);
}

void Desk::tell_end(const std::string& id, const Sheet& sheet) {
    const auto how = sheet.uncertain ? Carriage::uncertain : Carriage::failed;
    news_.push_back({{id}, how, 0, sheet.uncertain ? kBrokeZh : sheet.zh, sheet.uncertain ? kBrokeEn : sheet.en});
}

}  // namespace anlan::push
