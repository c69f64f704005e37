// An error as both programs write it on standard error. Any thread.
#pragma once

#include <string>

#include "core/base/error.h"

namespace foreword {

// "mine.toml:12: what is wrong and how to mend it", in English; the place where it has a line.
std::string errorLine(const Error& error);

} // namespace foreword
