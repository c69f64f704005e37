// What a process of ours asks of the system before it touches customer data.
#pragma once

namespace foreword {

// A crash must not leave customer text or keys in a file: no core dumps.
void forbidCrashDumps();

} // namespace foreword
