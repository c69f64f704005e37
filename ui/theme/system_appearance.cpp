#include "ui/theme/system_appearance.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef FOREWORD_WITH_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

#include "ui/text/strings.h"

namespace foreword {
namespace {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

SystemAppearance::SystemAppearance(QObject* parent) : QObject(parent), m_paletteDark(isDark(QGuiApplication::palette()))
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &SystemAppearance::changed);
#endif
    askPortal();
}

bool SystemAppearance::dark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_portalDark.value_or(m_paletteDark);
}

// color-scheme: 0 no preference, 1 dark, 2 light. contrast: 0 no preference, 1 higher.
void SystemAppearance::take(const QString& key, uint value)
{
    const bool wasDark = dark();
    const bool wasContrast = m_highContrast;
    if (key == u"color-scheme"_s)
        m_portalDark = value == 0 ? std::nullopt : std::optional(value == 1);
    else if (key == u"contrast"_s)
        m_highContrast = value == 1;
    if (dark() != wasDark || m_highContrast != wasContrast)
        Q_EMIT changed();
}

#ifdef FOREWORD_WITH_DBUS

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settingsInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;

} // namespace

void SystemAppearance::askPortal()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, settingsInterface, u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    readSetting(u"color-scheme"_s);
    readSetting(u"contrast"_s);
}

void SystemAppearance::readSetting(const QString& key)
{
    auto call = QDBusMessage::createMethodCall(service, path, settingsInterface, u"Read"_s);
    call << appearance << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return;
        // The portal's Read wraps the value in a second variant.
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        take(key, value.toUInt());
    });
}

void SystemAppearance::settingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == appearance)
        take(key, value.variant().toUInt());
}

#else

void SystemAppearance::askPortal() {}
void SystemAppearance::readSetting(const QString&) {}

#endif

} // namespace foreword
