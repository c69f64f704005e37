#include "core/ingest/interchange.h"
