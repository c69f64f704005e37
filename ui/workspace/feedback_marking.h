// What an agent says of a statement or a signal: a menu at its number, the reason, and back.
// Window thread.
#pragma once

#include <QObject>
#include <QPoint>

#include <memory>

#include "core/desk/desk.h"

class QMenu;
class QWidget;

namespace foreword {

class FeedbackMarking : public QObject {
    Q_OBJECT

public:
    FeedbackMarking(Desk& desk, QWidget* page);
    ~FeedbackMarking() override;

    void setCustomer(std::shared_ptr<const CustomerView> view) { m_view = std::move(view); }
    void ask(const FeedbackSubject& subject, const QString& statement, const QPoint& where);

Q_SIGNALS:
    // Kept, or taken back: the customer reads differently now.
    void changed();

private:
    void addReasons(QMenu& menu, FeedbackVerdict verdict, const QStringList& reasons, const FeedbackSubject& subject,
                    const QString& statement);
    void askReason(FeedbackVerdict verdict, const FeedbackSubject& subject, const QString& statement);
    void mark(FeedbackVerdict verdict, const FeedbackSubject& subject, const QString& statement, const QString& reason);
    void told(const Result<Timestamp>& done);

    Desk& m_desk;
    QWidget* m_page;
    std::shared_ptr<const CustomerView> m_view;
    CancelSource m_answers;
};

} // namespace foreword
