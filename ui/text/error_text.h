// Errors in the agent's language: the sentences of core/base/error_catalog.h, translated,
// with a remedy that fits a window. Pure.
#pragma once

#include <QCoreApplication>

#include "core/base/error.h"

namespace foreword {

class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(foreword::ErrorText)

public:
    static QString message(const Error& error);
    static QString remedy(const Error& error); // may be empty
};

} // namespace foreword
