#include "core/policy/decider.h"
