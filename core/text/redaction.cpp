#include "core/text/redaction.h"
