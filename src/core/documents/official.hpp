#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/reflect.hpp"

/// The elements of an official document (公文) in the order of GB/T 9704-2012, free of any layout. Every text is text:
/// what looks like markup or a formula is printed as it stands. Empty elements are left out.
namespace anlan::documents {

/// Which frame the document is printed in.
/// red_head: the issuing body in red above a red line, number and signer.
/// duty_report: 值班信息, without the red head of a document: name of the sheet, number, signer, time to the minute.
/// minutes: 纪要. plain: only a title; lists, summaries and sheets for the wall.
BOOST_DEFINE_ENUM_CLASS(Frame, red_head, duty_report, minutes, plain)

/// body, or a heading: first 一、 second （一） third 1. fourth （1）. The writer does not count: the text says its
/// number.
BOOST_DEFINE_ENUM_CLASS(Rank, body, first, second, third, fourth)

BOOST_DEFINE_ENUM_CLASS(Side, left, centre, right)

struct Column {
    std::string title;
    double share = 1;  ///< of the width, against the other columns
    Side side = Side::left;
};
BOOST_DESCRIBE_STRUCT(Column, (), (title, share, side))

struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< short rows are filled with empty cells
};
BOOST_DESCRIBE_STRUCT(Table, (), (caption, columns, rows))

/// A paragraph, or a table if there is one.
struct Part {
    Rank rank = Rank::body;
    std::string text;
    std::optional<Table> table;
};
BOOST_DESCRIBE_STRUCT(Part, (), (rank, text, table))

struct Official {
    Frame frame = Frame::red_head;
    std::string issuer;  ///< 发文机关标志: "石狮市宝盖镇人民政府文件"; of a duty report "值班信息"
    std::string number;   ///< 发文字号: "宝政〔2026〕12号"; of a duty report "第12期"
    std::string urgency;  ///< 紧急程度: "特急", "加急"
    std::string secrecy;  ///< 密级和保密期限: only 内部; state secrets never enter the system
    std::string signer;   ///< 签发人
    std::string made_at;  ///< of a duty report: "2026年7月28日10时37分"; of minutes: the day
    std::string title;
    std::string addressee;  ///< 主送, without the colon
    std::vector<Part> parts;
    std::vector<std::string> attachments;  ///< names, without numbers
    std::string signature;                 ///< 署名
    std::string date;                      ///< 成文日期: see chinese_date()
    bool seal_place = true;                ///< keep room for the seal over signature and date
    std::string note;                      ///< 附注, without brackets
    std::string copy_to;                   ///< 抄送, without the word
    std::string printed_by, printed_on;    ///< 印发机关, 印发日期

    Official& say(std::string text, Rank rank = Rank::body) {
        parts.push_back({rank, std::move(text), {}});
        return *this;
    }
    Official& show(Table table) {
        parts.push_back({Rank::body, {}, std::move(table)});
        return *this;
    }
};
BOOST_DESCRIBE_STRUCT(
    Official,
    (),
    (frame,
     issuer,
     number,
     urgency,
     secrecy,
     signer,
     made_at,
     title,
     addressee,
     parts,
     attachments,
     signature,
     date,
     seal_place,
     note,
     copy_to,
     printed_by,
     printed_on)
)

/// "2026年7月28日": Arabic numbers, no leading zeroes, local day.
std::string chinese_date(Instant at, std::chrono::minutes zone = kBeijing);
/// "2026年7月28日10时05分"
std::string chinese_time(Instant at, std::chrono::minutes zone = kBeijing);
/// "2026-07-28 10:05", for tables.
std::string short_time(Instant at, std::chrono::minutes zone = kBeijing);
/// "一" to "九十九", for headings of the first rank; beyond that Arabic.
std::string chinese_number(int number);

}  // namespace anlan::documents
