#include <poll.h>
#include <sys/socket.h>

#include <cstring>
#include <ctime>
#include <iostream>
#include <map>

#include "loudspeakers/sender_for_tests.hpp"

namespace anlan::loudspeakers {
namespace {

using namespace test;

struct a_sender_to_a_thousand : a_sender {
    void reaches_all(Coding coding);
};

void a_sender_to_a_thousand::reaches_all(Coding coding) {
    open({.patience = 100ms});
    auto socket = UdpSocket::open(INADDR_ANY, 0, 1);  // 127.1.x.y are all here
    ASSERT_TRUE(socket);
    const int one = 1;
    setsockopt(socket->handle(), IPPROTO_IP, IP_PKTINFO, &one, sizeof one);
    const int buffer = 16 * 1024 * 1024;
    setsockopt(socket->handle(), SOL_SOCKET, SO_RCVBUFFORCE, &buffer, sizeof buffer);
    std::vector<RtpTarget> targets;
    for (std::uint32_t i = 0; i < 1'000; ++i)
        targets.push_back(
            {"t" + std::to_string(i), {0x7F010001 + (i / 250) * 256 + i % 250, socket->port()}, 100, coding}
        );
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    const auto began = steady_clock::now();
    sender->play("b1", tone(2, 700, coding), 1, targets);
    std::map<std::uint32_t, int> packets;
    steady_clock::duration all{};
    std::size_t total = 0;
    while (total < 100'000 && steady_clock::now() - began < 10s) {
        pollfd wanted{socket->handle(), POLLIN, 0};
        if (poll(&wanted, 1, 500) <= 0) break;
        char bytes[256], control[128];
        iovec part{bytes, sizeof bytes};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        if (recvmsg(socket->handle(), &message, 0) < 0) continue;
        in_pktinfo info{};
        std::memcpy(&info, CMSG_DATA(CMSG_FIRSTHDR(&message)), sizeof info);
        ++total;
        if (++packets[ntohl(info.ipi_addr.s_addr)] == 1 && packets.size() == 1'000) all = steady_clock::now() - began;
    }
    const auto took = std::chrono::duration<double>(steady_clock::now() - began).count();
    timespec now_spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now_spent);
    const auto processor = static_cast<double>(now_spent.tv_sec - spent.tv_sec) +
                           static_cast<double>(now_spent.tv_nsec - spent.tv_nsec) / 1e9;
    std::cout << (coding == Coding::opus ? "Opus, " : "G.711, ") << processor << " s of a processor: "
              << "1,000 loudspeakers had their first packet after "
              << std::chrono::duration<double, std::milli>(all).count() << " ms; " << total
              << " packets of 2 s of sound in " << took << " s\n";
    EXPECT_EQ(packets.size(), 1'000U);
    EXPECT_LT(all, 2s);
    EXPECT_GT(total, 95'000U);
    EXPECT_LT(took, 8) << "two seconds on a machine that does nothing else";
}

TEST_F(a_sender_to_a_thousand, reaches_them_in_under_two_seconds_and_keeps_up_with_them) {
    reaches_all(Coding::g711);
}

TEST_F(a_sender_to_a_thousand, does_so_in_opus_encoded_once) {
    reaches_all(Coding::opus);
}

}  // namespace
}  // namespace anlan::loudspeakers
