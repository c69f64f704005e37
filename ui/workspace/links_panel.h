// Who a person is, in place of the side panel: the records that make them up, why they are one,
// who they may be besides, and what was decided about that; or the likely duplicates of everybody,
// one below the other. Each can be decided there, and taken back. Window thread.
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

#include <memory>

#include "core/desk/desk.h"
#include "ui/text/link_text.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_text.h"

namespace foreword {

class LinksPanel : public QWidget {
    Q_OBJECT

public:
    enum class About { person, everybody };

    LinksPanel(Desk& desk, const Theme& theme, QWidget* parent = nullptr);
    ~LinksPanel() override;

    About about() const { return m_about; }
    // What is shown is asked of the desk each time.
    void showPerson(std::int64_t person, const Wording& wording);
    // The same customer, read again, who may have another number now.
    void follow(std::int64_t person, const Wording& wording);
    void showEverybody(const Wording& wording);

Q_SIGNALS:
    void closed();
    // Something was decided or taken back: the customer on screen may have other records now.
    void decided();
    void personRequested(std::int64_t person, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Decision {
        std::vector<RecordKey> a, b;
        IdentityVerdict verdict = IdentityVerdict::undo;
        QString told; // what it says once it is done
    };

    void build();
    void forget();
    void ask();
    void fail(const Error& error);
    void show(const PersonLinks& links);
    void show(const std::vector<OpenReview>& reviews);
    void decide(const Decision& decision);
    void undo();
    void afterDecision(const Decision& decision);
    void tellFailure(const QString& text);

    void addSection(const QString& title);
    QVBoxLayout& addCard(const QString& name);
    void addText(QVBoxLayout& column, const QString& text, TextStyle style, Ink ink);
    void addReasons(QVBoxLayout& column, const std::vector<LinkReason>& reasons);
    void addRecord(const CustomerRecord& record);
    void addLink(const RecordLink& link);
    void addReview(const OpenReview& review, bool both);
    void addApart(const DecidedApart& apart);
    QPushButton* addButton(QLayout& row, const QString& text, const QString& spoken, const Decision& decision);

    Desk& m_desk;
    const Theme& m_theme;
    About m_about = About::person;
    std::int64_t m_person = 0;
    int m_subject = 0; // raised when somebody else is shown: late answers are not about them
    std::unique_ptr<LinkText> m_text;
    CancelSource m_asking;
    CancelSource m_answers;
    std::optional<Decision> m_last; // that can be taken back
    TextLabel* m_title;
    QPushButton* m_close;
    QWidget* m_done;
    FlowText* m_doneText;
    QPushButton* m_undo;
    QWidget* m_content;
    QVBoxLayout* m_column;
};

} // namespace foreword
