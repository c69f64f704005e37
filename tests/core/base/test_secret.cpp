#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/secret.h"

using namespace foreword;

class TestSecret : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string fileWith(const QByteArray& content)
    {
        QFile file(m_folder.filePath(QStringLiteral("key")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the test file");
        return file.fileName().toStdString();
    }

private slots:
    void readsAKey_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("valid");
        const QByteArray key(64, 'a');
        QTest::newRow("plain") << key << true;
        QTest::newRow("newline") << key + '\n' << true;
        QTest::newRow("windows newline") << key + "\r\n" << true;
        QTest::newRow("upper case") << key.toUpper() << true;
        QTest::newRow("two newlines") << key + "\n\n" << false;
        QTest::newRow("short") << key.left(63) << false;
        QTest::newRow("long") << key + 'a' << false;
        QTest::newRow("no hex") << key.left(63) + 'g' << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("huge") << QByteArray(1 << 20, 'a') << false;
    }

    void readsAKey()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, valid);
        const auto key = readKeyFile(fileWith(content));
        QCOMPARE(key.has_value(), valid);
        if (valid)
            QCOMPARE(QByteArray::fromStdString(std::string(key->view())), QByteArray(32, '\xaa'));
        else
            QCOMPARE(key.error().code, ErrorCode::key_file_bad);
    }

    void tellsAMissingFile()
    {
        const auto key = readKeyFile(m_folder.filePath(QStringLiteral("none")).toStdString());
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::file_not_found);
    }

    void aTokenIsTheFirstLine()
    {
        const auto token = readSecretFile(fileWith("1-14-abc\r\nsecond\n"));
        QVERIFY(token);
        QCOMPARE(std::string(token->view()), std::string("1-14-abc"));
    }

    void movesLeaveNothingBehind()
    {
        Secret first("word");
        Secret second(std::move(first));
        QVERIFY(first.empty()); // NOLINT(bugprone-use-after-move): that a move wipes it is what is tested
        QCOMPARE(second.view(), std::string_view("word"));
        QVERIFY(Secret::random(32).view() != Secret::random(32).view());
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "test_secret.moc"
