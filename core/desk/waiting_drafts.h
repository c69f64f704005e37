// Notes that were begun and not sent, with whom they are about. On the thread of the connection.
#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/desk/desk.h"

namespace foreword {

class Connection;

// The one edited last first. Errors: those of the store.
Result<std::vector<WaitingDraft>> waitingDrafts(Connection& reading);

} // namespace foreword
