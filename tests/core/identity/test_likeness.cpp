#include <QtTest>

#include "core/identity/likeness.h"
#include "core/identity/nicknames.h"
#include "core/identity/traits.h"

using namespace foreword;

class TestLikeness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The figures of Winkler's papers.
    void knownSimilarities()
    {
        const auto near = [](double value, double expected) { return std::abs(value - expected) < 0.001; };
        QVERIFY(near(jaroWinkler("martha", "marhta"), 0.961));
        QVERIFY(near(jaroWinkler("dwayne", "duane"), 0.840));
        QVERIFY(near(jaroWinkler("dixon", "dicksonx"), 0.813));
        QCOMPARE(jaroWinkler("abc", "xyz"), 0.0);
        QCOMPARE(jaroWinkler("", ""), 0.0);
        QCOMPARE(jaroWinkler("same", "same"), 1.0);
    }

    void edits()
    {
        for (const auto& [a, b] :
             {std::pair{"meyer", "meier"}, {"meyer", "meyr"}, {"meyer", "mmeyer"}, {"meyer", "emyer"}, {"a", ""}, {"same", "same"}}) {
            QVERIFY2(oneEditApart(a, b), a);
            QVERIFY2(oneEditApart(b, a), a);
        }
        for (const auto& [a, b] : {std::pair{"meyer", "maier"}, {"abcd", "badc"}, {"abc", "cba"}, {"abc", "abcde"}})
            QVERIFY2(!oneEditApart(a, b), a);
    }

    void cologne()
    {
        // Postel's own example, and names that German writes in several ways.
        QCOMPARE(cologneSound("wikipedia"), std::string("3412"));
        QCOMPARE(cologneSound("breschnew"), std::string("17863"));
        QCOMPARE(cologneSound("mayer"), cologneSound("meier"));
        QCOMPARE(cologneSound("schmidt"), cologneSound("schmitt"));
        QCOMPARE(cologneSound("philipp"), cologneSound("filip"));
        QVERIFY(cologneSound("schmidt") != cologneSound("schneider"));
        QCOMPARE(cologneSound("123"), std::string());
    }

    void nysiis()
    {
        QCOMPARE(nysiisSound("knight"), nysiisSound("night"));
        QCOMPARE(nysiisSound("philips"), nysiisSound("fillips"));
        QCOMPARE(nysiisSound("macdonald"), nysiisSound("mcdonald"));
        QVERIFY(nysiisSound("brown") != nysiisSound("green"));
    }

    void shortForms()
    {
        const auto& names = Nicknames::builtIn();
        const auto same = [&](const char* a, const char* b) { return names.sameName(comparableWord(a), comparableWord(b)); };
        QVERIFY(same("Elizabeth", "beth"));
        QVERIFY(same("Beth", "Liz"));
        QVERIFY(same("Jürgen", "Juergi"));
        QVERIFY(same("Friedrich", "Fritz"));
        QVERIFY(!same("Elizabeth", "Robert"));
        QVERIFY(!same("Xyzzy", "Xyzzy2"));
        QVERIFY(names.isGivenName("anna"));
        QVERIFY(!names.isGivenName("pemberton"));
    }

    void words()
    {
        QCOMPARE(comparableWord("Müller"), comparableWord("MUELLER"));
        QCOMPARE(comparableWord("Дмитрий"), std::string("dmitrii"));
        QCOMPARE(comparableWord("Sørensen"), comparableWord("Soerensen"));
    }
};

QTEST_APPLESS_MAIN(TestLikeness)
#include "test_likeness.moc"
