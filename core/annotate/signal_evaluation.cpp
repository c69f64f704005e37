#include "core/annotate/signal_evaluation.h"
