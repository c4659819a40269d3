#pragma once

namespace anlan::app {

/// Runs one command of the program and returns its exit code: 0 done, 1 the answer is no, 2 wrong usage.
int run_command_line(int argc, char** argv);

}  // namespace anlan::app
