// Reads a file line by line for the commands that work without a workspace.
#pragma once

#include <functional>
#include <string>

#include "app/ctl/commands.h"

namespace foreword::ctl {

// "-" is standard input. A line that is refused is reported with its place, and the others are
// still read; blank lines are passed over. Errors: file_not_found, file_unreadable.
Outcome eachLine(Session& session, const std::string& file, const std::function<Result<>(const std::string&)>& read);

} // namespace foreword::ctl
