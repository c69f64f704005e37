#include "core/text/sentences.h"
