// What a brief says, section by section, for a person at a terminal: who speaks, where, and with which
// words. Sections without a statement are not there.
#pragma once

#include <ostream>

#include "core/desk/desk.h"

namespace foreword::ctl {

void printSections(std::ostream& out, const CustomerView& view);

} // namespace foreword::ctl
