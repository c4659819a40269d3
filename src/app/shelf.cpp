#include "app/shelf.hpp"

#include "enforcement/registers.hpp"
#include "organisation/registers.hpp"
#include "programme/registers.hpp"
#include "rescue/registers.hpp"
#include "risk/registers.hpp"
#include "shelter/registers.hpp"
#include "warehouse/registers.hpp"
#include "worksafety/registers.hpp"

namespace anlan::app {

const registers::Shelf& shelf() {
    static const auto all = [] {
        registers::Shelf made;
        made.add(organisation::forces());
        made.add(rescue::teams());
        made.add(risk::hazard_points());
        made.add(risk::risk_places());
        made.add(shelter::shelters());
        made.add(shelter::households());
        made.add(warehouse::stores());
        made.add(warehouse::agreements());
        made.add(worksafety::units());
        made.add(worksafety::hazards());
        for (const auto& mapping : worksafety::mappings()) made.add(mapping);
        made.add(enforcement::officer_certificates());
        made.add(enforcement::authority_items());
        made.add(programme::documents());
        made.add(programme::equipment());
        made.add(programme::equipment_checks());
        made.add(programme::trainings());
        made.add(programme::reuse_survey());
        made.add(suggestions());
        return made;
    }();
    return all;
}

}  // namespace anlan::app
