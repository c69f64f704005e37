#include "core/brief/brief_maker.h"
