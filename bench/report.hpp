#pragma once

#include <string>
#include <vector>

namespace anlan::bench {

/// One line of the table: what was measured, Anlan's figure, the bare limit or peer of the same run, and the goal.
struct Figure {
    std::string name, anlan, limit, ratio, goal;
    bool reached = false;
};

using Figures = std::vector<Figure>;

void print(const Figures& figures);

double median(std::vector<double> values);
double percentile(std::vector<double> values, double share);

/// Resident memory of a process in bytes.
long long resident_bytes(int pid);

Figures durable_commands();   ///< P2: one command, 64 clients, against bare fdatasync
Figures warning_to_phones();  ///< P1: a warning becomes 1,000 calls on 1,000 connected phones
Figures idle_listeners();     ///< P6: 10,000 idle WebSockets
Figures federation_slow();    ///< B: bytes of an entry, and the first urgent one on a slow line
Figures start_up();           ///< P5, P14: a million entries
Figures first_page();         ///< P8: bytes of the phone's first page
Figures alerts();             ///< P4: alerts accepted per second

}  // namespace anlan::bench
