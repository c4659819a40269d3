#pragma once

#include <map>

#include "app/county.hpp"
#include "app/drill_script.hpp"
#include "incident/events.hpp"

namespace anlan::app {

/// The incidents of a drill: taken, told by telephone, reported, ended, each at the time the script says and by the
/// commands a duty officer would send. A node above reports the same incident on under the same name.
class DrillIncidents {
  public:
    explicit DrillIncidents(County& county) : county_(county) {}

    /// Step "incident": `event` is the kind, `headline` the title, `description` what happened, `instruction` what is
    /// being done.
    void take(const DrillStep& step, const World& world);
    /// Step "report" about the incident `id`: `event` is phone, first, followup, correction, final or close; what the
    /// step says is put into the account first.
    void report(const DrillStep& step, const World& world);

  private:
    void write_account(Node& node, const incident::IncidentId& id, const DrillStep& step, const World& world);

    County& county_;
    std::map<std::string, incident::IncidentId> ids_;
};

/// Reports sent by all nodes, and how many of them were late.
struct ReportTally {
    std::int64_t incidents = 0, reports = 0, late = 0, open = 0;
};
ReportTally tally_reports(County& county);

}  // namespace anlan::app
