#include <exception>
#include <iostream>

#include "app/ctl/command_line.h"
#include "app/platform/process.h"

int main(int argc, char** argv)
{
    try {
        foreword::forbidCrashDumps();
        foreword::reportFileLimits();
        std::ios::sync_with_stdio(false);
        return foreword::ctl::runCommandLine(argc, argv, std::cout, std::cerr);
    } catch (const std::exception&) {
        // The message of an exception may quote what it choked on; that may be customer text.
        std::cerr << "forewordctl: an internal check failed\n";
        return 1;
    }
}
