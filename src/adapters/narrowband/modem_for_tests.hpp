#pragma once

#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <memory>

#include "narrowband/pdu.hpp"
#include "narrowband/serial.hpp"
#include "seal/seal.hpp"

/// GSM modems on real pseudo-terminals and a network between them that loses, doubles and delays messages by a seed.
namespace anlan::narrowband::test {

class SimulatedModem;

struct Weather {
    int lost_per_cent = 0, doubled_per_cent = 0, late_per_cent = 0;
};

class SimulatedNetwork {
  public:
    explicit SimulatedNetwork(std::uint64_t seed, Weather weather = {}) : dice_(seed), weather_(weather) {}

    void join(const std::string& number, SimulatedModem& modem) { modems_[number] = &modem; }
    /// Called on the sending modem's thread.
    void carry(const std::string& from, const std::string& to, std::string octets, bool text);

    std::atomic<int> carried{0}, lost{0}, doubled{0}, late{0}, handed{0};

  private:
    struct Held {
        std::string from, to, octets;
        bool text;
        int turns;
    };
    bool chance(int per_cent) { return static_cast<int>(dice_.roll() % 100) < per_cent; }
    void hand_over(const Held& message);

    std::mutex mutex_;
    seal::SeededDice dice_;
    Weather weather_;
    std::map<std::string, SimulatedModem*> modems_;
    std::vector<Held> held_;  ///< late ones, overtaken by those that come after
};

/// Answers the commands that AtModem gives, on the master side of a pseudo-terminal.
class SimulatedModem {
  public:
    SimulatedModem(SimulatedNetwork& network, std::string number) : network_(network), number_(std::move(number)) {
        char name[128];
        if (openpty(&master_, &slave_, name, nullptr, nullptr) != 0) throw std::runtime_error("no pseudo-terminal");
        termios raw{};
        tcgetattr(slave_, &raw);
        cfmakeraw(&raw);
        tcsetattr(slave_, TCSANOW, &raw);
        device_ = name;
        network_.join(number_, *this);
        thread_ = std::thread([this] { run(); });
    }
    ~SimulatedModem() {
        stopping_ = true;
        ::close(slave_);
        if (::write(master_, "\n", 1) < 0) ::close(master_);
        thread_.join();
        ::close(master_);
    }

    const std::string& device() const { return device_; }
    const std::string& number() const { return number_; }
    void be_deaf(bool deaf) { deaf_ = deaf; }
    /// No notice of new messages, as some satellite terminals.
    void be_silent(bool silent) { silent_ = silent; }

    void store(const std::string& from, const std::string& octets, bool text) {
        std::lock_guard lock(mutex_);
        const auto index = ++last_index_;
        messages_[index] = {from, octets, text};
        if (!silent_) say("\r\n+CMTI: \"SM\"," + std::to_string(index) + "\r\n");
    }

  private:
    struct Stored {
        std::string from, octets;
        bool text = false;
    };

    void say(const std::string& words) {
        for (std::size_t done = 0; done < words.size();) {
            const auto wrote = ::write(master_, words.data() + done, words.size() - done);
            if (wrote <= 0) return;
            done += static_cast<std::size_t>(wrote);
        }
    }
    void run();
    void obey(const std::string& command);
    void take_message(const std::string& typed);
    std::string listed() const;
    static std::string deliver_hex(const Stored& stored);

    SimulatedNetwork& network_;
    std::string number_, device_, to_;
    int master_ = -1, slave_ = -1;
    bool pdu_ = false, typing_ = false;
    std::atomic<bool> stopping_{false}, deaf_{false}, silent_{false};
    std::mutex mutex_;
    std::map<int, Stored> messages_;
    int last_index_ = 0;
    std::thread thread_;
};

inline void SimulatedNetwork::hand_over(const Held& message) {
    const auto found = modems_.find(message.to);
    if (found == modems_.end()) return;
    ++handed;
    found->second->store(message.from, message.octets, message.text);
}

inline void SimulatedNetwork::carry(const std::string& from, const std::string& to, std::string octets, bool text) {
    std::lock_guard lock(mutex_);
    ++carried;
    Held message{from, to, std::move(octets), text, 0};
    if (chance(weather_.lost_per_cent)) {
        ++lost;
    } else if (chance(weather_.late_per_cent)) {
        ++late;
        message.turns = 1 + static_cast<int>(dice_.roll() % 4);
        held_.push_back(message);
    } else {
        hand_over(message);
        if (chance(weather_.doubled_per_cent)) ++doubled, hand_over(message);
    }
    for (auto& each : held_)
        if (--each.turns < 0) hand_over(each);
    std::erase_if(held_, [](const Held& each) { return each.turns < 0; });
}

inline void SimulatedModem::run() {
    std::string buffer;
    char bytes[256];
    for (;;) {
        const auto read = ::read(master_, bytes, sizeof bytes);
        if (stopping_) return;
        if (read <= 0) {
            std::this_thread::yield();
            continue;
        }
        buffer.append(bytes, static_cast<std::size_t>(read));
        for (auto end = buffer.find(typing_ ? '\x1a' : '\r'); end != std::string::npos;
             end = buffer.find(typing_ ? '\x1a' : '\r')) {
            const auto line = buffer.substr(0, end);
            buffer.erase(0, end + 1);
            if (typing_)
                take_message(line);
            else
                obey(line);
        }
    }
}

inline void SimulatedModem::obey(const std::string& command) {
    if (deaf_) return;
    std::lock_guard lock(mutex_);
    if (command.starts_with("AT+CMGS=")) {
        to_ = command.size() > 9 && command[8] == '"' ? command.substr(9, command.size() - 10) : "";
        typing_ = true;
        return say("\r\n> ");
    }
    if (command.starts_with("AT+CMGF=")) pdu_ = command.back() == '0';
    if (command.starts_with("AT+CMGL")) say(listed());
    if (command.starts_with("AT+CMGD=")) messages_.erase(std::stoi(command.substr(8)));
    if (command == "AT+CSQ") say("\r\n+CSQ: 20,99\r\n");
    say("\r\nOK\r\n");
}

inline void SimulatedModem::take_message(const std::string& typed) {
    typing_ = false;
    auto to = to_;
    auto octets = typed;
    if (pdu_) {
        const auto bytes = bytes_of_hex(typed);
        const auto digits = static_cast<unsigned char>(bytes[3]);
        to = bytes[4] == '\x91' ? "+" : "";
        for (unsigned i = 0; i < digits; ++i) {
            const auto octet = static_cast<unsigned char>(bytes[5 + i / 2]);
            to.push_back(static_cast<char>('0' + ((i % 2 == 0 ? octet : octet >> 4) & 0xf)));
        }
        const auto length_at = 5 + (digits + 1) / 2 + 3;
        octets = bytes.substr(length_at + 1);
        if (octets.size() != static_cast<unsigned char>(bytes[length_at]) || octets.size() > 140)
            return say("\r\n+CMS ERROR: 304\r\n");
    } else if (octets.size() > 160) {
        return say("\r\n+CMS ERROR: 305\r\n");
    }
    network_.carry(number_, to, octets, !pdu_);
    std::lock_guard lock(mutex_);
    say("\r\n+CMGS: 1\r\n\r\nOK\r\n");
}

/// As SMS-DELIVER of 8-bit data; text goes to a modem in text mode only.
inline std::string SimulatedModem::deliver_hex(const Stored& stored) {
    auto digits = stored.from.substr(1);
    std::string octets{0x00, 0x04};
    octets.push_back(static_cast<char>(digits.size()));
    octets.push_back('\x91');
    if (digits.size() % 2 != 0) digits.push_back('?');  // 0xf
    for (std::size_t i = 0; i < digits.size(); i += 2)
        octets.push_back(static_cast<char>((digits[i + 1] - '0') << 4 | (digits[i] - '0')));
    octets += {0x00, 0x04};
    octets += {0x62, 0x70, '\x82', 0x00, 0x73, 0x00, 0x23};
    octets.push_back(static_cast<char>(stored.octets.size()));
    return seal::to_hex(octets + stored.octets);
}

inline std::string SimulatedModem::listed() const {
    std::string all;
    for (const auto& [index, stored] : messages_)
        if (pdu_ && !stored.text)
            all += "\r\n+CMGL: " + std::to_string(index) + ",0,,1\r\n" + deliver_hex(stored) + "\r\n";
        else if (!pdu_ && stored.text)
            all += "\r\n+CMGL: " + std::to_string(index) + ",\"REC UNREAD\",\"" + stored.from + "\",,\"26/07/28\"\r\n" +
                   stored.octets + "\r\n";
    return all;
}

}  // namespace anlan::narrowband::test
