#include "core/ingest/ingestor.h"
