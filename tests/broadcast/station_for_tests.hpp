#pragma once

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <cstring>
#include <fstream>
#include <mutex>
#include <set>

#include "app/announcing_round.hpp"
#include "app/announcing_rounds.hpp"
#include "app/demo_seed.hpp"
#include "app/node.hpp"
#include "attach/cabinet.hpp"
#include "broadcast/commands.hpp"
#include "broadcast/queries.hpp"
#include "policy/commands.hpp"
#include "sound/siren.hpp"

namespace anlan::app {

/// A town's station as the program runs it, with its threads, on ports of loopback; its siren lasts two seconds.
class Station {
  public:
    using BroadcastId = broadcast::BroadcastId;
    using TerminalId = broadcast::TerminalId;

    /// `broker`: port of the one that horns listen to; 0: none.
    explicit Station(std::uint16_t broker = 0)
        : folder_(std::filesystem::temp_directory_path() / ("anlan-station-" + std::to_string(getpid()))),
          broker_(broker) {
        std::filesystem::remove_all(folder_);
        open();
        seed_ground(*node_);
        grant(policy::SetPolicy{"broadcast.siren_seconds", 2, "试验", "", "", ""});
    }
    ~Station() {
        close();
        std::filesystem::remove_all(folder_);
    }
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    /// As when the program is ended and started again; its port stays.
    void restart() {
        port_ = port();
        close();
        open();
    }

    Node& node() { return *node_; }
    std::uint16_t port() { return node_->announcing().port(); }

    TerminalId hang(std::uint16_t port, const std::string& host = "127.0.0.1") {
        broadcast::TerminalSheet sheet;
        sheet.name = "喇叭 " + host + ":" + std::to_string(port);
        sheet.area = AreaCode{"350581106000"};
        sheet.address = host + ":" + std::to_string(port);
        sheet.volume = 100;
        return {grant(broadcast::RegisterTerminal{sheet})};
    }
    TerminalId hang_horn(const std::string& id) {
        broadcast::TerminalSheet sheet;
        sheet.name = "号角 " + id;
        sheet.area = AreaCode{"350581106000"};
        sheet.kind = broadcast::TerminalKind::horn;
        sheet.address = id;
        return {grant(broadcast::RegisterTerminal{sheet})};
    }
    BroadcastId draft(
        const std::string& text, std::int64_t severity, std::int64_t repeats = 1, const std::string& recording = ""
    ) {
        broadcast::BroadcastSheet sheet;
        sheet.severity = severity;
        sheet.title = "试验";
        sheet.text = text;
        sheet.repeats = repeats;
        sheet.recording = recording;
        sheet.zones = {AreaCode{"350581106000"}};
        return {grant(broadcast::DraftBroadcast{sheet}, "p-first")};
    }
    /// As its writer does before the second person releases it: its sound is made.
    void hear_ahead(const BroadcastId& id) { ASSERT_TRUE(node_->announcing().speech().wav(facts(id).sheet.text)); }
    void release(const BroadcastId& id) { grant(broadcast::ReleaseBroadcast{id, 1, {}}, "p-second"); }
    void stop(const BroadcastId& id) { grant(broadcast::StopBroadcast{id, "试验"}, "p-second"); }
    std::string keep(const std::string& bytes) {
        return attach::Cabinet(node_->settings().folder / "attachments").keep(bytes).value();
    }

    broadcast::BroadcastFacts facts(const BroadcastId& id) {
        std::optional<broadcast::BroadcastFacts> found;
        node_->read([&](store::Rows& rows) { found = broadcast::find_broadcast(rows, id); });
        return found.value();
    }
    broadcast::PartFacts receipt(const BroadcastId& id, const TerminalId& terminal) {
        std::vector<broadcast::PartFacts> parts;
        node_->read([&](store::Rows& rows) { parts = broadcast::parts_of(rows, id); });
        for (auto& part : parts)
            if (part.terminal == terminal) return part;
        return {};
    }
    broadcast::Hearing hearing(const TerminalId& id) {
        std::optional<broadcast::TerminalFacts> found;
        node_->read([&](store::Rows& rows) { found = broadcast::find_terminal(rows, id); });
        return found.value().hearing;
    }
    /// Waits for something to be written that makes it so.
    template <class F>
    bool becomes(F is, std::chrono::seconds limit = std::chrono::seconds{30}) {
        const auto end = std::chrono::steady_clock::now() + limit;
        while (!is()) {
            std::unique_lock lock(mutex_);
            if (changed_.wait_for(lock, std::chrono::milliseconds{50}) == std::cv_status::timeout &&
                std::chrono::steady_clock::now() > end)
                return false;
        }
        return true;
    }
    broadcast::BroadcastFacts ended(const BroadcastId& id) {
        EXPECT_TRUE(becomes([&] { return facts(id).ended(); }));
        return facts(id);
    }
    std::size_t rounds_done(const BroadcastId& id) {
        return RoundsDone(node_->settings().folder / "announcing.json").of(id.text);
    }
    double round_seconds(const std::string& text) {
        broadcast::ToPlay what;
        what.words = text;
        what.siren = true;
        what.siren_seconds = 2;
        return make_round(what, node_->announcing().speech(), {}).value().sound.seconds();
    }
    /// When so many different addresses of this machine had had a packet.
    static std::chrono::steady_clock::time_point first_packets(
        const loudspeakers::UdpSocket& socket, std::size_t count, std::chrono::seconds limit
    ) {
        std::set<std::uint32_t> heard;
        const auto end = std::chrono::steady_clock::now() + limit;
        while (heard.size() < count && std::chrono::steady_clock::now() < end) {
            pollfd wanted{socket.handle(), POLLIN, 0};
            if (poll(&wanted, 1, 500) <= 0) continue;
            char bytes[256], control[128];
            iovec part{bytes, sizeof bytes};
            msghdr message{};
            message.msg_iov = &part;
            message.msg_iovlen = 1;
            message.msg_control = control;
            message.msg_controllen = sizeof control;
            if (recvmsg(socket.handle(), &message, 0) < 0) continue;
            in_pktinfo info{};
            std::memcpy(&info, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof info);
            heard.insert(info.ipi_addr.s_addr);
        }
        EXPECT_EQ(heard.size(), count);
        return std::chrono::steady_clock::now();
    }

    template <class C>
    std::string grant(C command, const std::string& actor = "p-officer") {
        auto done = node_->writer().execute(journal::wish(World::real(), actor, std::move(command)));
        if (!done) throw std::runtime_error(done.error().code + ": " + done.error().en);
        return done.value().subject;
    }

  private:
    void open() {
        NodeSettings settings;
        settings.facts = {AreaCode{"350581106000"}, "永宁镇"};
        settings.folder = folder_;
        settings.shared_data = std::filesystem::path(ANLAN_SOURCE) / "data";
        settings.server.address = "127.0.0.1";
        settings.server.port = 0;
        loudspeakers::RtpSettings sound;
        sound.local = "127.0.0.1";
        sound.port = port_;
        sound.patience = std::chrono::seconds{3};
        settings.loudspeakers = sound;
        if (broker_ != 0) settings.broker = BrokerSettings{"127.0.0.1", broker_, "", "", "", "anlan-station"};
        threads_ = std::make_unique<http::Threads>(2);
        node_ = std::make_unique<Node>(std::move(settings), Surroundings{clock_, dice_, {}, nullptr, {}, {}, {}});
        node_->writer().on_commit([this](const std::vector<journal::Entry>&) { changed_.notify_all(); });
        node_->open(*threads_);
    }
    void close() {
        node_->close();
        threads_->stop();
        node_.reset();
        threads_.reset();
    }

    std::filesystem::path folder_;
    SystemClock clock_;
    seal::SystemDice dice_;
    std::uint16_t port_ = 0, broker_ = 0;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::unique_ptr<http::Threads> threads_;
    std::unique_ptr<Node> node_;
};

}  // namespace anlan::app
