#pragma once

#include "enforcement/events.hpp"
#include "store/rows.hpp"

namespace anlan::enforcement {

using journal::Entry;

void project(store::Rows& rows, const Entry& entry, const WorkCalendarAdopted& adopted);
void project(store::Rows& rows, const Entry& entry, const InspectionPlanDrafted& drafted);
void project(store::Rows& rows, const Entry& entry, const InspectionPlanApproved& approved);
void project(store::Rows& rows, const Entry& entry, const InspectionStarted& started);
void project(store::Rows& rows, const Entry& entry, const InspectionRecorded& recorded);
void project(store::Rows& rows, const Entry& entry, const InspectionClosed& closed);
void project(store::Rows& rows, const Entry& entry, const InspectionAbandoned& abandoned);
void project(store::Rows& rows, const Entry& entry, const HazardFound& found);
void project(store::Rows& rows, const Entry& entry, const MajorHazardListed& listed);
void project(store::Rows& rows, const Entry& entry, const MajorHazardSupervised& supervised);
void project(store::Rows& rows, const Entry& entry, const HazardRemoved& removed);
void project(store::Rows& rows, const Entry& entry, const MeasureTaken& taken);
void project(store::Rows& rows, const Entry& entry, const RectificationOrdered& ordered);
void project(store::Rows& rows, const Entry& entry, const RectificationClockRang& rang);
void project(store::Rows& rows, const Entry& entry, const ExtensionAsked& asked);
void project(store::Rows& rows, const Entry& entry, const ExtensionDecided& decided);
void project(store::Rows& rows, const Entry& entry, const RectificationReported& reported);
void project(store::Rows& rows, const Entry& entry, const RectificationRechecked& rechecked);

/// From below: a station's own major hazards. From above: the supervision of them.
void mirror(store::Rows& rows, const Entry& entry, const MajorHazardListed& listed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const HazardRemoved& removed, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const MajorHazardSupervised& supervised, const AreaCode& from);
void mirror(store::Rows& rows, const Entry& entry, const InspectionPlanApproved& approved, const AreaCode& from);

/// Keeps a paper in the file of an inspection or a case; `detail` is the event it prints.
void keep_paper(
    store::Rows& rows, const Entry& entry, const Paper& paper, const std::string& file, const std::string& detail
);

}  // namespace anlan::enforcement
