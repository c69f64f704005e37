// What the desktop asks for: dark or light, more contrast or not.
//
// From Qt 6.5 on Qt tells about dark. Below, and for contrast, the desktop portal is asked
// (org.freedesktop.appearance, https://flatpak.github.io/xdg-desktop-portal); it answers
// later through changed(), the window never waits for it. Where nobody answers, the palette
// of the platform decides. Window thread.
#pragma once

#include <QObject>
#include <QString>

#include <optional>

class QDBusVariant;

namespace foreword {

class SystemAppearance : public QObject {
    Q_OBJECT

public:
    explicit SystemAppearance(QObject* parent = nullptr);

    bool dark() const;
    bool highContrast() const { return m_highContrast; }

Q_SIGNALS:
    void changed();

#ifdef FOREWORD_WITH_DBUS
private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);
#endif

private:
    void askPortal();
    void readSetting(const QString& key);
    void take(const QString& key, uint value);

    bool m_paletteDark;
    std::optional<bool> m_portalDark;
    bool m_highContrast = false;
};

} // namespace foreword
