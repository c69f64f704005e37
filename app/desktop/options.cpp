#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QUrl>
#include <QUrlQuery>

namespace foreword::desktop {
namespace {

constexpr int usageStatus = 2;
constexpr int smallestSide = 200;
constexpr int largestSide = 8000;

struct Parser : QCommandLineParser {
    QCommandLineOption workspace{QStringLiteral("workspace"), QStringLiteral("Folder of the encrypted workspace."),
                                 QStringLiteral("folder")};
    QCommandLineOption keyFile{QStringLiteral("key-file"), QStringLiteral("File with the workspace key: 64 hexadecimal digits."),
                               QStringLiteral("file")};
    QCommandLineOption asOf{QStringLiteral("as-of"), QStringLiteral("RFC 3339 time that stands for now."), QStringLiteral("time")};
    QCommandLineOption charter{QStringLiteral("charter"),
                               QStringLiteral("Charter or pack for this run: a file, or uk-financial, eu-telecom."),
                               QStringLiteral("name")};
    QCommandLineOption demo{QStringLiteral("demo"), QStringLiteral("Open the sample history in a workspace that is deleted at exit.")};
    QCommandLineOption customer{QStringLiteral("customer"), QStringLiteral("Open this customer: any identifier."),
                                QStringLiteral("identifier")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"), QStringLiteral("Draw the window into a picture and end."),
                                  QStringLiteral("file")};
    QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light or dark (default: as the system says)."),
                             QStringLiteral("theme")};
    QCommandLineOption view{QStringLiteral("view"), QStringLiteral("View to show: workspace or health."), QStringLiteral("view"),
                            QStringLiteral("workspace")};
    QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("1360x860"),
                            QStringLiteral("1360x860")};
    QCommandLineOption logFile{QStringLiteral("log-file"),
                               QStringLiteral("Write a log: events, counts and error codes, nothing of a customer."),
                               QStringLiteral("file")};
    QCommandLineOption logLevel{QStringLiteral("log-level"),
                                QStringLiteral("trace, debug, info, warning, error or off; without a file on standard error."),
                                QStringLiteral("level")};

    Parser()
    {
        setApplicationDescription(QStringLiteral("What a service representative reads before the first word."));
        addOptions({workspace, keyFile, asOf, charter, demo, customer, screenshot, theme, view, size, logFile, logLevel});
        addPositionalArgument(QStringLiteral("address"), QStringLiteral("foreword://customer?phone=…|email=…|id=…|ticket=…"),
                              QStringLiteral("[address]"));
        addHelpOption();
        addVersionOption();
    }
};

std::optional<QSize> parseSize(const QString& text)
{
    const auto parts = text.split(QLatin1Char('x'));
    if (parts.size() != 2)
        return std::nullopt;
    const QSize size(parts[0].toInt(), parts[1].toInt());
    const auto fits = [](int side) { return side >= smallestSide && side <= largestSide; };
    return fits(size.width()) && fits(size.height()) ? std::optional(size) : std::nullopt;
}

ParsedOptions wrongUsage(const QString& what)
{
    return {std::nullopt, QStringLiteral("foreword: %1\n").arg(what), usageStatus};
}

ParsedOptions readValues(const Parser& parser)
{
    Options options;
    options.workspace = parser.value(parser.workspace);
    options.keyFile = parser.value(parser.keyFile);
    options.charters = parser.values(parser.charter);
    options.demo = parser.isSet(parser.demo);
    options.customer = parser.value(parser.customer);
    options.screenshot = parser.value(parser.screenshot);
    options.theme = parser.value(parser.theme);
    options.view = parser.value(parser.view);
    options.log = {parser.value(parser.logLevel).toStdString(), parser.value(parser.logFile).toStdString()};
    if (parser.isSet(parser.asOf)) {
        options.asOf = Timestamp::parse(parser.value(parser.asOf).toStdString());
        if (!options.asOf)
            return wrongUsage(QStringLiteral("--as-of takes an RFC 3339 time with offset"));
    }
    const auto size = parseSize(parser.value(parser.size));
    if (!size)
        return wrongUsage(QStringLiteral("--size takes WIDTHxHEIGHT"));
    options.size = *size;
    if (!options.theme.isEmpty() && options.theme != QLatin1String("light") && options.theme != QLatin1String("dark"))
        return wrongUsage(QStringLiteral("--theme takes light or dark"));
    if (options.view != QLatin1String("workspace") && options.view != QLatin1String("health"))
        return wrongUsage(QStringLiteral("--view takes workspace or health"));
    for (const auto& argument : parser.positionalArguments()) {
        const auto identifier = identifierOf(argument);
        if (!identifier)
            return wrongUsage(QStringLiteral("not a foreword:// address"));
        options.customer = *identifier;
    }
    return {options, {}, 0};
}

} // namespace

ParsedOptions parseOptions(const QStringList& arguments)
{
    Parser parser;
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return {std::nullopt, parser.helpText(), 0};
    if (parser.isSet(QStringLiteral("version")))
        return {std::nullopt, QStringLiteral("foreword %1\n").arg(QStringLiteral(FOREWORD_VERSION)), 0};
    return readValues(parser);
}

QStringList withoutToolkitOptions(const QStringList& arguments)
{
    static const QStringList withValue = QStringLiteral("platform platformpluginpath platformtheme plugin style stylesheet session display "
                                                        "geometry qwindowgeometry qwindowtitle qwindowicon fontengine")
                                             .split(QLatin1Char(' '));
    static const QStringList alone = QStringLiteral("reverse nograb dograb sync widgetcount").split(QLatin1Char(' '));
    QStringList kept = arguments.mid(0, 1);
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (argument == QLatin1String("--"))
            return kept + arguments.mid(i);
        const QString name = argument.mid(argument.startsWith(QLatin1String("--"))    ? 2
                                              : argument.startsWith(QLatin1Char('-')) ? 1
                                                                                      : argument.size());
        if (withValue.contains(name))
            ++i;
        else if (!alone.contains(name) && !withValue.contains(name.section(QLatin1Char('='), 0, 0)))
            kept.append(argument);
    }
    return kept;
}

std::optional<QString> identifierOf(const QString& address)
{
    const QUrl url(address);
    if (url.scheme() != QLatin1String("foreword") || url.host() != QLatin1String("customer"))
        return std::nullopt;
    const QUrlQuery query(url);
    for (const auto* key : {"id", "ticket", "email", "phone"}) {
        // In an address "+" of a phone number stands for itself.
        auto value = query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded).trimmed();
        if (!value.isEmpty())
            return value;
    }
    return std::nullopt;
}

} // namespace foreword::desktop
