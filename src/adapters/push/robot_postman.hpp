#pragma once

#include "push/robot.hpp"

namespace anlan::push {

/// Calls people by name in group chats; to every group, since nobody here knows who is in which.
class RobotPostman final : public Postman {
  public:
    RobotPostman(std::vector<Robot> robots, std::chrono::seconds limit);

    calls::Channel channel() const override { return calls::Channel::robot; }
    std::vector<Target> targets(const calls::Carry& carry) const override;
    Outcome post(const Target& target, const std::vector<calls::Carry>& carries) override;
    std::vector<std::string> groups() const override;
    bool reachable(const std::string& group) override;
    std::string device() const override;

  private:
    const Robot& robot(const std::string& name) const;

    std::vector<Robot> robots_;
    std::chrono::seconds limit_;  ///< of one post
};

/// How robots are posted to: one at a time each, calls of the same words together, nothing sent twice.
PostingSettings robot_posting(const std::filesystem::path& folder);

}  // namespace anlan::push
