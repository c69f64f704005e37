#include "core/brief/brief_json.h"
