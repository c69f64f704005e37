#include "core/ingest/file_import.h"
