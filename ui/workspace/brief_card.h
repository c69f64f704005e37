// The brief: what changed, right now, a sentence to begin with, already tried, we promised, already told, before. Sections
// without a statement are not there. A brief longer than its card scrolls. Window thread.
#pragma once

#include <QBoxLayout>
#include <QScrollArea>

#include "ui/widgets/basics.h"
#include "ui/widgets/flow_text.h"
#include "ui/workspace/brief_lines.h"
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
    void addSituation(const Brief& brief, const BriefLines& lines);
    void addColumns(const Brief& brief, const BriefLines& lines);
    void addTold(const Brief& brief, const BriefLines& lines);
    void addBefore(const Brief& brief, const BriefLines& lines);
    void addStatements(QVBoxLayout& column, const std::vector<Statement>& statements, Section section, const BriefLines& lines);
    QBoxLayout* columns();
    QVBoxLayout* column(QBoxLayout& columns, const QString& title, const QString& explanation = {});
    FlowText* bullet(QVBoxLayout& column);
    void section(const QString& title, QBoxLayout& layout, const QString& explanation = {});

    const Theme& m_theme;
    FlowText* m_lacking;
    QScrollArea* m_scroll;
    QWidget* m_content; // of the scroll area: a long brief scrolls inside the card
    QVBoxLayout* m_lines;
    bool m_empty = true;
    std::vector<QBoxLayout*> m_columns; // side by side where there is room
};

} // namespace foreword
