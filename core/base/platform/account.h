// Who the system says is working: the account this program runs under. Any thread.
#pragma once

#include <string>

namespace foreword::platform {

// UTF-8; where the system has no name for it, its number.
std::string accountName();

} // namespace foreword::platform
