#include "app/evidence_line.hpp"

#include <spdlog/spdlog.h>

#include "attach/cabinet.hpp"
#include "base/attachment_id.hpp"
#include "programme/evidence.hpp"

namespace anlan::app {

namespace {

constexpr std::chrono::seconds kPause{2};

}  // namespace

EvidenceLine::EvidenceLine(
    const NodeSettings& settings, federation::Line& under, const seal::KeyPair& key, const Clock& clock, Read read
)
    : settings_(settings), read_(std::move(read)), line_(under, settings.facts.area, key.private_pem, port(), clock) {}

federation::FilePort EvidenceLine::port() const {
    const attach::Cabinet cabinet(settings_.folder / "attachments");
    federation::FilePort port;
    port.may_have = [this](const AreaCode& asker, const std::string& id) {
        const auto& here = settings_.facts.area;
        bool told = false;
        if (asker != here && asker.contains(here))
            read_([&](store::Rows& rows) { told = programme::has_told_photo(rows, here, id); });
        return told;
    };
    port.read = [cabinet](const std::string& id) { return cabinet.read(id); };
    port.keep = [cabinet](const std::string& id, const std::string& bytes) {
        const auto kept = cabinet.keep(bytes);
        if (!kept || kept.value() != id) spdlog::warn("photo {} of a station was not kept", id);
    };
    return port;
}

void EvidenceLine::tick(Instant now) {
    const bool due = now < looked_at_ || now >= looked_at_ + kPause;
    if (due && settings_.facts.level() == Level::county) {
        looked_at_ = now;
        read_([this](store::Rows& rows) {
            for (const auto& each : programme::photos_told(rows, settings_.facts.area))
                if (is_attachment_id(each.photo) &&
                    !std::filesystem::exists(settings_.folder / "attachments" / each.photo))
                    line_.want(each.node, each.photo);
        });
    }
    line_.tick();
}

}  // namespace anlan::app
