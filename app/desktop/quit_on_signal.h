// Ends the program in order when the system or a terminal asks it to (SIGTERM, SIGINT, SIGHUP),
// so that a demonstration's workspace is deleted and jobs are joined. Window thread; lives as
// long as the application. Does nothing on Windows, where closing the window is the way.
#pragma once

#include <QObject>

class QCoreApplication;

namespace foreword::desktop {

class QuitOnSignal : public QObject {
    Q_OBJECT

public:
    explicit QuitOnSignal(QCoreApplication& application);
    ~QuitOnSignal() override;
};

} // namespace foreword::desktop
