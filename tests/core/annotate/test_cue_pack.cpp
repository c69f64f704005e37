#include <algorithm>
#include <set>

#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

// The English list with one piece of its text replaced.
static std::vector<Error> errorsOf(const std::string& change, const std::string& with)
{
    std::string text(*embeddedFile("cues/en.toml"));
    const std::size_t at = text.find(change);
    if (at == std::string::npos)
        qFatal("not in the file: %s", change.c_str());
    text.replace(at, change.size(), with);
    const auto loaded = Annotator::load(dictionary(), {{"cues/en.toml", text}});
    return loaded ? std::vector<Error>() : loaded.error();
}

class CuePackTest : public QObject {
    Q_OBJECT

private slots:
    void shippedListsLoad();
    void refuses_data();
    void refuses();
    void aPatternIsFoundByItsLine();
    void reportsEverythingAtOnce();
    void aPartAloneIsNoList();
    void aClassStandsOnceInALanguage();
    void versionCoversListsAndDictionary();
    void supportsItsLanguages();
};

void CuePackTest::shippedListsLoad()
{
    const auto files = cueFiles();
    QVERIFY(files.size() > 4); // some languages come in parts
    const auto loaded = Annotator::load(dictionary(), files);
    QVERIFY2(loaded, loaded ? "" : report(loaded.error()).c_str());
}

void CuePackTest::refuses_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* change, const char* with, ErrorCode code) {
        QTest::newRow(name) << change << with << static_cast<int>(code);
    };
    row("unknown class", "\"<my> late <kin>\"", "\"<my> late <kinn>\"", ErrorCode::toml_value_bad);
    row("unknown signal", "marks = \"signal:bereavement\"", "marks = \"signal:bereavment\"", ErrorCode::charter_unknown_signal);
    row("unknown mark", "marks = \"tried\"", "marks = \"attempted\"", ErrorCode::toml_value_bad);
    row("unknown key", "marks = \"tried\"", "marks = \"tried\"\nlabel = \"x\"", ErrorCode::toml_key_unknown);
    row("optional first word", "\"<my> late <kin>\"", "\"<my>? late <kin>\"", ErrorCode::toml_value_bad);
    row("gap at the end", "\"<my> late <kin>\"", "\"<my> late <kin> *3\"", ErrorCode::toml_value_bad);
    row("gap without size", "\"<my> late <kin>\"", "\"<my> *x late <kin>\"", ErrorCode::toml_value_bad);
    row("unknown scope", "kind = \"hypothetical\"", "kind = \"maybe\"", ErrorCode::toml_value_bad);
    row("unknown time words", "[time]\n", "[time]\nfortnight = []\n", ErrorCode::toml_key_unknown);
    row("missing class", "\nclause_opener = ", "\nclause_openers = ", ErrorCode::toml_value_bad);
    row("empty pattern", "\"<my> late <kin>\"", "\"\"", ErrorCode::toml_value_bad);
    row("pattern of blanks", "\"<my> late <kin>\"", "\"  \"", ErrorCode::toml_value_bad);
    row("pattern of an anchor alone", "\"<my> late <kin>\"", "\"^\"", ErrorCode::toml_value_bad);
    row("no pattern", "marks = \"tried\"\n", "marks = \"tried\"\npatterns = []\n[[cue]]\nmarks = \"tried\"\n",
        ErrorCode::toml_value_missing);
    row("threshold of nothing", "[thresholds]\n", "[thresholds]\nbad_mood = 120\n", ErrorCode::charter_unknown_signal);
    row("no TOML", "language = \"en\"", "language = ", ErrorCode::toml_syntax);
}

void CuePackTest::refuses()
{
    QFETCH(QString, change);
    QFETCH(QString, with);
    QFETCH(int, code);
    const std::vector<Error> errors = errorsOf(change.toStdString(), with.toStdString());
    QVERIFY(!errors.empty());
    QCOMPARE(static_cast<int>(errors.front().code), code);
    QCOMPARE(std::string(errors.front().param("file")), std::string("cues/en.toml"));
    QVERIFY(!errors.front().param("line").empty());
}

// Lists are long: the line is that of the pattern, not of the list it stands in.
void CuePackTest::aPatternIsFoundByItsLine()
{
    const std::string text(*embeddedFile("cues/en.toml"));
    const std::size_t at = text.find("\"<my> late <kin>\"");
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    for (const char* with : {"\"<my> late <kinn>\"", "\"<my> late <kin> *3\"", "\"\""}) {
        const auto errors = errorsOf("\"<my> late <kin>\"", with);
        QCOMPARE(errors.size(), std::size_t(1));
        QCOMPARE(std::string(errors.front().param("line")), std::to_string(line));
        QCOMPARE(std::string(errors.front().param("field")), std::string("patterns"));
    }
}

void CuePackTest::reportsEverythingAtOnce()
{
    const auto loaded = Annotator::load(dictionary(), {{"cues/xx.toml", "language = \"xx\"\nnonsense = 1\n[time]\n"}});
    QVERIFY(!loaded);
    std::set<ErrorCode> codes;
    for (const Error& error : loaded.error())
        codes.insert(error.code);
    QVERIFY(codes.contains(ErrorCode::toml_key_unknown));
    QVERIFY(codes.contains(ErrorCode::toml_value_missing));
}

void CuePackTest::aPartAloneIsNoList()
{
    const auto loaded = Annotator::load(dictionary(), {{"cues/fr/signals.toml", *embeddedFile("cues/fr/signals.toml")}});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::toml_value_missing);
}

void CuePackTest::aClassStandsOnceInALanguage()
{
    const auto loaded = Annotator::load(
        dictionary(),
        {{"cues/en.toml", *embeddedFile("cues/en.toml")}, {"cues/en/more.toml", "language = \"en\"\n[words]\nkin = [\"pal\"]\n"}});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_duplicate_id);
    QCOMPARE(std::string(loaded.error().front().param("file")), std::string("cues/en/more.toml"));
}

void CuePackTest::versionCoversListsAndDictionary()
{
    std::map<std::string, std::string_view> some = cueFiles();
    some.erase("cues/fr/signals.toml");
    const auto fewer = Annotator::load(dictionary(), some);
    QVERIFY(fewer);
    QVERIFY(fewer->version() != annotator().version());
    std::string changed(*embeddedFile("dictionary.toml"));
    changed.replace(changed.find("Counsel") == std::string::npos ? changed.find("counsel") : 0, 7, "lawyers");
    const auto other = Dictionary::load(changed, "dictionary.toml");
    QVERIFY(other);
    QVERIFY(Annotator::load(*other, cueFiles())->version() != annotator().version());
}

void CuePackTest::supportsItsLanguages()
{
    for (const char* language : {"en", "de", "es", "fr"})
        QVERIFY(annotator().supports(language));
    QVERIFY(!annotator().supports("sw"));
    QVERIFY(!annotator().supports(""));
}

QTEST_GUILESS_MAIN(CuePackTest)
#include "test_cue_pack.moc"
