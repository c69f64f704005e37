#include "core/health/findings.h"
