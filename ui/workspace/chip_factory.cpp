#include "ui/workspace/chip_factory.h"

#include <algorithm>

#include "ui/text/brief_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

// More would hide the sentence they belong to; all are lit in the history all the same.
constexpr std::size_t mostChips = 8;

} // namespace

void ChipFactory::setCustomer(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> index, const Wording& wording)
{
    m_view = std::move(view);
    m_index = std::move(index);
    m_wording = wording;
}

QString ChipFactory::spoken(std::uint32_t message) const
{
    const HistoryMessage& m = m_view->history.messages[message];
    //: Where a chip leads: number of the message, who wrote it, when.
    return tr("Message %1, %2, %3").arg(QString::number(message + 1), BriefText(m_wording).speaker(m), m_wording.dayTime(m.at));
}

void ChipFactory::addChips(FlowText& text, const std::vector<Citation>& citations)
{
    std::vector<std::uint32_t> seen;
    for (const Citation& citation : citations) {
        const auto message = m_index->messageOf(citation);
        if (!message || seen.size() == mostChips || std::ranges::find(seen, *message) != seen.end())
            continue;
        seen.push_back(*message);
        auto* chip = new CitationChip(m_theme, citation, static_cast<int>(*message) + 1, spoken(*message), &text);
        connect(chip, &QAbstractButton::clicked, this, [this, citation] { Q_EMIT cited(citation); });
        text.addInline(chip);
    }
}

void ChipFactory::addChips(FlowText& text, const std::vector<Evidence>& evidence)
{
    std::vector<Citation> citations;
    for (const Evidence& item : evidence) {
        if (item.citation)
            citations.push_back(*item.citation);
    }
    addChips(text, citations);
}

void ChipFactory::makeMarkable(QWidget& chip, const FeedbackSubject& subject, const QString& statement)
{
    chip.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&chip, &QWidget::customContextMenuRequested, this,
            [this, &chip, subject, statement](const QPoint& at) { Q_EMIT markRequested(subject, statement, chip.mapToGlobal(at)); });
}

QString ChipFactory::markOf(const FeedbackSubject& subject) const
{
    const auto said = std::ranges::find(m_view->feedback, subject, &Feedback::subject);
    if (said == m_view->feedback.end())
        return {};
    return said->verdict == FeedbackVerdict::wrong ? tr("marked wrong") : tr("marked misleading");
}

void ChipFactory::addMarkable(FlowText& text, const std::vector<Citation>& citations, const FeedbackSubject& subject,
                              const QString& statement)
{
    const auto before = text.findChildren<CitationChip*>();
    addChips(text, citations);
    for (CitationChip* chip : text.findChildren<CitationChip*>()) {
        if (!before.contains(chip))
            makeMarkable(*chip, subject, statement);
    }
    if (const QString mark = markOf(subject); !mark.isEmpty()) {
        auto* pill = new Pill(m_theme, {mark, Ink::amber}, &text);
        pill->setObjectName(u"marked"_s);
        text.addInline(pill);
    }
}

void ChipFactory::addStatement(FlowText& text, const Statement& statement, Section section)
{
    const Citation& first = statement.citations().front();
    addMarkable(text, statement.citations(), {first.message(), first.span(), section, {}}, toQt(statement.text()));
}

void ChipFactory::addSignal(FlowText& text, const Evidence& evidence, const std::string& signal)
{
    if (evidence.citation)
        addMarkable(text, {*evidence.citation}, {evidence.citation->message(), evidence.citation->span(), Section::signal, signal},
                    toQt(evidence.quote));
}

FactChip* ChipFactory::factChip(const ToldFact& fact, QWidget* parent)
{
    const Citation& citation = fact.statement.citations().front();
    const auto message = m_index->messageOf(citation);
    if (!message)
        return nullptr;
    const FeedbackSubject subject{citation.message(), citation.span(), Section::told, {}};
    QString words = BriefText(m_wording).factValue(fact);
    if (const QString mark = markOf(subject); !mark.isEmpty()) {
        //: A fact, and that an agent marked it wrong.
        words = tr("%1 (%2)").arg(words, mark);
    }
    //: A fact the customer told us, and where.
    const QString name = tr("%1. %2").arg(words, spoken(*message));
    auto* chip = new FactChip(m_theme, citation, static_cast<int>(*message) + 1, words, name, parent);
    connect(chip, &QAbstractButton::clicked, this, [this, citation] { Q_EMIT cited(citation); });
    makeMarkable(*chip, subject, toQt(fact.words));
    return chip;
}

} // namespace foreword
