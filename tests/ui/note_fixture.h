// The note panel of the window as tests of it work it.
#pragma once

#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

#include "ui/widgets/flow_text.h"
#include "window_fixture.h"

namespace foreword {

inline QPlainTextEdit& text(const WindowFixture& f)
{
    return *f.find<QPlainTextEdit>(u"noteText"_s);
}

inline void click(const WindowFixture& f, const QString& button)
{
    QTest::mouseClick(f.find<QPushButton>(button), Qt::LeftButton);
}

inline QString said(const WindowFixture& f, const QString& name)
{
    return f.find<FlowText>(name)->plainText();
}

// A pull that brought nothing ends.
inline void tellPull(WindowFixture& f, bool well)
{
    SourceStatus helpdesk;
    helpdesk.name = "helpdesk";
    helpdesk.running = true;
    f.desk.tellSources({helpdesk});
    helpdesk.running = false;
    if (!well)
        helpdesk.failingSince = story::now();
    const auto asked = f.desk.readAgain.size();
    f.desk.tellSources({helpdesk});
    QTRY_COMPARE(f.desk.readAgain.size(), asked + 1);
}

inline void openNote(WindowFixture& f, Qt::Key key)
{
    open(f, story::maria, u"Maria Hoffmann"_s);
    press(f.window, key);
    QVERIFY(f.visible<QWidget>(u"notePanel"_s));
}

// It can be taken back for some seconds.
inline void sendNote(WindowFixture& f, const QString& words)
{
    openNote(f, Qt::Key_N);
    text(f).setPlainText(words);
    click(f, u"sendNote"_s);
    QTRY_VERIFY(f.visible<QWidget>(u"undoNote"_s));
}

// Kwame has a note that was begun, too.
inline Draft beginForKwame(WindowFixture& f)
{
    auto view = story::kwameView();
    view->wrapUp.interaction = 0;
    view->drafts = {{view->history.interactions[0].key, DraftKind::note, "Kwame's", story::now()}};
    f.desk.views[story::kwame] = view;
    return view->drafts[0];
}

} // namespace foreword
