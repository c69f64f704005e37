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
    std::int64_t person() const { return m_person; }

Q_SIGNALS:
    void slow(); // nothing arrived within 150 ms
    void opened(const std::shared_ptr<const foreword::CustomerView>& view);
    void failed(const foreword::Error& error);

private:
    Desk& m_desk;
    std::int64_t m_person = 0;
    std::optional<CancelSource> m_running;
    QTimer m_patience;
};

} // namespace foreword
