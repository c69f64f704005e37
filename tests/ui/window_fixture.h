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

inline void press(QWidget& widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(&widget, key, modifiers);
}

inline void open(WindowFixture& f, std::int64_t person, const QString& name)
{
    f.window.openPerson(person);
    QTRY_COMPARE(f.customer(), name);
}

inline CitationChip* chipTo(const WindowFixture& f, const QString& number)
{
    for (auto* chip : f.window.findChildren<CitationChip*>(u"citation"_s)) {
        if (chip->text() == number && chip->isVisible())
            return chip;
    }
    return nullptr;
}

// The words a chip has led to.
inline QString litWords(const WindowFixture& f)
{
    const auto* model = f.historyModel();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (const auto range = model->activeRange(model->row(row)))
            return model->index(row).data().toString().mid(range->start, range->length);
    }
    return {};
}

inline bool inView(const HistoryList& view, const QModelIndex& index)
{
    const QRect rect = view.visualRect(index);
    return rect.top() >= 0 && rect.top() < view.viewport()->height();
}

} // namespace foreword
