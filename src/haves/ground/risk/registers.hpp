#pragma once

#include "registers/description.hpp"

namespace anlan::risk {

registers::Register hazard_points();  ///< 风险隐患点 (POLICY §14.3)
registers::Register risk_places();    ///< 企业和场所的风险等级

}  // namespace anlan::risk
