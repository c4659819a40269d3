#include "devices/commands.hpp"
#include "devices/project.hpp"
#include "journal/deadline.hpp"

namespace anlan::devices {

namespace {

std::string deadline_of(const std::string& round) {
    return "comm_round/" + round;
}

DeviceHappening happening_of(CheckOutcome outcome) {
    switch (outcome) {
        case CheckOutcome::answered:
            return DeviceHappening::answered;
        case CheckOutcome::no_answer:
            return DeviceHappening::no_answer;
        case CheckOutcome::fault:
            return DeviceHappening::fault;
        case CheckOutcome::missed:
            break;
    }
    return DeviceHappening::missed;
}

}  // namespace

void project(store::Rows& rows, const Entry& entry, const DeviceChecked& checked) {
    const bool answered = checked.outcome == CheckOutcome::answered;
    rows.run(
        "UPDATE device SET last_outcome = :o, checked_at = :t WHERE id = :i", checked.outcome, entry.at, entry.subject
    );
    if (answered)
        rows.run(
            "UPDATE device SET answered_at = :t, failure = NULL, failed_at = NULL, failure_note = '' WHERE id = :i",
            entry.at,
            entry.subject
        );
    else
        rows.run(
            "UPDATE device SET failure = :o, failed_at = COALESCE(failed_at, :t), failure_note = :n WHERE id = :i",
            checked.outcome,
            entry.at,
            checked.note,
            entry.subject
        );
    if (!checked.round.empty())
        rows.run(
            "UPDATE comm_round_part SET outcome = :o, seconds = :s, counterpart = :c, note = :n, noted_at = :t, "
            "noted_by = :b WHERE round_id = :r AND device = :d",
            checked.outcome,
            checked.seconds,
            checked.counterpart,
            checked.note,
            entry.at,
            entry.actor,
            checked.round,
            entry.subject
        );
    DeviceLine line;
    line.device = {entry.subject};
    line.happening = happening_of(checked.outcome);
    line.round = checked.round;
    line.seconds = checked.seconds;
    line.counterpart = checked.counterpart;
    line.note = checked.note;
    write_line(rows, entry, line);
}

void project(store::Rows& rows, const Entry& entry, const DailyRoundSet& set) {
    journal::set_deadline(rows, entry, kDaily, set.next_at, "devices.open_daily_round", OpenDailyRound{});
}

void project(store::Rows& rows, const Entry& entry, const RoundOpened& opened) {
    const std::chrono::seconds lasting{opened.lasting_seconds};
    rows.run(
        "INSERT INTO comm_round(id, daily, opened_at, opened_by, closes_at) VALUES(:i, :d, :t, :b, :c)",
        entry.subject,
        opened.daily,
        entry.at,
        entry.actor,
        Instant{entry.at + lasting}
    );
    std::int64_t place = 0;
    for (const auto& device : opened.devices)
        rows.run(
            "INSERT INTO comm_round_part(round_id, device, place_in_round, counterpart, note, noted_by) "
            "VALUES(:r, :d, :p, '', '', '')",
            entry.subject,
            device,
            ++place
        );
    journal::set_deadline(
        rows,
        entry,
        deadline_of(entry.subject),
        journal::after(entry, lasting),
        "devices.end_round",
        EndRound{{entry.subject}}
    );
}

void project(store::Rows& rows, const Entry& entry, const RoundClosed& closed) {
    journal::clear_deadline(rows, deadline_of(entry.subject));
    rows.run("UPDATE comm_round SET closed_at = :t WHERE id = :i", entry.at, entry.subject);
    for (const auto& device : closed.missed) {
        rows.run(
            "UPDATE comm_round_part SET outcome = :o, noted_at = :t, noted_by = :b WHERE round_id = :r AND device = :d",
            CheckOutcome::missed,
            entry.at,
            entry.actor,
            entry.subject,
            device
        );
        rows.run("UPDATE device SET last_outcome = :o WHERE id = :i", CheckOutcome::missed, device);
        DeviceLine line;
        line.device = device;
        line.happening = DeviceHappening::missed;
        line.round = {entry.subject};
        write_line(rows, entry, line);
    }
}

void mirror(store::Rows& rows, const Entry& entry, const RoundClosed& closed, const AreaCode& from) {
    rows.run(
        "INSERT INTO devices_below(node, at, devices, satellite_phones, asked, answered, unanswered, faulty, left_out, "
        "attention, urgent) VALUES(:n, :t, :d, :s, :k, :a, :u, :f, :l, :w, :g) ON CONFLICT(node) DO UPDATE SET at = "
        "excluded.at, devices = excluded.devices, satellite_phones = excluded.satellite_phones, asked = "
        "excluded.asked, answered = excluded.answered, unanswered = excluded.unanswered, faulty = excluded.faulty, "
        "left_out = excluded.left_out, attention = excluded.attention, urgent = excluded.urgent",
        from,
        entry.at,
        closed.devices,
        closed.satellite_phones,
        closed.asked,
        closed.answered,
        closed.unanswered,
        closed.faulty,
        closed.left,
        closed.attention,
        closed.urgent
    );
}

}  // namespace anlan::devices
