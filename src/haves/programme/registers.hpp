#pragma once

#include "registers/description.hpp"
#include "registers/queries.hpp"

/// What a station keeps about itself and no other room does.
namespace anlan::programme {

/// 文件制度: what was issued, agreed or appointed, and until when it holds.
struct Document {
    std::string kind, title, number;
    std::string issued, valid_until, reviewed;  ///< YYYY-MM-DD; empty: not given
};
BOOST_DESCRIBE_STRUCT(Document, (), (kind, title, number, issued, valid_until, reviewed))
registers::Register documents();

/// 设备: also what was there before the programme and is used on (利旧).
struct Equipment {
    std::string kind, name;
    AreaCode area;
    std::string room;
    bool reused = false;
    double value_yuan = 0, hours = 0;  ///< hours: how long a standby power lasts
};
BOOST_DESCRIBE_STRUCT(Equipment, (), (kind, name, area, room, reused, value_yuan, hours))
registers::Register equipment();

/// 设备检测: a trial call, a joined meeting, a trial broadcast, a look at the thing.
struct EquipmentCheck {
    std::string kind, day, result, counterpart;
    double receipts_percent = 0;  ///< of a trial broadcast
};
BOOST_DESCRIBE_STRUCT(EquipmentCheck, (), (kind, day, result, counterpart, receipts_percent))
registers::Register equipment_checks();

struct Training {
    std::string kind, day;
    double hours = 0;
    std::int64_t people = 0;
};
BOOST_DESCRIBE_STRUCT(Training, (), (kind, day, hours, people))
registers::Register trainings();

/// 利旧摸底: a room, equipment or people that exist, and whether the station can use them on. People by post and
/// number, never by name.
struct Existing {
    std::string kind, name, place;
    double count = 1, value_yuan = 0;
    std::string state, reuse;
    bool in_use = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Existing, (), (kind, name, place, count, value_yuan, state, reuse, in_use, note))
registers::Register reuse_survey();

template <class T>
std::vector<T> rows_of(store::Rows& rows, const std::string& list) {
    std::vector<T> all;
    for (auto& [id, row] : registers::read_rows<T>(registers::kept_rows(rows, list))) all.push_back(std::move(row));
    return all;
}

}  // namespace anlan::programme
