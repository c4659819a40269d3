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

#include "app/announcing.hpp"
#include "app/announcing_round.hpp"
#include "app/announcing_rounds.hpp"
#include "attach/cabinet.hpp"
#include "broadcast/commands.hpp"
#include "broadcast/queries.hpp"
#include "broadcast/room.hpp"
#include "identity/identity.hpp"
#include "journal/deadline_events.hpp"
#include "loudspeakers/receiver_for_tests.hpp"
#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/commands.hpp"
#include "policy/room.hpp"
#include "sound/siren.hpp"
#include "store/readers.hpp"

namespace anlan::app {

/// Journal, room and sound of a town's station with their threads, on ports of loopback; its siren lasts two seconds.
class Station {
  public:
    using BroadcastId = broadcast::BroadcastId;
    using TerminalId = broadcast::TerminalId;

    /// `broker`: port of the one that horns listen to; 0: none.
    explicit Station(std::uint16_t broker = 0, std::vector<icecast::Server> servers = {})
        : folder_(std::filesystem::temp_directory_path() / ("anlan-station-" + std::to_string(getpid()))),
          broker_(broker),
          servers_(std::move(servers)) {
        std::filesystem::remove_all(folder_);
        open();
        grant(policy::AdoptPack{});
        grant(organisation::AdoptAreas{{{kTown, "永宁镇", AreaCode{"350581000000"}, {}, {}}}});
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

    Announcing& announcing() { return *announcing_; }
    const seal::KeyPair& key() const { return key_; }
    std::uint16_t port() { return announcing_->port(); }

    TerminalId hang(
        std::uint16_t port,
        const std::string& host = "127.0.0.1",
        broadcast::TerminalCodec codec = broadcast::TerminalCodec::g711
    ) {
        broadcast::TerminalSheet sheet;
        sheet.name = "喇叭 " + host + ":" + std::to_string(port);
        sheet.area = kTown;
        sheet.address = host + ":" + std::to_string(port);
        sheet.volume = 100;
        sheet.codec = codec;
        return {grant(broadcast::RegisterTerminal{sheet})};
    }
    /// And waits until it has been heard; its probe is over then, and what comes next is a broadcast.
    TerminalId hang(
        loudspeakers::Receiver& loudspeaker, broadcast::TerminalCodec codec = broadcast::TerminalCodec::g711
    ) {
        const auto id = hang(loudspeaker.port, "127.0.0.1", codec);
        EXPECT_TRUE(becomes([&] { return hearing(id) == broadcast::Hearing::heard; }));
        EXPECT_TRUE(becomes([&] { return std::chrono::steady_clock::now() - loudspeaker.latest() > kQuiet; }));
        return id;
    }
    /// At 127.2.0.1 … 127.2.3.250.
    void hang_thousand(std::uint16_t port, broadcast::TerminalCodec codec = broadcast::TerminalCodec::g711) {
        for (int i = 0; i < 1'000; ++i) {
            const auto host = "127.2." + std::to_string(i / 250) + "." + std::to_string(1 + i % 250);
            if (i == 999) {
                hang(port, host, codec);
                continue;
            }
            broadcast::TerminalSheet sheet;
            sheet.name = "喇叭 " + host;
            sheet.area = kTown;
            sheet.address = host + ":" + std::to_string(port);
            sheet.codec = codec;
            auto wish = journal::wish(World::real(), "p-officer", broadcast::RegisterTerminal{sheet});
            writer_->submit(std::move(wish), [](const Result<journal::Outcome>& done) { EXPECT_TRUE(done); });
        }
    }
    TerminalId hang_horn(const std::string& id) {
        broadcast::TerminalSheet sheet;
        sheet.name = "号角 " + id;
        sheet.area = kTown;
        sheet.kind = broadcast::TerminalKind::horn;
        sheet.address = id;
        return {grant(broadcast::RegisterTerminal{sheet})};
    }
    /// A mount of a server.
    TerminalId hang_stream(const std::string& address) {
        broadcast::TerminalSheet sheet;
        sheet.name = "流媒体 " + address;
        sheet.area = kTown;
        sheet.kind = broadcast::TerminalKind::icecast;
        sheet.address = address;
        sheet.volume = 100;
        return {grant(broadcast::RegisterTerminal{sheet})};
    }
    /// A loudspeaker that is called.
    TerminalId hang_telephone(const std::string& address) {
        broadcast::TerminalSheet sheet;
        sheet.name = "SIP 音柱 " + address;
        sheet.area = kTown;
        sheet.kind = broadcast::TerminalKind::sip;
        sheet.address = address;
        sheet.volume = 100;
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
        sheet.zones = {kTown};
        return {grant(broadcast::DraftBroadcast{sheet}, "p-first")};
    }
    /// As its writer does before the second person releases it: its sound is made.
    void hear_ahead(const BroadcastId& id) { ASSERT_TRUE(announcing_->speech().wav(facts(id).sheet.text)); }
    void release(const BroadcastId& id) { grant(broadcast::ReleaseBroadcast{id, 1, {}}, "p-second"); }
    void stop(const BroadcastId& id) { grant(broadcast::StopBroadcast{id, "试验"}, "p-second"); }
    std::string keep(const std::string& bytes) { return attach::Cabinet(folder_ / "attachments").keep(bytes).value(); }

    broadcast::BroadcastFacts facts(const BroadcastId& id) {
        std::optional<broadcast::BroadcastFacts> found;
        read([&](store::Rows& rows) { found = broadcast::find_broadcast(rows, id); });
        return found.value();
    }
    broadcast::PartFacts receipt(const BroadcastId& id, const TerminalId& terminal) {
        std::vector<broadcast::PartFacts> parts;
        read([&](store::Rows& rows) { parts = broadcast::parts_of(rows, id); });
        for (auto& part : parts)
            if (part.terminal == terminal) return part;
        return {};
    }
    broadcast::Hearing hearing(const TerminalId& id) {
        std::optional<broadcast::TerminalFacts> found;
        read([&](store::Rows& rows) { found = broadcast::find_terminal(rows, id); });
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
    std::size_t rounds_done(const BroadcastId& id) { return RoundsDone(folder_ / "announcing.json").of(id.text); }
    double round_seconds(const std::string& text) {
        broadcast::ToPlay what;
        what.words = text;
        what.siren = true;
        what.siren_seconds = 2;
        return make_round(what, announcing_->speech(), {}).value().sound.seconds();
    }
    /// When so many different addresses of this machine had had a packet.
    static std::chrono::steady_clock::time_point first_packets(
        const udp::UdpSocket& socket, std::size_t count, std::chrono::seconds limit
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
        auto done = writer_->execute(journal::wish(World::real(), actor, std::move(command)));
        if (!done) throw std::runtime_error(done.error().code + ": " + done.error().en);
        return done.value().subject;
    }

  private:
    void read(const std::function<void(store::Rows&)>& ask) {
        const auto rows = readers_->take();
        ask(*rows);
    }
    void open() {
        std::filesystem::create_directories(folder_);
        const store::Place place{(folder_ / "node.db").string(), ""};
        writer_ = std::make_unique<journal::Writer>(
            journal::WriterSettings{place, {kTown, "永宁镇"}, &clock_, &dice_, 512, {}},
            std::vector<journal::Room>{
                journal::make_room(),
                identity::make_room(),
                policy::make_room(),
                organisation::make_room(),
                broadcast::make_room()}
        );
        readers_ = std::make_unique<store::Readers>(place);
        AnnouncingSettings settings;
        settings.folder = folder_;
        settings.area = kTown;
        settings.key = key_;
        auto& sound = settings.loudspeakers.emplace();
        sound.local = "127.0.0.1";
        sound.port = port_;
        sound.patience = std::chrono::seconds{2};
        settings.sip.emplace().endpoint.local = "127.0.0.1";
        settings.icecast = servers_;
        settings.look = std::chrono::seconds{1};
        if (broker_ != 0) settings.broker = BrokerSettings{"127.0.0.1", broker_, "", "", "", "anlan-station"};
        announcing_ = std::make_unique<Announcing>(
            settings, *writer_, clock_, dice_, [this](const std::function<void(store::Rows&)>& ask) { read(ask); }
        );
        writer_->on_commit([this](const std::vector<journal::Entry>& entries) {
            announcing_->follow(entries);
            changed_.notify_all();
        });
        writer_->start();
        announcing_->start();
    }
    void close() {
        announcing_->stop();
        writer_->stop();
        announcing_.reset();
        readers_.reset();
        writer_.reset();
    }

    static constexpr std::chrono::milliseconds kQuiet{400};  ///< twice as long as a probe
    inline static const AreaCode kTown{"350581106000"};
    std::filesystem::path folder_;
    const seal::KeyPair key_ = seal::new_key_pair();
    SystemClock clock_;
    seal::SystemDice dice_;
    std::uint16_t port_ = 0, broker_ = 0;
    std::vector<icecast::Server> servers_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::unique_ptr<journal::Writer> writer_;
    std::unique_ptr<store::Readers> readers_;
    std::unique_ptr<Announcing> announcing_;
};

}  // namespace anlan::app
