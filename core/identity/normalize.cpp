#include "core/identity/normalize.h"
