#include "ui/workspace/feedback_marking.h"

#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>

#include "ui/text/error_text.h"
#include "ui/text/strings.h"

namespace foreword {

FeedbackMarking::FeedbackMarking(Desk& desk, QWidget* page) : QObject(page), m_desk(desk), m_page(page) {}

FeedbackMarking::~FeedbackMarking()
{
    m_answers.cancel();
}

void FeedbackMarking::ask(const FeedbackSubject& subject, const QString& statement, const QPoint& where)
{
    if (!m_view)
        return;
    auto* menu = new QMenu(m_page);
    menu->setObjectName(u"feedback"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto said = std::ranges::find(m_view->feedback, subject, &Feedback::subject);
    if (said != m_view->feedback.end()) {
        auto* back =
            menu->addAction(said->verdict == FeedbackVerdict::wrong ? tr("Take back: marked wrong") : tr("Take back: marked misleading"));
        connect(back, &QAction::triggered, this,
                [this, subject] { m_desk.unmark(subject, m_answers.token(), [this](const auto& done) { told(done); }); });
    } else {
        addReasons(*menu, FeedbackVerdict::wrong, {tr("Nobody said this"), tr("It is out of date"), tr("It is about somebody else")},
                   subject, statement);
        addReasons(*menu, FeedbackVerdict::misleading, {tr("It is torn out of its context"), tr("It leaves out what matters")}, subject,
                   statement);
    }
    menu->popup(where);
}

void FeedbackMarking::addReasons(QMenu& menu, FeedbackVerdict verdict, const QStringList& reasons, const FeedbackSubject& subject,
                                 const QString& statement)
{
    auto* list = menu.addMenu(verdict == FeedbackVerdict::wrong ? tr("This is wrong") : tr("This is misleading"));
    for (const QString& reason : reasons)
        connect(list->addAction(reason), &QAction::triggered, this,
                [this, verdict, subject, statement, reason] { mark(verdict, subject, statement, reason); });
    connect(list->addAction(tr("Another reason…")), &QAction::triggered, this,
            [this, verdict, subject, statement] { askReason(verdict, subject, statement); });
}

void FeedbackMarking::askReason(FeedbackVerdict verdict, const FeedbackSubject& subject, const QString& statement)
{
    auto* dialog = new QInputDialog(m_page);
    dialog->setObjectName(u"feedbackReason"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(verdict == FeedbackVerdict::wrong ? tr("This is wrong") : tr("This is misleading"));
    dialog->setLabelText(tr("Why?"));
    dialog->setOkButtonText(tr("Mark it"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->resize(360, dialog->height());
    connect(dialog, &QInputDialog::textValueSelected, this, [this, verdict, subject, statement](const QString& reason) {
        if (!reason.trimmed().isEmpty())
            mark(verdict, subject, statement, reason.trimmed());
    });
    dialog->open();
}

void FeedbackMarking::mark(FeedbackVerdict verdict, const FeedbackSubject& subject, const QString& statement, const QString& reason)
{
    m_desk.mark({subject, verdict, toStd(reason), toStd(statement), m_desk.now()}, m_answers.token(),
                [this](const auto& done) { told(done); });
}

void FeedbackMarking::told(const Result<Timestamp>& done)
{
    if (done) {
        Q_EMIT changed();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("It is not kept"), ErrorText::message(done.error()), QMessageBox::Close, m_page);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace foreword
