#include "sms/spool.hpp"

#include <algorithm>

namespace anlan::sms {

std::string_view smsd_tables();

namespace {

/// Before any taking: the daemon moves it on when it begins with a message.
constexpr const char* kUntouched = "2000-01-01 00:00:00";
constexpr const char* kCoding = "Unicode_No_Compression";

struct Outgoing {
    std::string taken_at;
    std::int64_t retries = 0, code = 0;
};
BOOST_DESCRIBE_STRUCT(Outgoing, (), (taken_at, retries, code))

}  // namespace

Spool::Spool(const std::string& file) : rows_(store::connect({file, {}}, store::Use::writing)) {
    rows_->script(smsd_tables());
}

void Spool::in_one_step(const std::function<void()>& work) {
    rows_->begin();
    try {
        work();
        rows_->commit();
    } catch (...) {
        rows_->rollback();
        throw;
    }
}

void Spool::put(const std::string& name, const std::string& number, const std::vector<Part>& parts) {
    in_one_step([&] {
        rows_->run(
            "INSERT INTO outbox(InsertIntoDB, SendingDateTime, SendingTimeOut, Text, TextDecoded, DestinationNumber, "
            "Coding, UDH, MultiPart, DeliveryReport, CreatorID) VALUES(datetime('now', 'localtime'), :d, :u, :t, :w, "
            ":n, "
            ":c, :h, :m, 'yes', :i)",
            kUntouched,
            kUntouched,
            parts.front().hex,
            parts.front().words,
            number,
            kCoding,
            parts.front().header,
            parts.size() > 1 ? "true" : "false",
            name
        );
        for (std::size_t i = 1; i < parts.size(); ++i)
            rows_->run(
                "INSERT INTO outbox_multipart(ID, SequencePosition, Text, TextDecoded, Coding, UDH) SELECT ID, :s, :t, "
                ":w, "
                ":c, :h FROM outbox WHERE CreatorID = :i",
                i + 1,
                parts[i].hex,
                parts[i].words,
                kCoding,
                parts[i].header,
                name
            );
    });
}

Lot Spool::look(const std::string& name) {
    const auto out = rows_->first<Outgoing>(
        "SELECT SendingTimeOut, Retries, StatusCode FROM outbox WHERE CreatorID = :i LIMIT 1", name
    );
    if (out) {
        if (out->retries > 0) return out->code > 0 ? Lot::refused : Lot::gone_wrong;
        return out->taken_at == kUntouched ? Lot::waiting : Lot::taken;
    }
    const auto states = rows_->list<std::string>("SELECT Status FROM sentitems WHERE CreatorID = :i", name);
    if (states.empty()) {
        const auto given_up = rows_->value<std::int64_t>("SELECT COUNT(*) FROM uncertain WHERE Name = :i", name);
        return given_up.value_or(0) > 0 ? Lot::uncertain : Lot::unknown;
    }
    const auto any = [&](std::string_view state) {
        return std::find(states.begin(), states.end(), state) != states.end();
    };
    if (any("SendingError") || any("Error")) return Lot::gone_wrong;
    if (any("DeliveryFailed")) return Lot::not_delivered;
    const bool all = std::all_of(states.begin(), states.end(), [](const auto& state) { return state == "DeliveryOK"; });
    return all ? Lot::delivered : Lot::sent;
}

std::int64_t Spool::refusal(const std::string& name) {
    return rows_->value<std::int64_t>("SELECT StatusCode FROM outbox WHERE CreatorID = :i", name).value_or(-1);
}

bool Spool::take_back(const std::string& name) {
    if (rows_->run("DELETE FROM outbox WHERE CreatorID = :i AND SendingTimeOut = :u", name, kUntouched) == 0)
        return false;
    rows_->run("DELETE FROM outbox_multipart WHERE ID NOT IN (SELECT ID FROM outbox)");
    return true;
}

void Spool::take_out(const std::string& name) {
    in_one_step([&] {
        rows_->run("DELETE FROM outbox_multipart WHERE ID IN (SELECT ID FROM outbox WHERE CreatorID = :i)", name);
        rows_->run("DELETE FROM outbox WHERE CreatorID = :i", name);
    });
}

void Spool::give_up(const std::string& name) {
    rows_->run("INSERT OR IGNORE INTO uncertain(Name) VALUES(:i)", name);
    take_out(name);
}

std::vector<std::string> Spool::inside() {
    return rows_->list<std::string>("SELECT CreatorID FROM outbox ORDER BY ID");
}

std::vector<Received> Spool::received() {
    return rows_->select<Received>(
        "SELECT ID, SenderNumber, TextDecoded, ReceivingDateTime FROM inbox WHERE Processed = 'false' ORDER BY ID"
    );
}

void Spool::read(std::int64_t id) {
    rows_->run("UPDATE inbox SET Processed = 'true' WHERE ID = :i", id);
}

Sign Spool::sign() {
    Sign sign;
    const auto alive =
        rows_->value<std::int64_t>("SELECT COUNT(*) FROM phones WHERE TimeOut > datetime('now', 'localtime')");
    sign.alive = alive.value_or(0) > 0;
    sign.signal_percent =
        rows_->value<std::int64_t>("SELECT Signal FROM phones ORDER BY TimeOut DESC LIMIT 1").value_or(-1);
    sign.network = rows_->value<std::string>("SELECT NetName FROM phones ORDER BY TimeOut DESC LIMIT 1").value_or("");
    return sign;
}

void Spool::forget_sign() {
    rows_->run("DELETE FROM phones");
}

void Spool::purge() {
    rows_->run("DELETE FROM sentitems WHERE SendingDateTime < datetime('now', 'localtime', '-3 days')");
    rows_->run("DELETE FROM inbox WHERE Processed = 'true' AND UpdatedInDB < datetime('now', '-3 days')");
}

}  // namespace anlan::sms
