// The style sheet of the standard controls (buttons, fields, scroll bars), made from the
// tokens. Widgets of our own paint themselves.
#pragma once

#include <QString>

#include "ui/theme/tokens.h"

namespace foreword {

QString styleSheetOf(const Tokens& tokens);

} // namespace foreword
