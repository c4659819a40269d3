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

template <class T>
std::vector<T> rows_of(store::Rows& rows, const std::string& list) {
    std::vector<T> all;
    for (auto& [id, row] : registers::read_rows<T>(registers::kept_rows(rows, list))) all.push_back(std::move(row));
    return all;
}

}  // namespace anlan::programme
