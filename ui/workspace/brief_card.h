// The brief: what changed, right now, a sentence to begin with, already tried, we promised, already told, before. Sections
// without a statement are not there. A brief longer than its card scrolls. Window thread.
#pragma once

#include <QBoxLayout>
#include <QScrollArea>

#include "ui/widgets/basics.h"
#include "ui/widgets/flow_text.h"
#include "ui/workspace/chip_factory.h"

namespace foreword {

class BriefCard : public Card {
    Q_OBJECT

public:
    explicit BriefCard(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(const CustomerView& view, const Wording& wording, ChipFactory& chips);
    // What the brief may lack, above it; nothing where it lacks nothing.
    void setLacking(const QString& text);
    bool isEmpty() const { return m_empty && m_lacking->isHidden(); }
    // Side by side or below each other; to be called before the height for this width is asked.
    void fitTo(int width);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

private:
    void addSince(const CustomerView& view, const Wording& wording, ChipFactory& chips);
    void addOpening(const CustomerView& view, ChipFactory& chips);
    void addParagraph(const QString& title, Section what, const std::vector<Statement>& statements, ChipFactory& chips);
    void addColumns(const CustomerView& view, const Wording& wording, ChipFactory& chips);
    void addTried(const CustomerView& view, const Wording& wording, QVBoxLayout& column, ChipFactory& chips);
    void addTold(const CustomerView& view, const Wording& wording, ChipFactory& chips);
    void addBefore(const Brief& brief, ChipFactory& chips);
    QVBoxLayout* column(QBoxLayout& columns, const QString& title);
    FlowText* bullet(QVBoxLayout& column);
    QVBoxLayout* list(QBoxLayout& columns, const QString& title, Section what, const std::vector<Statement>& statements,
                      ChipFactory& chips);
    void section(const QString& title, QBoxLayout& layout);

    const Theme& m_theme;
    FlowText* m_lacking;
    QScrollArea* m_scroll;
    QWidget* m_content; // of the scroll area: a long brief scrolls inside the card
    QVBoxLayout* m_lines;
    bool m_empty = true;
    std::vector<QBoxLayout*> m_columns; // side by side where there is room
};

} // namespace foreword
