// Each type has one definition: two types of one name in one namespace are one type to the
// linker, which then calls the wrong destructor and says nothing.
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

namespace {

using Definitions = QMap<QString, QStringList>; // qualified name to places

// Types that a header defines in its namespace, not inside another type.
void addDefinitions(Definitions& found, const QString& text, const QString& file)
{
    static const QRegularExpression space(QStringLiteral("^namespace ([\\w:]+)"));
    static const QRegularExpression type(
        QStringLiteral("^(?:class|struct|union|enum class|enum) (?:\\[\\[\\w+\\]\\] )?(\\w+)(?: final)?(?:\\s*:.*)?(?:\\s*\\{.*)?$"));
    QString inside;
    for (const auto& line : text.split(QLatin1Char('\n'))) {
        if (const auto match = space.match(line); match.hasMatch())
            inside = match.captured(1);
        if (const auto match = type.match(line); match.hasMatch() && !line.endsWith(QLatin1Char(';')))
            found[inside + QStringLiteral("::") + match.captured(1)].append(file);
    }
}

QStringList definedTwice(const Definitions& definitions)
{
    QStringList twice;
    for (auto entry = definitions.begin(); entry != definitions.end(); ++entry) {
        if (entry->size() > 1)
            twice.append(entry.key() + QStringLiteral(": ") + entry->join(QStringLiteral(", ")));
    }
    return twice;
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void everyTypeIsDefinedOnce()
    {
        const QString root = QStringLiteral(FOREWORD_SOURCE_DIR);
        Definitions definitions;
        for (const auto* folder : {"core", "ui", "app"}) {
            QDirIterator files(root + QLatin1Char('/') + QLatin1String(folder), {QStringLiteral("*.h")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                addDefinitions(definitions, QString::fromUtf8(file.readAll()), file.fileName().mid(root.size() + 1));
            }
        }
        QVERIFY2(definitions.size() > 200, "the test reads the tree");
        const auto twice = definedTwice(definitions);
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(QLatin1Char('\n'))));
    }

    void aSecondDefinitionIsFound()
    {
        Definitions definitions;
        addDefinitions(definitions, QStringLiteral("namespace a {\nclass One;\nclass One final : public Base {\n};\nstruct Two {\n"),
                       QStringLiteral("x.h"));
        QVERIFY(definedTwice(definitions).isEmpty());
        addDefinitions(definitions, QStringLiteral("namespace b {\nstruct Two {\n"), QStringLiteral("y.h"));
        QVERIFY(definedTwice(definitions).isEmpty());
        addDefinitions(definitions, QStringLiteral("namespace a {\nclass One : public Other {\n"), QStringLiteral("z.h"));
        QCOMPARE(definedTwice(definitions), QStringList{QStringLiteral("a::One: x.h, z.h")});
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "test_names.moc"
