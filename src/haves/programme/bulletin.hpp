#pragma once

#include "documents/official.hpp"
#include "programme/building_answers.hpp"
#include "programme/reuse_answers.hpp"
#include "programme/week.hpp"

/// The programme's weekly bulletin (建设周报, R28): reckoned from what stations told, nothing typed. POLICY.md §1.6.
namespace anlan::programme {

struct BulletinTask {
    std::string id, title, day, note;  ///< day: done, or planned to be
    std::int64_t late_days = 0;
};

struct BulletinMoney {
    std::int64_t budget_fen = 0, bound_fen = 0, paid_fen = 0, paid_in_week_fen = 0;
};

struct BulletinStation {
    std::string name;
    std::int64_t done = 0, tasks = 0;
    std::vector<BulletinTask> finished;  ///< in the week
    std::vector<BulletinTask> delayed;   ///< not done though their day is past
    std::vector<BulletinTask> coming;    ///< due in the week after
    std::string ready_on;
    std::int64_t late_days = 0;
    BulletinMoney money;
    StationReuse reuse;
};

struct Bulletin {
    Week week;
    std::string as_of;  ///< the week's last day, or today if it is not over
    std::vector<BulletinStation> stations;
    std::vector<std::string> silent;  ///< stations that have told nothing of the plan
};

/// As it stood at the end of the week. Refuses `plan_unknown`.
Result<Bulletin> bulletin_of(store::Rows& rows, const journal::NodeFacts& here, const Week& week, Instant now);

/// `with_money`: only for those who may see the books.
documents::Official bulletin_paper(const Bulletin& bulletin, const std::string& issuer, bool with_money);

}  // namespace anlan::programme
