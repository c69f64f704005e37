#include "ui/widgets/value_text.h"

#include <QMimeData>
#include <QTextDocument>
#include <QTextDocumentFragment>

#include <algorithm>
#include <cmath>

#include "ui/text/strings.h"
#include "ui/theme/theme.h"

namespace foreword {
namespace {

// A line may end after it; it is not seen.
constexpr QChar breakHere(0x200B);

// An address that is too long for its line is read best in its two halves.
QString breakable(QString text)
{
    return text.replace(u'@', QString(u'@') + breakHere);
}

QString asWritten(QString text)
{
    return text.remove(breakHere); // a selection may begin at it
}

} // namespace

ValueText::ValueText(const QString& text, QWidget* parent) : QTextEdit(parent)
{
    setObjectName(u"value"_s);
    setReadOnly(true);
    setAcceptRichText(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::ClickFocus);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setFont(Theme::font(TextStyle::body));
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setPlainText(breakable(text));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ValueText::heightForWidth(int width) const
{
    QTextDocument copy;
    copy.setDefaultFont(document()->defaultFont());
    copy.setDocumentMargin(0);
    copy.setDefaultTextOption(document()->defaultTextOption());
    copy.setPlainText(toPlainText());
    copy.setTextWidth(width);
    return std::max(Theme::lineHeight(TextStyle::body), static_cast<int>(std::ceil(copy.size().height())));
}

QSize ValueText::sizeHint() const
{
    return {120, heightForWidth(120)};
}

QSize ValueText::minimumSizeHint() const
{
    return {40, Theme::lineHeight(TextStyle::body)};
}

QMimeData* ValueText::createMimeDataFromSelection() const
{
    auto* copied = new QMimeData;
    copied->setText(asWritten(textCursor().selection().toPlainText()));
    return copied;
}

} // namespace foreword
