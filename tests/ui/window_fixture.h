// The real window over a fake desk, at the size of the pictures, active and with its queue
// read. With FOREWORD_SCREENSHOT_DIR set, keep() saves what the test sees.
#pragma once

#include <QApplication>
#include <QListView>
#include <QTest>

#include <memory>

#include "fake_desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/search_box.h"
#include "ui/text/strings.h"
#include "ui/text/translation.h"
#include "ui/widgets/chips.h"
#include "ui/workspace/history_list.h"

namespace foreword {

class WindowFixture {
public:
    explicit WindowFixture(QSize size = {1360, 860}, ThemeChoice choice = ThemeChoice::light)
        : theme(choice), window(desk, theme, QLocale(QLocale::English, QLocale::UnitedKingdom))
    {
        window.resize(size);
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window did not become active");
    }

    template <class T>
    T* find(const QString& name) const
    {
        return window.findChild<T*>(name);
    }
    template <class T>
    bool visible(const QString& name) const
    {
        const T* widget = find<T>(name);
        return widget && widget->isVisible();
    }
    QListView* queue() const { return find<QListView>(u"queue"_s); }
    HistoryList* history() const { return find<HistoryList>(u"history"_s); }
    HistoryModel* historyModel() const { return window.findChild<HistoryModel*>(); }
    SearchBox* search() const { return find<SearchBox>(u"search"_s); }
    QString customer() const
    {
        const auto* name = find<QLabel>(u"customerName"_s);
        return name->isVisible() ? name->text() : QString();
    }
    void keep(const QString& name)
    {
        const QString folder = qEnvironmentVariable("FOREWORD_SCREENSHOT_DIR");
        if (!folder.isEmpty())
            window.grab().save(folder + u'/' + name + u".png"_s);
    }

    FakeDesk desk;
    Theme theme;
    MainWindow window;
};

} // namespace foreword
