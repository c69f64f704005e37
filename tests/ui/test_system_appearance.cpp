// Following the desktop through its portal, played here on a message bus of our own.
#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include "ui/text/strings.h"
#include "ui/theme/system_appearance.h"
#include "ui/theme/theme.h"

using namespace foreword;

// org.freedesktop.portal.Settings, as far as it is asked for.
class FakePortal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QVariantMap settings;

    void change(const QString& key, uint value)
    {
        settings[key] = value;
        Q_EMIT SettingChanged(u"org.freedesktop.appearance"_s, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key)
    {
        if (group != u"org.freedesktop.appearance"_s || !settings.contains(key)) {
            sendErrorReply(QDBusError::UnknownProperty, key);
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(settings[key])));
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
};

class SystemAppearanceTest : public QObject {
    Q_OBJECT

private:
    FakePortal m_portal;

private Q_SLOTS:
    void initTestCase()
    {
        auto bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            QSKIP("no message bus on this machine");
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    void init()
    {
        QApplication::setPalette(QPalette(Qt::white));
        m_portal.settings.clear();
    }

    void readsWhatTheDesktopSays()
    {
        m_portal.settings = {{u"color-scheme"_s, 1U}, {u"contrast"_s, 1U}};
        SystemAppearance appearance;
        QVERIFY(!appearance.dark()); // asked, not waited for
        QTRY_VERIFY(appearance.dark());
        QTRY_VERIFY(appearance.highContrast());
    }

    void followsChanges()
    {
        m_portal.settings = {{u"color-scheme"_s, 2U}};
        const Theme theme(ThemeChoice::system);
        QSignalSpy changed(&theme, &Theme::changed);
        QTest::qWait(20);
        QCOMPARE(theme.look(), Look::light);
        m_portal.change(u"color-scheme"_s, 1);
        QTRY_COMPARE(theme.look(), Look::dark);
        m_portal.change(u"contrast"_s, 1);
        QTRY_COMPARE(theme.look(), Look::contrastDark);
        m_portal.change(u"color-scheme"_s, 0);
        QTRY_COMPARE(theme.look(), Look::contrastLight);
        QCOMPARE(changed.size(), 3);
    }

    void aChoiceOutranksTheDesktop()
    {
        m_portal.settings = {{u"color-scheme"_s, 1U}};
        Theme theme(ThemeChoice::light);
        QTest::qWait(20);
        QCOMPARE(theme.look(), Look::light);
        theme.setChoice(ThemeChoice::system);
        QCOMPARE(theme.look(), Look::dark);
    }

    void withoutAnAnswerThePaletteDecides()
    {
        SystemAppearance appearance;
        QTest::qWait(20);
        QVERIFY(!appearance.dark());
        QVERIFY(!appearance.highContrast());
        QApplication::setPalette(QPalette(Qt::black));
        QVERIFY(SystemAppearance().dark());
    }
};

int main(int argc, char** argv)
{
    // A bus of this test's own, so that the desktop it runs on has no say.
    QProcess bus;
    bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (bus.waitForStarted() && bus.waitForReadyRead())
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.readLine().trimmed());
    else
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    int status = 0;
    {
        QApplication application(argc, argv);
        SystemAppearanceTest test;
        status = QTest::qExec(&test, argc, argv);
    }
    bus.kill();
    bus.waitForFinished();
    return status;
}

#include "test_system_appearance.moc"
