#include "ui/workspace/overriding.h"

#include <QInputDialog>
#include <QMessageBox>

#include <algorithm>

#include "ui/text/error_text.h"
#include "ui/text/override_text.h"
#include "ui/text/strings.h"

namespace foreword {

Overriding::Overriding(Desk& desk, QWidget* page) : QObject(page), m_desk(desk), m_page(page) {}

Overriding::~Overriding()
{
    m_answers.cancel();
}

void Overriding::setCustomer(std::shared_ptr<const CustomerView> view, const Wording& wording)
{
    m_view = std::move(view);
    m_wording = wording;
}

void Overriding::ask(const QString& rule)
{
    if (!m_view)
        return;
    const auto& matched = m_view->decision.matched;
    const auto found = std::ranges::find(matched, toStd(rule), &RuleMatch::rule);
    if (found == matched.end() || !canOverride(*found))
        return;
    // It holds from now on, however long the customer has been on screen.
    const Wording wording(m_wording.locale(), m_wording.zone(), m_desk.now());
    auto* dialog = new OverrideDialog(m_view, *found, wording, m_who, m_page);
    connect(dialog, &OverrideDialog::requested, this, &Overriding::give);
    dialog->open();
}

void Overriding::give(const OverrideRequest& request)
{
    m_who = {toQt(request.by), request.role};
    m_desk.overrideRule(request, m_answers.token(), [this](const Result<GivenOverride>& done) {
        if (done)
            Q_EMIT changed();
        else
            failed(done.error());
    });
}

void Overriding::takeBack(qint64 number)
{
    if (!m_view)
        return;
    auto* dialog = new QInputDialog(m_page);
    dialog->setObjectName(u"takeBackDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Take the override back"));
    dialog->setLabelText(tr("The rule stands again at once. Your name:"));
    dialog->setTextValue(m_who.name);
    dialog->setOkButtonText(tr("Take back"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, person = m_view->profile.person, number](const QString& by) {
        if (!by.trimmed().isEmpty())
            end(person, number, by.trimmed());
    });
    dialog->open();
}

void Overriding::end(std::int64_t person, qint64 number, const QString& by)
{
    m_who.name = by;
    m_desk.takeOverrideBack(person, number, toStd(by), m_answers.token(), [this](const Result<Timestamp>& done) {
        if (done)
            Q_EMIT changed();
        else
            failed(done.error());
    });
}

void Overriding::failed(const Error& error)
{
    const QString details = tr("%1 %2", "message and remedy").arg(ErrorText::message(error), ErrorText::remedy(error)).trimmed();
    auto* box = new QMessageBox(QMessageBox::Warning, tr("The rule stands as it did"), details, QMessageBox::Close, m_page);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace foreword
