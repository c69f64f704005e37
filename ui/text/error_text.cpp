#include "ui/text/error_text.h"

#include "core/base/error_catalog.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

// The catalogue's sentences are handed to lupdate by translations/catalog_strings.cmake.
QString filled(const char* english, const Error& error)
{
    const QByteArray translated = QCoreApplication::translate("ErrorCatalog", english).toUtf8();
    return toQt(fillTemplate({translated.data(), static_cast<std::size_t>(translated.size())}, error));
}

} // namespace

QString ErrorText::message(const Error& error)
{
    return filled(errorEntry(error.code).message, error);
}

QString ErrorText::remedy(const Error& error)
{
    // Where the catalogue points at the command line, the window has a way of its own.
    switch (error.code) {
    case ErrorCode::customer_not_found: return tr("Search by another name, e-mail address, phone number or ticket.");
    case ErrorCode::customer_ambiguous: return tr("Choose one of them in the list.");
    case ErrorCode::internal:
    case ErrorCode::store_failed: return tr("Try again. What was saved is kept.");
    default: break;
    }
    const char* english = errorEntry(error.code).remedy;
    return *english == '\0' ? QString() : filled(english, error);
}

} // namespace foreword
