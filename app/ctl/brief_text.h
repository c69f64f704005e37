// A customer's brief for a person at a terminal: the posture and the words it rests on, what is
// going on and who said it, what is owed, and the offers by what becomes of them.
#pragma once

#include <ostream>

#include "core/desk/desk.h"

namespace foreword::ctl {

void printBrief(std::ostream& out, const CustomerView& view);
// The posture with its reason and evidence, then the offers.
void printDecision(std::ostream& out, const Decision& decision);

} // namespace foreword::ctl
