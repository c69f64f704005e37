#include "core/text/zones.h"
