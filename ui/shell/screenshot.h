// Draws the real window into a picture: for documents and checks. Makes a window of its own,
// waits until the customer is on it, renders, saves, and tells. Window thread; needs a running
// event loop.
#pragma once

#include <QLocale>
#include <QObject>
#include <QSize>
#include <QString>

#include <memory>

#include "core/base/result.h"
#include "core/desk/desk.h"
#include "ui/theme/theme.h"

namespace foreword {

class MainWindow;

class Screenshot : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString file;     // PNG
        QString customer; // any identifier; empty: the first of the queue
        QString view; // "health"; else the workspace
        QSize size{1360, 860};
        QLocale locale;
    };

    Screenshot(Desk& desk, const Theme& theme, Options options, QObject* parent = nullptr);
    ~Screenshot() override;

    void start();

Q_SIGNALS:
    // Exactly once. Errors: customer_not_found, customer_ambiguous, store_failed,
    // file_unwritable.
    void finished(const foreword::Result<>& result);

private:
    void end(const Result<>& result);
    void grab();

    Options m_options;
    std::unique_ptr<MainWindow> m_window;
    bool m_ended = false;
};

} // namespace foreword
