// Reads the command line of forewordctl and runs the command. Global options stand before or
// after the command. Returns the exit status of app/CONTRACT.md.
#pragma once

#include <ostream>

namespace foreword::ctl {

int runCommandLine(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

} // namespace foreword::ctl
