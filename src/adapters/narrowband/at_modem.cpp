#include "narrowband/at_modem.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <charconv>

#include "narrowband/pdu.hpp"

namespace anlan::narrowband {

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::size_t kQueueMost = 64;
constexpr char kEndOfMessage = '\x1a';

bool is_final(const std::string& line) {
    return line == "OK" || line == "ERROR" || line.starts_with("+CMS ERROR") || line.starts_with("+CME ERROR");
}

/// "+CMGL: 3,1,,27" → 3
int index_of(const std::string& line) {
    int index = -1;
    const auto from = line.find_first_of("0123456789");
    if (from != std::string::npos) std::from_chars(line.data() + from, line.data() + line.size(), index);
    return index;
}

/// The second text in quotes: +CMGL: 3,"REC UNREAD","+861390000…",…
std::string number_of(const std::string& line) {
    std::size_t at = 0;
    for (int quote = 0; quote < 3; ++quote) {
        at = line.find('"', at);
        if (at == std::string::npos) return {};
        ++at;
    }
    return line.substr(at, line.find('"', at) - at);
}

}  // namespace

void AtModem::open(Receive receive) {
    receive_ = std::move(receive);
    thread_ = std::thread([this] { run(); });
}

void AtModem::close() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    serial_.interrupt();
    if (thread_.joinable()) thread_.join();
}

void AtModem::send(Message message) {
    {
        std::lock_guard lock(mutex_);
        if (queue_.size() >= kQueueMost) {
            queue_.pop_front();
            ++facts_.failed;
        }
        queue_.push_back(std::move(message));
    }
    wake_.notify_all();
    serial_.interrupt();
}

narrow::ShortMessages::Facts AtModem::facts() const {
    std::lock_guard lock(mutex_);
    auto facts = facts_;
    facts.queued = static_cast<std::int64_t>(queue_.size());
    return facts;
}

void AtModem::note(bool ready, const std::string& words) {
    std::lock_guard lock(mutex_);
    if (facts_.ready != ready || facts_.note != words)
        spdlog::info("short messages on {}: {}", settings_.device, ready ? "ready" : words);
    facts_.ready = ready;
    facts_.note = words;
}

bool AtModem::has_work() {
    std::lock_guard lock(mutex_);
    return stopping_ || !queue_.empty();
}

void AtModem::run() {
    for (;;) {
        if (serial_.open(settings_.device) && begin())
            serve();
        else
            note(false, serial_.is_open() ? "设备没有应答" : "没有这个设备：" + settings_.device);
        serial_.close();
        std::unique_lock lock(mutex_);
        if (wake_.wait_for(lock, settings_.reopen_pause, [this] { return stopping_; })) return;
    }
}

bool AtModem::begin() {
    if (!command("ATE0", settings_.answer_most)) return false;
    if (!command(settings_.form == Form::binary ? "AT+CMGF=0" : "AT+CMGF=1", settings_.answer_most)) return false;
    // A device without notices is looked at from time to time.
    command("AT+CNMI=2,1,0,0,0", settings_.answer_most);
    next_look_ = {};
    note(true, "");
    return true;
}

void AtModem::serve() {
    while (serial_.is_open()) {
        {
            std::lock_guard lock(mutex_);
            if (stopping_) return;
        }
        if (arrived_ || SteadyClock::now() >= next_look_) look();
        if (send_next()) continue;
        const auto pause = std::chrono::ceil<std::chrono::milliseconds>(next_look_ - SteadyClock::now());
        if (!has_work() && !arrived_)
            if (const auto line = serial_.line(std::max(pause, std::chrono::milliseconds{0}))) heed(*line);
    }
    note(false, "设备已断开");
}

/// True when there was something to send.
bool AtModem::send_next() {
    Message message;
    {
        std::lock_guard lock(mutex_);
        if (queue_.empty()) return false;
        message = queue_.front();
    }
    bool sent = false;
    if (message.form == Form::binary) {
        const auto pdu = submit_pdu(message.number, message.payload);
        sent = prompt(fmt::format("AT+CMGS={}", pdu.length)) && serial_.write(pdu.hex + kEndOfMessage);
    } else {
        sent = prompt(fmt::format("AT+CMGS=\"{}\"", message.number)) && serial_.write(message.payload + kEndOfMessage);
    }
    sent = sent && until_final(settings_.sending_most).has_value();
    std::lock_guard lock(mutex_);
    if (!queue_.empty()) queue_.pop_front();
    ++(sent ? facts_.sent : facts_.failed);
    return true;
}

/// Takes every stored message out of the device. Given on before it is deleted: twice is better than never.
void AtModem::look() {
    arrived_ = false;
    next_look_ = SteadyClock::now() + settings_.look_pause;
    read_signal();
    const auto all = settings_.form == Form::binary ? "AT+CMGL=4" : "AT+CMGL=\"ALL\"";
    if (const auto lines = command(all, settings_.answer_most)) take_listed(*lines);
}

void AtModem::take_listed(const Lines& lines) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i].starts_with("+CMGL:")) continue;
        const auto index = index_of(lines[i]);
        if (settings_.form == Form::binary) {
            if (const auto message = read_deliver(lines[i + 1])) receive_(message.value());
        } else {
            receive_({number_of(lines[i]), Form::text, lines[i + 1]});
        }
        command(fmt::format("AT+CMGD={}", index), settings_.answer_most);
        std::lock_guard lock(mutex_);
        ++facts_.received;
    }
}

void AtModem::read_signal() {
    const auto lines = command("AT+CSQ", settings_.answer_most);
    if (!lines || lines->empty()) return;
    const auto strength = index_of(lines->front());
    std::lock_guard lock(mutex_);
    facts_.signal_percent = strength < 0 || strength > 31 ? -1 : strength * 100 / 31;
}

/// What the device says by itself.
void AtModem::heed(const std::string& line) {
    if (line.starts_with("+CMTI:")) arrived_ = true;
}

std::optional<AtModem::Lines> AtModem::until_final(std::chrono::milliseconds most) {
    const auto until = SteadyClock::now() + most;
    Lines lines;
    while (serial_.is_open() && SteadyClock::now() < until) {
        auto line = serial_.line(std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now()));
        if (!line) continue;  // interrupted by a new message to send: that one waits
        if (is_final(*line)) return *line == "OK" ? std::optional(std::move(lines)) : std::nullopt;
        heed(*line);
        if (!line->starts_with("+CMTI:")) lines.push_back(std::move(*line));
    }
    return std::nullopt;
}

std::optional<AtModem::Lines> AtModem::command(const std::string& text, std::chrono::milliseconds most) {
    if (!serial_.write(text + "\r")) return std::nullopt;
    return until_final(most);
}

bool AtModem::prompt(const std::string& text) {
    if (!serial_.write(text + "\r")) return false;
    const auto until = SteadyClock::now() + settings_.answer_most;
    while (serial_.is_open() && SteadyClock::now() < until) {
        const auto line = serial_.line(std::chrono::ceil<std::chrono::milliseconds>(until - SteadyClock::now()));
        if (!line) continue;
        if (*line == "> ") return true;
        if (is_final(*line)) return false;
        heed(*line);
    }
    return false;
}

}  // namespace anlan::narrowband
