#include "programme/measures.hpp"

namespace anlan::programme {

const Measures& measures() {
    static const Measures all = [] {
        Measures made;
        add_organisation_measures(made);
        add_platform_measures(made);
        add_loudspeaker_measure(made);
        add_mechanism_measures(made);
        add_force_measures(made);
        add_plan_measures(made);
        add_store_measures(made);
        add_venue_measures(made);
        return made;
    }();
    return all;
}

}  // namespace anlan::programme
