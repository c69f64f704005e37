// A data-subject export as one JSON object: the records and what was made of them.
#pragma once

#include <ostream>

#include "core/desk/person_export.h"

namespace foreword::ctl {

// {"records":[…],"derived":{…}}; the records are the lines of the interchange format as they are.
void printExport(std::ostream& out, const PersonExport& data);

} // namespace foreword::ctl
