#include "core/text/language.h"
