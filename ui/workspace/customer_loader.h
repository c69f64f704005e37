// Opens customers through the desk: the latest wish counts, the one before it is cancelled.
// Loading is only told when it takes long enough to be noticed. Window thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

#include "core/desk/desk.h"

namespace foreword {

class CustomerLoader : public QObject {
    Q_OBJECT

public:
    CustomerLoader(Desk& desk, QObject* parent);
    ~CustomerLoader() override;

    void open(std::int64_t person);
    void retry();
    // The customer on screen once more, quietly: a view that says something new comes as
    // `followed`. While somebody is being opened, that one is read again afterwards; of nobody
    // nothing is read.
    void readAgain(const std::shared_ptr<const CustomerView>& shown);
    std::int64_t person() const { return m_person; }

Q_SIGNALS:
    void slow(); // nothing arrived within 150 ms
    void opened(const std::shared_ptr<const foreword::CustomerView>& view);
    void failed(const foreword::Error& error);
    void followed(const std::shared_ptr<const foreword::CustomerView>& view);
    void lost(const foreword::Error& error);

private:
    Desk& m_desk;
    std::int64_t m_person = 0;
    std::optional<CancelSource> m_running;
    CancelSource m_again; // readAgain
    bool m_repeat = false;
    QTimer m_patience;
};

} // namespace foreword
