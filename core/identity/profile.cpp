#include "core/identity/linking.h"
