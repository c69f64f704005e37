// How work reaches the thread that owns the writing connection. Safe from any other thread.
#pragma once

#include <functional>

#include "core/base/result.h"

namespace foreword {

class Connection;

// Runs a function with the writing connection on the thread that owns it, and waits for it.
// Error: cancelled, where that thread is going; the function has not run then.
using OnWriter = std::function<Result<>(const std::function<Result<>(Connection&)>&)>;

// For whoever is on that thread already.
inline OnWriter directly(Connection& writer)
{
    return [&writer](const std::function<Result<>(Connection&)>& work) { return work(writer); };
}

} // namespace foreword
