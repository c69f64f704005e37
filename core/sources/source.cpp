#include "core/sources/source.h"
