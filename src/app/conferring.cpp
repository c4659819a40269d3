#include "app/conferring.hpp"

#include <atomic>
#include <mutex>
#include <set>

#include "app/cascading.hpp"
#include "app/doorway.hpp"
#include "app/worker.hpp"
#include "janus/film.hpp"
#include "journal/room.hpp"
#include "meetings/commands.hpp"
#include "meetings/queries.hpp"

namespace anlan::app {

using meetings::MeetingId;

namespace {

constexpr std::size_t kSessionBytes = 16;  ///< of a name nobody can guess
constexpr const char* kMeetings = "system:meetings";

struct Present {
    MeetingId meeting;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(Present, (), (meeting, person))

struct Named {
    MeetingId id;
};
BOOST_DESCRIBE_STRUCT(Named, (), (id))

}  // namespace

struct Conferring::Inside {
    Inside(
        std::optional<janus::JanusSettings> given,
        std::optional<sip::Account> line,
        std::string secret,
        journal::Writer& to,
        live::Hub& hub_of,
        seal::Dice& with,
        Read reader
    )
        : janus(std::move(given)),
          account(std::move(line)),
          station_secret(std::move(secret)),
          writer(to),
          hub(hub_of),
          dice(with),
          read(std::move(reader)) {
        doorway.with_line = account.has_value();
    }

    template <class Command>
    void note(Command command) {
        writer.submit(journal::wish(World::real(), kMeetings, std::move(command)), [](const Result<journal::Outcome>&) {
        });
    }

    janus::HallEars ears() {
        return {
            [this](const MeetingId& meeting, const PersonId& person) {
                note(meetings::NoteJoined{meeting, person});
            },
            [this](const MeetingId& meeting, const PersonId& person, meetings::Leaving how) {
                note(meetings::NoteLeft{meeting, person, how});
            },
            [this](const MeetingId& meeting, const std::vector<PersonId>& people) {
                {
                    const std::lock_guard lock(mutex);
                    if (doorway.terminals) doorway.terminals->look();
                    if (cascading) cascading->look();
                }
                hub.tell_people(people, {{"kind", "meeting.stage"}, {"subject", meeting.text}});
            },
            [this](const MeetingId& meeting) {
                const std::lock_guard lock(mutex);
                return recorded.contains(meeting.text);
            }};
    }

    /// What stood when the program ended: whoever does not come back in a while has left.
    void remember() {
        read([this](store::Rows& rows) {
            for (const auto& each : rows.select<Present>(
                     "SELECT meeting, person FROM meeting_guest WHERE joined_at IS NOT NULL ORDER BY meeting, person"
                 ))
                doorway.hall->remember(each.meeting, each.person);
            for (const auto& each : rows.select<Named>("SELECT id FROM meeting WHERE recording = 1"))
                recorded.insert(each.id.text);
        });
    }

    /// Of what was recorded. Another thread than that of Janus: it may take as long as the meeting took.
    void make_film(const MeetingId& meeting) {
        if (janus->recordings.empty()) {
            meetings::FilmMade none;
            none.fault = "no_folder";
            return note(meetings::NoteFilm{meeting, none});
        }
        const std::lock_guard lock(mutex);
        if (!filming) return;
        filming->give([this, meeting] {
            const auto made =
                janus::make_film(janus->recordings + "/" + meeting.text, [this] { return ending.load(); });
            if (made) note(meetings::NoteFilm{meeting, *made});
        });
    }

    bool was_recorded(const MeetingId& meeting) {
        std::optional<meetings::MeetingFacts> found;
        read([&](store::Rows& rows) { found = meetings::find_meeting(rows, meeting); });
        return found && found->ever_recorded;
    }

    /// What an end of the program cut short, and what failed for want of something that is there now.
    void make_films_left() {
        std::vector<MeetingId> left;
        read([&](store::Rows& rows) {
            for (const auto& each : meetings::meetings_without_film(rows)) left.push_back(each.id);
        });
        for (const auto& each : left) make_film(each);
    }

    /// What the line of conference sets tells.
    Terminals::Note note_terminal() {
        return [this](meetings::NoteTerminal wish, std::function<void()> refused) {
            writer.submit(
                journal::wish(World::real(), kMeetings, std::move(wish)),
                [refused = std::move(refused)](const Result<journal::Outcome>& noted) {
                    if (!noted && refused) refused();
                }
            );
        };
    }

    std::optional<janus::JanusSettings> janus;
    std::optional<sip::Account> account;
    std::string station_secret;
    journal::Writer& writer;
    live::Hub& hub;
    seal::Dice& dice;
    Read read;
    std::mutex mutex;  ///< of recorded, cascading, terminals and the workers: followed while they start and stop
    std::atomic<bool> ending = false;
    std::set<std::string> recorded;
    Doorway doorway;
    std::unique_ptr<Worker> worker;  ///< Janus is waited for here, not where entries are written
    std::unique_ptr<Worker> filming;
    std::optional<Neighbours> neighbours;
    std::unique_ptr<Cascading> cascading;
};

Conferring::Conferring(
    std::optional<janus::JanusSettings> janus,
    std::optional<sip::Account> sip,
    std::string station_secret,
    journal::Writer& writer,
    live::Hub& hub,
    seal::Dice& dice,
    Read read
)
    : inside_(std::make_unique<Inside>(
          std::move(janus), std::move(sip), std::move(station_secret), writer, hub, dice, std::move(read)
      )) {}

Conferring::~Conferring() {
    stop();
}

void Conferring::start() {
    auto& in = *inside_;
    if (!in.janus) return;
    in.doorway.hall =
        std::make_unique<janus::VideoHall>(janus::HallSettings{*in.janus, in.station_secret}, in.ears(), in.dice);
    in.remember();
    in.ending = false;
    {
        const std::lock_guard lock(in.mutex);
        in.worker = std::make_unique<Worker>();
        if (!in.janus->recordings.empty()) in.filming = std::make_unique<Worker>();
    }
    in.make_films_left();
    auto sets = std::make_unique<Terminals>(in.account, *in.doorway.hall, in.read, in.note_terminal());
    {
        const std::lock_guard lock(in.mutex);
        in.doorway.terminals = std::move(sets);
    }
    if (!in.neighbours) return;
    const auto& family = *in.neighbours;
    auto made = std::make_unique<Cascading>(
        Cascading::Around{
            family.here,
            family.name,
            family.parent,
            family.say,
            in.doorway.terminals.get(),
            family.media,
            seal::to_hex(in.dice.bytes(kSessionBytes)),
            family.pair_key},
        *in.doorway.hall,
        in.read
    );
    const std::lock_guard lock(in.mutex);
    in.cascading = std::move(made);
}

void Conferring::join(Neighbours neighbours) {
    inside_->neighbours = std::move(neighbours);
}

void Conferring::hear(const AreaCode& from, std::string text) {
    const std::lock_guard lock(inside_->mutex);
    if (inside_->cascading) inside_->cascading->hear(from, std::move(text));
}

void Conferring::stop() {
    std::unique_ptr<Worker> worker, filming;
    std::unique_ptr<Cascading> cascading;
    std::unique_ptr<Terminals> terminals;
    inside_->ending = true;
    {
        const std::lock_guard lock(inside_->mutex);
        worker = std::move(inside_->worker);
        filming = std::move(inside_->filming);
        cascading = std::move(inside_->cascading);
        terminals = std::move(inside_->doorway.terminals);
    }
    cascading.reset();
    terminals.reset();
    filming.reset();
    worker.reset();  // what it was doing may still ask the hall
    inside_->doorway.hall.reset();
}

void Conferring::follow(const std::vector<journal::Entry>& entries) {
    auto& in = *inside_;
    const std::lock_guard lock(in.mutex);
    if (!in.worker) return;
    for (const auto& entry : entries) {
        auto* hall = in.doorway.hall.get();
        if (!entry.kind.starts_with("meeting.")) continue;
        const MeetingId meeting{entry.subject};
        in.worker->give([hall, meeting] { hall->announce(meeting); });
        if (in.doorway.terminals) in.doorway.terminals->follow(entry);
        if (entry.kind == meetings::RecordingSwitched::kKind.text()) {
            const bool on = journal::Room::body_of<meetings::RecordingSwitched>(entry).on;
            if (on)
                in.recorded.insert(meeting.text);
            else
                in.recorded.erase(meeting.text);
            in.worker->give([hall, meeting, on] { hall->record(meeting, on); });
        }
        if (entry.kind == meetings::MeetingClosed::kKind.text()) {
            in.recorded.erase(meeting.text);
            in.worker->give([&in, hall, meeting] {
                hall->close(meeting);
                if (in.was_recorded(meeting)) in.make_film(meeting);
            });
        }
    }
}

meetings::Hall* Conferring::hall() {
    return inside_->janus ? &inside_->doorway : nullptr;
}

}  // namespace anlan::app
