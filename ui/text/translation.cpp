#include "ui/text/translation.h"

#include <QLibraryInfo>
#include <QTranslator>

#include "ui/text/strings.h"

namespace foreword {
namespace {

bool install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        return QCoreApplication::installTranslator(translator);
    delete translator;
    return false;
}

} // namespace

void loadTranslations(QCoreApplication& application, const QLocale& locale)
{
    QLocale::setDefault(locale);
    // The sources are English; this one holds their plurals.
    install(application, QLocale(QLocale::English), u"foreword"_s, u":/foreword/i18n"_s);
    if (locale.language() == QLocale::English)
        return;
    install(application, locale, u"foreword"_s, u":/foreword/i18n"_s);
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace foreword
