// What the use cases say to the log, in one place for the window and the command line. Any thread.
#pragma once

#include "core/base/log.h"
#include "core/desk/desk.h"
#include "core/desk/puller.h"
#include "core/ingest/ingestor.h"

namespace foreword {

void logCounts(const Log& log, const IngestCounts& counts); // a line a type
void logPull(const Log& log, const PullOutcome& outcome);
void logView(const Log& log, const CustomerView& view);

} // namespace foreword
