#pragma once

#include <string>
#include <string_view>

namespace anlan::sheets {

/// Whether a number format shows a date: the built-in ones and any code with y, m or d outside quotes and brackets.
bool is_date_format(int id, std::string_view code);

/// "2026-01-05" of a spreadsheet's day number. In the usual calendar day 60 is 29 February 1900, which never was.
std::string date_text(double serial, bool from_1904);

/// "13900000000" of "1.39E+10": whole numbers without an exponent, others as they stand.
std::string number_text(std::string_view stored);

}  // namespace anlan::sheets
