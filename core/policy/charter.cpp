#include "core/policy/charter.h"
