#include "icecast/source_line.hpp"

#include <fcntl.h>
#include <shout/shout.h>
#include <sys/select.h>
#include <unistd.h>

#include <mutex>
#include <stdexcept>

namespace anlan::icecast {

namespace {

constexpr int kDescriptorsSpare = 24;

/// libshout waits with select(), which knows no descriptor from FD_SETSIZE on and writes past its end for one.
bool descriptors_too_high() {
    const int probe = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (probe < 0) return true;
    close(probe);
    return probe >= FD_SETSIZE - kDescriptorsSpare;
}

std::string words_of(int fault) {
    switch (fault) {
        case SHOUTERR_NOCONNECT:
            return "连不上流媒体服务器，请检查地址、网络和服务器是否开着";
        case SHOUTERR_NOLOGIN:
            return "流媒体服务器不接受：账号口令不对（配置文件 [[node.icecast]]），或这个挂载点正被占用";
        case SHOUTERR_MALLOC:
            return "本机内存不足";
        default:
            return "与流媒体服务器的连接断开";
    }
}

void begin_library() {
    static std::once_flag once;
    std::call_once(once, &shout_init);
}

}  // namespace

struct SourceLine::Inside {
    Inside() : shout(shout_new()) {
        if (shout == nullptr) throw std::runtime_error("libshout: no memory");
    }
    ~Inside() {
        shout_close(shout);
        shout_free(shout);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    shout_t* shout;
};

SourceLine::SourceLine(const Server& server, const std::string& mount) {
    begin_library();
    inside_ = std::make_unique<Inside>();
    auto* shout = inside_->shout;
    const bool set =
        shout_set_host(shout, server.host().c_str()) == SHOUTERR_SUCCESS &&
        shout_set_port(shout, server.port()) == SHOUTERR_SUCCESS &&
        shout_set_user(shout, server.user.c_str()) == SHOUTERR_SUCCESS &&
        shout_set_password(shout, server.password.c_str()) == SHOUTERR_SUCCESS &&
        shout_set_mount(shout, ("/" + mount).c_str()) == SHOUTERR_SUCCESS &&
        shout_set_protocol(shout, SHOUT_PROTOCOL_HTTP) == SHOUTERR_SUCCESS &&
        shout_set_content_format(shout, SHOUT_FORMAT_OGG, SHOUT_USAGE_AUDIO, nullptr) == SHOUTERR_SUCCESS &&
        shout_set_tls(shout, SHOUT_TLS_DISABLED) == SHOUTERR_SUCCESS &&
        shout_set_agent(shout, "anlan") == SHOUTERR_SUCCESS && shout_set_nonblocking(shout, 1) == SHOUTERR_SUCCESS;
    if (!set) {
        lose(SHOUTERR_MALLOC);
        return;
    }
    if (descriptors_too_high()) {
        state_ = State::lost;
        why_ = "本机打开的连接太多，暂时连不上流媒体服务器";
        return;
    }
    const auto begun = shout_open(shout);
    if (begun == SHOUTERR_SUCCESS)
        state_ = State::open;
    else if (begun != SHOUTERR_BUSY && begun != SHOUTERR_RETRY)
        lose(begun == SHOUTERR_SOCKET ? SHOUTERR_NOCONNECT : begun);
}

SourceLine::~SourceLine() = default;

void SourceLine::lose(int fault) {
    state_ = State::lost;
    why_ = words_of(fault);
}

SourceLine::State SourceLine::state() {
    if (state_ != State::opening) return state_;
    const auto now = shout_get_connected(inside_->shout);
    if (now == SHOUTERR_CONNECTED)
        state_ = State::open;
    else if (now != SHOUTERR_BUSY && now != SHOUTERR_RETRY && now != SHOUTERR_UNCONNECTED)
        lose(now == SHOUTERR_SOCKET ? SHOUTERR_NOCONNECT : now);
    return state_;
}

void SourceLine::send(const std::string& bytes) {
    if (state_ != State::open) return;
    const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto sent = shout_send_raw(inside_->shout, from, bytes.size());
    const auto fault = shout_get_errno(inside_->shout);
    if (sent < 0 || fault == SHOUTERR_SOCKET || fault == SHOUTERR_UNCONNECTED) lose(SHOUTERR_SOCKET);
}

std::size_t SourceLine::waiting() const {
    const auto length = shout_queuelen(inside_->shout);
    return length > 0 ? static_cast<std::size_t>(length) : 0;
}

}  // namespace anlan::icecast
