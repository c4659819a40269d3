#include "journal/vault.hpp"
#include "registers/commands.hpp"
#include "registers/queries.hpp"

namespace anlan::registers {

namespace {

using journal::Decision;
using journal::Desk;

Refusal no_such_row() {
    return refuse("row_unknown", "id", "没有这一行，可能已被删除", "there is no such row; it may have been removed");
}

Result<void> fields_are_known(const Register& description, const json::object& values) {
    for (const auto& pair : values)
        if (description.find(pair.key()) == nullptr)
            return refuse(
                "field_unknown",
                "values." + std::string(pair.key()),
                "这张表没有这个字段",
                "this list has no such field"
            );
    return done();
}

AreaCode area_of(const Register& description, const json::object& values, const AreaCode& node) {
    for (const auto& field : description.fields)
        if (field.type == "area")
            if (const auto* area = values.if_contains(field.name)) return AreaCode{std::string(area->as_string())};
    return node;
}

/// The row as it is now, personal fields included.
json::object with_personal(const Register& description, store::Rows& rows, const KeptRow& kept) {
    auto values = kept.values;
    for (const auto& field : description.fields)
        if (field.personal)
            if (auto value = journal::vault::reveal(rows, kept.id, field.name)) values[field.name] = *value;
    return values;
}

std::string text_of(const json::value& value) {
    return value.is_string() ? std::string(value.as_string()) : json::serialize(value);
}

journal::Event put_event(
    const Register& description,
    const std::string& id,
    const AreaCode& node,
    const json::object& values,
    const json::object& before
) {
    RegisterPut put{description.name, area_of(description, values, node), values};
    std::vector<journal::Secret> secrets;
    for (const auto& field : description.fields) {
        if (!field.personal) continue;
        const auto* value = values.if_contains(field.name);
        const auto* was = before.if_contains(field.name);
        put.values.erase(field.name);
        if (value != nullptr && (was == nullptr || *was != *value))
            secrets.push_back({id, field.name, text_of(*value), journal::Retention::post_term});
    }
    auto event = journal::event(id, put, std::move(secrets));
    if (description.stays_home) event.kind.share = journal::Share::local;
    return event;
}

Result<json::object> sound(const Register& description, const json::object& values, const AreaCode& node) {
    BOOST_OUTCOME_TRYV(fields_are_known(description, values));
    auto checked = check_row(description, values, node);
    if (checked.faults.empty()) return std::move(checked.values);
    const auto& fault = checked.faults.front();
    return refuse("value_invalid", "values." + fault.field, fault.message, fault.message_en);
}

Result<Decision> decide_change(
    const Register& description, const std::string& id, const json::object& changes, const Desk& desk
) {
    const auto kept = kept_row(desk.views, description.name, id);
    if (!kept) return no_such_row();
    const auto before = with_personal(description, desk.views, *kept);
    auto wanted = before;
    for (const auto& pair : changes) wanted[pair.key()] = pair.value();
    BOOST_OUTCOME_TRY(const auto values, sound(description, wanted, desk.node.area));
    if (values == before) return Decision{{}, id, {}};
    return journal::decided(put_event(description, id, desk.node.area, values, before));
}

Result<Decision> decide_retire(
    const Register& description, const std::string& id, const std::string& reason, const Desk& desk
) {
    if (!kept_row(desk.views, description.name, id)) return no_such_row();
    if (reason.empty()) return refuse("reason_empty", "reason", "请写明原因", "give a reason");
    auto retired = journal::event(id, RegisterRetired{description.name, reason});
    retired.forgets.push_back(id);
    if (description.stays_home) retired.kind.share = journal::Share::local;
    return journal::decided(std::move(retired));
}

std::optional<World> really(store::Rows&) {
    return World::real();
}  // lists hold in drills too; drills do not change them

}  // namespace

journal::Wish put_row(Register description, std::string actor, std::string id, json::object values) {
    if (id.empty()) return put_rows(std::move(description), std::move(actor), {std::move(values)});
    auto decide = [description = std::move(description), id = std::move(id), values = std::move(values)](
                      const Desk& desk
                  ) { return decide_change(description, id, values, desk); };
    return {World::real(), std::move(actor), std::move(decide), really};
}

journal::Wish put_rows(Register description, std::string actor, std::vector<json::object> rows) {
    auto decide = [description = std::move(description), rows = std::move(rows)](const Desk& desk) -> Result<Decision> {
        Decision decision;
        for (const auto& row : rows) {
            BOOST_OUTCOME_TRY(const auto values, sound(description, row, desk.node.area));
            decision.subject = desk.new_id();
            decision.events.push_back(put_event(description, decision.subject, desk.node.area, values, {}));
        }
        return decision;
    };
    return {World::real(), std::move(actor), std::move(decide), really};
}

journal::Wish merge_rows(Register description, std::string actor, std::vector<Merged> rows) {
    auto decide = [description = std::move(description), rows = std::move(rows)](const Desk& desk) -> Result<Decision> {
        Decision decision;
        for (const auto& row : rows) {
            if (!row.id.empty()) {
                BOOST_OUTCOME_TRY(auto changed, decide_change(description, row.id, row.values, desk));
                decision.subject = row.id;
                for (auto& event : changed.events) decision.events.push_back(std::move(event));
                continue;
            }
            BOOST_OUTCOME_TRY(const auto values, sound(description, row.values, desk.node.area));
            decision.subject = desk.new_id();
            decision.events.push_back(put_event(description, decision.subject, desk.node.area, values, {}));
        }
        return decision;
    };
    return {World::real(), std::move(actor), std::move(decide), really};
}

bool would_change(store::Rows& rows, const Register& description, const std::string& id, const json::object& values) {
    const auto kept = kept_row(rows, description.name, id);
    if (!kept) return true;
    const auto before = with_personal(description, rows, *kept);
    return std::any_of(values.begin(), values.end(), [&](const auto& pair) {
        const auto* was = before.if_contains(pair.key());
        return was == nullptr || *was != pair.value();
    });
}

journal::Wish retire_row(Register description, std::string actor, std::string id, std::string reason) {
    auto decide = [description = std::move(description), id = std::move(id), reason = std::move(reason)](
                      const Desk& desk
                  ) { return decide_retire(description, id, reason, desk); };
    return {World::real(), std::move(actor), std::move(decide), really};
}

}  // namespace anlan::registers
