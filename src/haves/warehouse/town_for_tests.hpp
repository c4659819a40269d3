#pragma once

#include <gtest/gtest.h>

#include "organisation/commands.hpp"
#include "organisation/room.hpp"
#include "policy/room.hpp"
#include "registers/commands.hpp"
#include "registers/room.hpp"
#include "trial/trial.hpp"
#include "warehouse/commands.hpp"
#include "warehouse/queries.hpp"
#include "warehouse/records.hpp"
#include "warehouse/registers.hpp"
#include "warehouse/room.hpp"

namespace anlan::warehouse {

/// A town with two stores, a keeper and a second person.
struct StoreTown {
    StoreTown()
        : trial({registers::make_room(), policy::make_room(), organisation::make_room(), make_room()}),
          store(put_store("测试镇仓库")),
          other(put_store("测试村物资点")) {}

    std::string put_store(const std::string& name) {
        return trial.run(registers::put_row(stores(), "p", "", {{"name", name}, {"area", "350581106000"}}))
            .value()
            .subject;
    }
    ReceiveStock bringing(const std::string& item, std::int64_t quantity, const std::string& expires_on = "") {
        ReceiveStock wish;
        wish.store = store;
        wish.item = item;
        wish.quantity = quantity;
        wish.supplier = "测试供应商";
        wish.expires_on = expires_on;
        return wish;
    }
    BatchId take_in(const std::string& item, std::int64_t quantity, const std::string& expires_on = "") {
        return {trial.when(bringing(item, quantity, expires_on), keeper).value().subject};
    }
    IssueStock issuing(std::vector<WantedStock> wanted) {
        IssueStock wish;
        wish.store = store;
        wish.purpose = "测试排涝";
        wish.ordered_by = "值班领导批准";
        wish.receiver = "测试抢险队";
        wish.wanted = std::move(wanted);
        return wish;
    }
    Result<journal::Outcome> issue(std::vector<WantedStock> wanted, const std::string& who = "p-keeper") {
        return trial.when(issuing(std::move(wanted)), who);
    }
    std::int64_t usable(const BatchId& batch, const World& world = World::real()) {
        return balance_of(trial.rows(), world, batch.text, store).usable;
    }

    trial::Trial trial;
    std::string store, other;
    const std::string keeper = "p-keeper", second = "p-second";
};

}  // namespace anlan::warehouse
