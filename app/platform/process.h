// What a process of ours asks of the system before it touches customer data.
#pragma once

namespace foreword {

// A crash must not leave customer text or keys in a file: no core dumps.
void forbidCrashDumps();

// Writing past the account's limit for the size of a file is an error to report, not the end.
void reportFileLimits();

} // namespace foreword
