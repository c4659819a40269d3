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

Figures durable_commands();        ///< P2: one command, 64 clients, against bare fdatasync
Figures warning_to_phones();       ///< P1: a warning becomes 1,000 calls on 1,000 connected phones
Figures idle_listeners();          ///< P6: 10,000 idle WebSockets
Figures federation_slow();         ///< B: bytes of an entry, and the first urgent one on a slow line
Figures catch_up();                ///< P7: 100,000 entries after a cut, over two nats-servers
Figures many_towns();              ///< P12: 1,170 and 38,000 towns at one entry a second
Figures rota();                    ///< C: a month for twelve people, against a plain MILP
Figures dispatching();             ///< E: 40 stores, 300 items, 20 places
Figures stock_ledger();            ///< E: a million movements
Figures allocation();              ///< E: 20,000 households into 120 shelters, against the LP bound
Figures transfer_board();          ///< E: a mark at one door, seen on 200 screens
Figures readiness_board();         ///< G: 1,170 stations' readiness at one node
Figures archive_of_evidence();     ///< G: an acceptance of 20,000 things of evidence
Figures search_pages();            ///< C: a search page over two million lines
Figures pages();                   ///< C: every list over ten years of a busy town, over HTTP
Figures sensor_messages();         ///< D: 10,000 messages a second through mosquitto for a minute
Figures sensor_year();             ///< D: a year of 500 sensors at one a minute
Figures start_up();                ///< P5, P14: a million entries
Figures first_page();              ///< P8: bytes of the phone's first page
Figures media_between_stations();  ///< F: a packet over two sealed lines
Figures alerts();                  ///< P4: alerts accepted per second

}  // namespace anlan::bench
