#include "nats/subjects.hpp"

namespace anlan::nats {

std::string link_account(const AreaCode& child) {
    return "link_" + child.text;
}

std::string subject(const AreaCode& from, const AreaCode& to, std::string_view kind) {
    return "anlan." + from.text + "." + to.text + "." + std::string(kind);
}

std::vector<std::string> may_say(const AreaCode& from, const AreaCode& to) {
    return {
        subject(from, to, "urgent"),
        subject(from, to, "hello"),
        "$JS." + to.text + ".API.CONSUMER.CREATE.>",
        "$JS." + to.text + ".API.CONSUMER.DELETE.>",
        "$JS.S.>",
        "$JS.FC.>",
        "$JSC.R.>",
    };
}

}  // namespace anlan::nats
