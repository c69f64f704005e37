// Loads the window's language: translations of Foreword and of Qt's own texts for the locale,
// English where there is none. Call once, after QApplication; the translators belong to the
// application. Sets QLocale's default, which numbers in translated texts follow.
#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace foreword {

void loadTranslations(QCoreApplication& application, const QLocale& locale);

} // namespace foreword
