// foreword, the window: reads the command line, opens what it names, and hands over to ui.
#include <clocale>
#include <cstdio>
#include <exception>

#include <QApplication>
#include <QMetaObject>

#include "app/desktop/opened_desk.h"
#include "app/desktop/options.h"
#include "app/desktop/quit_on_signal.h"
#include "app/platform/error_line.h"
#include "app/platform/process.h"
#include "core/base/error_catalog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screenshot.h"
#include "ui/text/translation.h"
#include "ui/text/wording.h"
#include "ui/theme/theme.h"

namespace {

using namespace foreword;
using namespace foreword::desktop;

int report(const Error& error)
{
    std::fprintf(stderr, "foreword: %s\n", errorLine(error).c_str());
    return static_cast<int>(errorEntry(error.code).exit);
}

ThemeChoice themeOf(const Options& options)
{
    if (options.theme.isEmpty())
        return ThemeChoice::system;
    return options.theme == QLatin1String("dark") ? ThemeChoice::dark : ThemeChoice::light;
}

// Jobs for the window thread: run by its event loop as long as the application lives.
Dispatcher windowDispatcher(QApplication& application)
{
    return [&application](std::function<void()> job) { QMetaObject::invokeMethod(&application, std::move(job), Qt::QueuedConnection); };
}

int drawPicture(QApplication& application, OpenedDesk& opened, const Theme& theme, const Options& options)
{
    Screenshot screenshot(opened.desk(), theme, {options.screenshot, opened.customer(), options.view, options.size, agentLocale()});
    int status = 0;
    QObject::connect(&screenshot, &Screenshot::finished, &application, [&](const Result<>& result) {
        status = result ? 0 : report(result.error());
        application.quit();
    });
    screenshot.start();
    application.exec();
    return status;
}

int openWindow(QApplication& application, OpenedDesk& opened, const Theme& theme, const Options& options)
{
    MainWindow window(opened.desk(), theme, agentLocale());
    window.resize(options.size);
    window.show();
    if (opened.customer().isEmpty())
        window.openFirstOfQueue();
    else
        window.openIdentifier(opened.customer());
    return application.exec();
}

// Before there is a display: help, the version and what is wrong with an option are told without.
ParsedOptions parseCommandLine(int argc, char** argv)
{
    const QCoreApplication forArguments(argc, argv);
    return parseOptions(withoutToolkitOptions(QCoreApplication::arguments()));
}

int run(int argc, char** argv)
{
    forbidCrashDumps();
    const auto parsed = parseCommandLine(argc, argv);
    if (!parsed.options) {
        std::fputs(qPrintable(parsed.message), parsed.status == 0 ? stdout : stderr);
        return parsed.status;
    }
    QApplication application(argc, argv);
    // QApplication adopts the user's locale, under which strtod of a library reads 4.5 as 4.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setApplicationName(QStringLiteral("foreword"));
    QApplication::setApplicationDisplayName(QStringLiteral("Foreword"));

    const QuitOnSignal quitOnSignal(application);
    loadTranslations(application, agentLocale());
    const Theme theme(themeOf(*parsed.options));
    auto opened = OpenedDesk::open(*parsed.options, windowDispatcher(application));
    if (!opened)
        return report(opened.error());
    if (!parsed.options->screenshot.isEmpty())
        return drawPicture(application, *opened, theme, *parsed.options);
    return openWindow(application, *opened, theme, *parsed.options);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception&) {
        // What an exception says may quote customer text.
        std::fputs("foreword: an internal check failed\n", stderr);
        return 1;
    }
}
