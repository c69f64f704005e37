// What the system or a terminal says to end a program with an event loop (SIGTERM, SIGINT,
// SIGHUP), as something the loop can wait for. One at a time; main thread.
#pragma once

namespace foreword {

// A socket with a byte to read once the program was asked to end; it stays this unit's. -1 where
// there is none, such as on Windows, where closing the window is the way.
int openEndRequests();
// Back to what such a request does by default.
void closeEndRequests();

} // namespace foreword
