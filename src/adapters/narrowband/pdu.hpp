#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "narrow/ports.hpp"

/// The hexadecimal form in which a GSM modem takes and gives messages (3GPP TS 23.040, AT+CMGF=0); only what single
/// messages need.
namespace anlan::narrowband {

/// SMS-SUBMIT with 8-bit data, valid for a day. `length` is what AT+CMGS wants: octets without the service centre.
struct Submit {
    std::string hex;
    std::size_t length = 0;
};
Submit submit_pdu(std::string_view number, std::string_view bytes);

/// SMS-DELIVER. Characters of the GSM alphabet that are not the same in ASCII become '\x1a'. Refuses `pdu_damaged`,
/// and `pdu_other` for what is no plain message of 8-bit data or GSM text.
Result<narrow::ShortMessages::Message> read_deliver(std::string_view hex);

/// Hexadecimal digits to bytes; empty if it is no such text.
std::string bytes_of_hex(std::string_view hex);

}  // namespace anlan::narrowband
