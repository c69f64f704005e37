#include "core/annotate/annotator.h"
