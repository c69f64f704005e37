#include "core/text/html_text.h"
