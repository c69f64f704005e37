#include "ui/delegates/history_delegate.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

#include "ui/delegates/painting.h"
#include "ui/text/brief_text.h"

namespace foreword {
namespace {

// Measures of the picture.
constexpr int dateColumn = 104;
constexpr int iconBox = 20;
constexpr int bodyLeft = dateColumn + 30;
constexpr int interactionHeight = 37;
constexpr int earlierHeight = 28;
constexpr int bubblePadding = 10;
constexpr int metaHeight = 17;
constexpr int agentIndent = 28;
constexpr int bubbleRight = 52;
constexpr int bubbleGap = 6;
constexpr int threadGap = 8;
// A message is shown whole, but one with a megabyte must not stop the window: the rest is
// left out with an ellipsis.
constexpr int longestShown = 20'000;
constexpr int narrow = 520;

bool ours(const HistoryMessage& message)
{
    return message.sender != Sender::customer;
}

} // namespace

HistoryDelegate::HistoryDelegate(const Theme& theme, const HistoryModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_model(model), m_layouts(400)
{
}

// In narrow windows bubbles begin under the date, so that the words keep their room.
QRect HistoryDelegate::bubbleRect(int row, const QRect& rect) const
{
    const HistoryRow& at = m_model.row(row);
    const bool slim = rect.width() < narrow;
    const int indent = ours(m_model.message(at)) ? agentIndent : 0;
    const int left = (slim ? 0 : bodyLeft) + indent;
    const int right = slim ? 0 : bubbleRight;
    return {rect.left() + left, rect.top(), std::max(80, rect.width() - left - right),
            rect.height() - bubbleGap - (closesThread(row) ? threadGap - bubbleGap : 0)};
}

int HistoryDelegate::textWidthOf(const HistoryRow& row, int width) const
{
    const int indent = ours(m_model.message(row)) ? agentIndent : 0;
    const int around = width < narrow ? 0 : bodyLeft + bubbleRight;
    return std::max(80, width - around - indent) - 2 * bubblePadding;
}

bool HistoryDelegate::closesThread(int row) const
{
    return row + 1 >= m_model.rowCount() || m_model.row(row + 1).kind == HistoryRow::Kind::interaction;
}

const HistoryDelegate::Body& HistoryDelegate::body(const HistoryRow& row, int width) const
{
    const int textWidth = textWidthOf(row, width);
    if (const Body* known = m_layouts.object(row.message); known && known->width == textWidth)
        return *known;

    auto body = std::make_unique<Body>();
    QString text = toQt(m_model.message(row).text);
    if (text.size() > longestShown)
        text = text.left(longestShown - (text[longestShown - 1].isHighSurrogate() ? 1 : 0)) + u'…';
    // Mail ends in blank lines; behind the last word nothing is shown, and no citation points there.
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    text.replace(u'\n', QChar::LineSeparator);
    body->width = textWidth;
    body->layout.setText(text);
    body->layout.setFont(Theme::font(TextStyle::body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    body->layout.setTextOption(option);
    const int lineHeight = Theme::lineHeight(TextStyle::body);
    body->layout.beginLayout();
    for (QTextLine line = body->layout.createLine(); line.isValid(); line = body->layout.createLine()) {
        line.setLineWidth(textWidth);
        line.setPosition({0, body->height + (lineHeight - line.height()) / 2});
        body->height += lineHeight;
    }
    body->layout.endLayout();
    const Body& kept = *body;
    m_layouts.insert(row.message, body.release());
    return kept; // NOLINT(clang-analyzer-cplusplus.NewDelete): each costs one and the cache takes more
}

int HistoryDelegate::height(int row, int width) const
{
    const HistoryRow& at = m_model.row(row);
    switch (at.kind) {
    case HistoryRow::Kind::interaction: return interactionHeight;
    case HistoryRow::Kind::earlier: return earlierHeight;
    case HistoryRow::Kind::message: break;
    }
    const int gap = closesThread(row) ? threadGap : bubbleGap;
    return body(at, width).height + metaHeight + 2 * (bubblePadding - 2) + gap;
}

int HistoryDelegate::estimatedHeight(int row, int width) const
{
    const HistoryRow& at = m_model.row(row);
    if (at.kind != HistoryRow::Kind::message)
        return height(row, width);
    // Noto Sans at 13 px takes about 7 px a letter in running text.
    constexpr int letter = 7;
    const std::string& text = m_model.message(at).text;
    const int perLine = std::max(1, textWidthOf(at, width) / letter);
    const auto shown = std::min<std::size_t>(text.size(), longestShown);
    const auto breaks = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(shown), '\n');
    const int lines = 1 + static_cast<int>(shown) / perLine + static_cast<int>(breaks);
    return lines * Theme::lineHeight(TextStyle::body) + metaHeight + 2 * (bubblePadding - 2) + bubbleGap;
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {option.rect.width(), height(index.row(), option.rect.width())};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    switch (m_model.row(index.row()).kind) {
    case HistoryRow::Kind::interaction: paintInteraction(*painter, option, index.row()); break;
    case HistoryRow::Kind::earlier: paintEarlier(*painter, option, index.row()); break;
    case HistoryRow::Kind::message: paintMessage(*painter, option, index.row()); break;
    }
    painter->restore();
}

void HistoryDelegate::paintPill(QPainter& painter, const QRect& line, const QString& text, Ink ink) const
{
    const int width = textWidth(text, TextStyle::small) + 16;
    const QRect pill(line.right() - width + 1, line.center().y() - 9, width, 20);
    drawRounded(painter, pill, 10, m_theme.backgroundOf(ink));
    drawLine(painter, pill, text, TextStyle::small, m_theme.ink(ink), Qt::AlignHCenter);
}

void HistoryDelegate::paintInteraction(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const QRect& rect = option.rect;
    const HistoryRow& at = m_model.row(row);
    const InteractionRecord& interaction = m_model.interaction(at);
    const BriefText text(m_model.wording());
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), m_theme.tokens().line);
    if (option.state & QStyle::State_MouseOver && m_model.messageCount(at) > 0)
        painter.fillRect(rect.adjusted(0, 1, 0, 0), m_theme.tokens().background);

    const QRect line = rect.adjusted(0, 9, 0, -8);
    drawLine(painter, QRect(line.left(), line.top(), dateColumn - 6, line.height()), m_model.wording().rowTime(m_model.lastActivity(at)),
             TextStyle::body, m_theme.ink(Ink::muted));
    const QRect box(line.left() + dateColumn, line.top(), iconBox, iconBox);
    drawRounded(painter, box, 4, m_theme.tokens().chip);
    painter.drawPixmap(box.topLeft() + QPoint(3, 3),
                       m_theme.icon(BriefText::channelIcon(interaction.channel), Ink::normal, 14, painter.device()->devicePixelRatio()));

    const QString pill = text.interactionPill(interaction);
    paintPill(painter, line, pill, BriefText::statusInk(interaction.status));

    int left = line.left() + bodyLeft;
    const int right = line.right() - textWidth(pill, TextStyle::small) - 46;
    if (m_model.messageCount(at) > 0) {
        const QPixmap mark =
            m_theme.icon(m_model.isOpen(at) ? Icon::unfold : Icon::fold, Ink::muted, 16, painter.device()->devicePixelRatio());
        painter.drawPixmap(right + 8, line.top() + 2, mark);
    }
    const QString channel = BriefText::channelWord(interaction.channel);
    drawLine(painter, QRect(left, line.top(), right - left, line.height()), channel, TextStyle::strong, m_theme.ink(Ink::normal));
    left += textWidth(channel, TextStyle::strong);
    // Subject and number are the record's own words; a dot sets them apart from the channel.
    const QString subject = u" · #"_s + toQt(interaction.key.id) + u' ' + toQt(interaction.subject).simplified();
    drawLine(painter, QRect(left, line.top(), right - left, line.height()), subject, TextStyle::body, m_theme.ink(Ink::normal));
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, rect.adjusted(0, 2, 0, -1), m_theme.tokens().accent, 4);
}

void HistoryDelegate::paintEarlier(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const QRect line = option.rect.adjusted(option.rect.width() < narrow ? 0 : bodyLeft, 0, -bubbleRight, -6);
    drawLine(painter, line, m_model.index(row).data(Qt::DisplayRole).toString(), TextStyle::small, m_theme.ink(Ink::accent));
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, line.adjusted(-4, 0, 0, 0), m_theme.tokens().accent, 4);
}

QString HistoryDelegate::meta(const HistoryRow& row) const
{
    const HistoryMessage& message = m_model.message(row);
    const QString speaker = BriefText(m_model.wording()).speaker(message);
    const QString number = QString::number(row.message + 1);
    const Wording& wording = m_model.wording();
    const bool sameDay = wording.localDate(message.at) == wording.localDate(m_model.lastActivity(row));
    const QString when = sameDay ? wording.time(message.at) : wording.dayTime(message.at);
    if (message.visibility == Visibility::internal)
        return HistoryModel::tr("Internal note · %1, %2 · message %3").arg(speaker, when, number);
    return HistoryModel::tr("%1, %2 · message %3").arg(speaker, when, number);
}

QList<QTextLayout::FormatRange> HistoryDelegate::highlights(const HistoryRow& row) const
{
    QList<QTextLayout::FormatRange> out;
    const auto add = [&](const TextRange& range, const QColor& color) {
        QTextLayout::FormatRange format;
        format.start = range.start;
        format.length = range.length;
        format.format.setBackground(color);
        out.append(format);
    };
    for (const TextRange& range : m_model.citedRanges(row))
        add(range, m_theme.tokens().highlight);
    if (const auto active = m_model.activeRange(row))
        add(*active, m_theme.tokens().activeHighlight);
    return out;
}

// What a system reports is no speech and has no bubble.
QColor HistoryDelegate::bubbleFill(Sender sender) const
{
    switch (sender) {
    case Sender::agent: return m_theme.tokens().accentBackground;
    case Sender::bot: return m_theme.tokens().chip;
    case Sender::customer:
    case Sender::system: break;
    }
    return m_theme.tokens().background;
}

void HistoryDelegate::paintMessage(QPainter& painter, const QStyleOptionViewItem& option, int row) const
{
    const HistoryRow& at = m_model.row(row);
    const HistoryMessage& message = m_model.message(at);
    const QRect bubble = bubbleRect(row, option.rect);
    const Tokens& tokens = m_theme.tokens();
    const bool internal = message.visibility == Visibility::internal;
    const QColor fill = internal ? tokens.panel : bubbleFill(message.sender);
    // A note, and a bubble that its fill does not set apart, has a line around it.
    if (message.sender != Sender::system)
        drawRounded(painter, bubble, metrics::cardRadius, fill, fill == tokens.panel ? tokens.line : QColor());
    if (m_model.activeRange(at))
        drawRounded(painter, QRectF(bubble.left(), bubble.top() + 6, 3, bubble.height() - 12), 1.5, tokens.accent);

    QRect metaLine(bubble.left() + bubblePadding, bubble.top() + bubblePadding - 3, bubble.width() - 2 * bubblePadding, metaHeight);
    if (internal) {
        painter.drawPixmap(metaLine.topLeft() + QPoint(0, 2),
                           m_theme.icon(Icon::note, Ink::muted, 12, painter.device()->devicePixelRatio()));
        metaLine.setLeft(metaLine.left() + 17);
    }
    drawLine(painter, metaLine, meta(at), TextStyle::caption, tokens.muted);
    painter.setPen(message.sender == Sender::system ? tokens.muted : tokens.ink);
    body(at, option.rect.width()).layout.draw(&painter, QPointF(bubble.left() + bubblePadding, metaLine.bottom() + 1), highlights(at));
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, bubble, tokens.accent, metrics::cardRadius);
}

} // namespace foreword
