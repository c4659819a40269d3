#pragma once

#include <memory>

#include "push/postman.hpp"

namespace anlan::push {

/// Carries calls by posts to a service on the web.
class PostingCarrier final : public calls::Carrier {
  public:
    PostingCarrier(std::unique_ptr<Postman> postman, PostingSettings settings);
    ~PostingCarrier() override;
    PostingCarrier(const PostingCarrier&) = delete;
    PostingCarrier& operator=(const PostingCarrier&) = delete;

    calls::Channel channel() const override;
    void open(calls::CarrierNews news) override;
    void carry(const calls::Carry& carry) override;
    calls::ChannelHealth health() const override;
    /// Waits for the posts under way, so at most as long as one may take.
    void close() override;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace anlan::push
