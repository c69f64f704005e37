// What the standard streams are connected to. Any thread.
#pragma once

namespace foreword {

// Columns of the terminal that standard error goes to; 0 if it goes to a file or a pipe.
int standardErrorWidth();
// Whether somebody can be asked.
bool standardInputIsTerminal();

} // namespace foreword
