#include "core/annotate/dictionary.h"
