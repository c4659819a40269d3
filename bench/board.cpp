#include <fmt/format.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

#include "bench/desk_client.hpp"
#include "bench/report.hpp"
#include "bench/station.hpp"
#include "bench/ws_clients.hpp"
#include "identity/commands.hpp"
#include "registers/commands.hpp"
#include "shelter/registers.hpp"

namespace anlan::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kScreens = 200;
constexpr int kHouseholds = 1'700;  ///< about 5,000 people
constexpr int kRounds = 9;
const AreaCode kTown{"350581106000"};

/// The station with its households in the register, and one desk account with a session for each screen.
void serve_households(Wire& wire, const std::filesystem::path& folder) {
    Station station(folder);
    station.open();
    station.lay_ground();
    auto& node = station.node();
    const auto head = station.settle_people(0).front();
    std::vector<std::string> villages;
    node.read([&](store::Rows& rows) {
        villages = rows.list<std::string>("SELECT code FROM area WHERE parent = :p ORDER BY code", kTown);
    });
    std::vector<json::object> rows;
    for (int i = 0; i < kHouseholds; ++i)
        rows.push_back(
            {{"area", villages[static_cast<std::size_t>(i) % villages.size()]},
             {"head", "测试户主" + std::to_string(i)},
             {"address", "测试巷" + std::to_string(i) + "号"},
             {"people", 1 + i % 5},
             {"kind", i % 3 == 0 ? "危房" : "低洼地"}}
        );
    grant(node, registers::put_rows(shelter::households(), "system:bench", std::move(rows)));
    wire.tell(std::to_string(node.port()));
    wire.tell(head);
    for (int i = 0; i < kScreens; ++i)
        wire.tell(
            std::string(run(node, identity::OpenSession{"bench_head", "127.0.0.1", {}}).answer.at("token").as_string())
        );
    while (!wire.hear().empty()) continue;
}

/// As many browsers that ask the same questions at once, each on a connection of its own.
class Screens {
  public:
    Screens(int port, const std::vector<std::string>& tokens) : tokens_(tokens), poll_(::epoll_create1(0)) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            sockets_.push_back(connect_to(port));
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u32 = static_cast<std::uint32_t>(i);
            ::epoll_ctl(poll_, EPOLL_CTL_ADD, sockets_.back(), &event);
        }
    }
    ~Screens() {
        for (const int socket : sockets_) ::close(socket);
        ::close(poll_);
    }
    Screens(const Screens&) = delete;
    Screens& operator=(const Screens&) = delete;

    /// Everybody asks; returns when the last answer is whole. Throws std::runtime_error at anything but 200.
    void ask(const std::string& path) {
        for (std::size_t i = 0; i < sockets_.size(); ++i) {
            const auto request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n" +
                                 "Authorization: Bearer " + tokens_[i] + "\r\n\r\n";
            if (::send(sockets_[i], request.data(), request.size(), MSG_NOSIGNAL) < 0)
                throw std::runtime_error("a screen could not ask");
        }
        std::vector<std::string> answers(sockets_.size());
        for (auto waiting = sockets_.size(); waiting > 0;) waiting -= take(answers);
    }

  private:
    std::size_t take(std::vector<std::string>& answers) {
        std::array<epoll_event, 64> events{};
        std::array<char, 65'536> piece{};
        std::size_t whole = 0;
        const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), 5'000);
        if (count <= 0) throw std::runtime_error("a screen waited in vain");
        for (int i = 0; i < count; ++i) {
            const auto index = events[static_cast<std::size_t>(i)].data.u32;
            const auto bytes = ::recv(sockets_[index], piece.data(), piece.size(), MSG_DONTWAIT);
            if (bytes <= 0) throw std::runtime_error("a screen was dropped");
            answers[index].append(piece.data(), static_cast<std::size_t>(bytes));
            whole += is_whole(answers[index]) ? 1 : 0;
        }
        return whole;
    }

    static bool is_whole(const std::string& answer) {
        const auto end = answer.find("\r\n\r\n");
        if (end == std::string::npos) return false;
        if (!answer.starts_with("HTTP/1.1 200")) throw std::runtime_error("a screen was refused: " + answer);
        const auto length = answer.find("Content-Length: ");
        return answer.size() >= end + 4 + std::stoul(answer.substr(length + 16));
    }

    std::vector<std::string> tokens_;
    std::vector<int> sockets_;
    int poll_;
};

std::string order_all(DeskClient& desk) {
    const auto made = desk.post(
        "/api/v1/transfers",
        R"({"title":"测速转移令","area":"350581106000","kinds":[],"risk":1,"reason":"测速","response":"",)"
        R"("stage":"emergency","within_minutes":360,"allotted":[],"leave_out":false})"
    );
    return made.at("id").as_string().c_str();
}

}  // namespace

Figures transfer_board() {
    const auto folder = fresh_folder("board");
    std::vector<double> heard, shown;
    std::int64_t people = 0;
    {
        Child child([&](Wire& wire) { serve_households(wire, folder); });
        const auto port = std::stoi(child.hear());
        DeskClient desk(port, child.hear());
        std::vector<std::string> tokens;
        for (int i = 0; i < kScreens; ++i) tokens.push_back(child.hear());
        const auto order = order_all(desk);
        const auto board = "/api/v1/transfers/" + order;
        const auto list = desk.get(board + "/households?limit=5000");
        people = desk.get(board).at("transfer").at("people").at("listed").as_int64();
        WsClients live(port, tokens);
        live.wait_for("hello", Clock::now(), std::chrono::seconds{20});
        Screens screens(port, tokens);
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
        for (int round = 0; round < kRounds; ++round) {
            const auto& row = list.at("items").as_array().at(static_cast<std::size_t>(round * 37));
            const std::string household = row.at("household").as_string().c_str();
            const auto start = Clock::now();
            const auto passed = [&] { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); };
            desk.post(board + "/households/" + household, R"({"state":"elsewhere"})");
            const auto times = live.wait_for("transfer.marked", start, std::chrono::seconds{10});
            heard.push_back(percentile(times, 1));
            screens.ask(board);
            screens.ask(board + "/households?limit=300&since=" + std::to_string(since));
            shown.push_back(passed());
        }
    }
    std::filesystem::remove_all(folder);
    const auto last = median(shown);
    return {
        {fmt::format("board of {} people on {} screens, the last one has the new numbers", people, kScreens),
         fmt::format("{:.0f} ms (median of {}), worst {:.0f} ms", last, kRounds, percentile(shown, 1)),
         fmt::format("all have heard of it after {:.0f} ms; a page waits 30 ms more for what the same commit tells", median(heard)),
         "–",
         "< 500 ms",
         last + 30 < 500}};
}

}  // namespace anlan::bench
