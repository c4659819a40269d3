#pragma once

#include <cstdint>
#include <utility>

#include "sip/libre.hpp"

/// What only the sources that speak to libre include.
namespace anlan::sip {

/// Owns a reference to an object of libre. Of the loop's thread.
template <class T>
class Held {
  public:
    Held() = default;
    ~Held() { drop(); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    T* get() const { return what_; }
    /// Where libre puts a new one; what was held is dropped.
    T** fresh() {
        drop();
        return &what_;
    }
    void drop() { ::mem_deref(std::exchange(what_, nullptr)); }
    explicit operator bool() const { return what_ != nullptr; }

  private:
    T* what_ = nullptr;
};

/// A timer of libre.
class Timer {
  public:
    Timer() { ::tmr_init(&timer_); }
    ~Timer() { ::tmr_cancel(&timer_); }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    void start(std::uint64_t milliseconds, tmr_h* handler, void* arg) {
        ::tmr_start(&timer_, milliseconds, handler, arg);
    }
    void cancel() { ::tmr_cancel(&timer_); }

  private:
    struct tmr timer_;
};

/// What calls share.
struct Stack {
    struct sa local;  ///< address of this machine, without a port
    std::uint16_t sound_ports = 0, sound_ports_end = 0;
    Held<struct dnsc> names;
    Held<struct sip> sip;
    Held<struct sipsess_sock> sessions;
    Held<struct sip_lsnr> requests;
};

}  // namespace anlan::sip
