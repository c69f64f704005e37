// The shapes of results in app/CONTRACT.md that are made in the rooms that own the values.
#pragma once

#include "core/brief/brief_json.h"
#include "core/policy/explanation.h"
