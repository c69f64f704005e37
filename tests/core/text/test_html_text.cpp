#include <QTest>

#include "core/text/html_text.h"
#include "core/text/utf8.h"
#include "core/text/zones.h"

using namespace foreword;

namespace {

QString textOf(const QByteArray& html)
{
    return QString::fromStdString(htmlToText(std::string_view(html.constData(), static_cast<std::size_t>(html.size()))));
}

std::string repeated(std::string_view unit, std::size_t count)
{
    std::string out;
    out.reserve(unit.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        out.append(unit);
    return out;
}

} // namespace

class TestHtmlText : public QObject {
    Q_OBJECT

private slots:
    void converts_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* html, const char* expected) {
            QTest::newRow(html) << QByteArray(html) << QString::fromUtf8(expected);
        };
        row("", "");
        row("plain words", "plain words");
        row("<p>One</p><p>Two</p>", "One\n\nTwo");
        row("<p>One<p>Two", "One\n\nTwo");
        row("<div>One</div><div>Two</div>", "One\nTwo");
        row("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo");
        row("<div>One<br></div><div>Two</div>", "One\nTwo");
        row("One<br>Two<br><br><br><br>Three", "One\nTwo\n\nThree");
        row("  lots \n of\t <b>white</b>\r\n space ", "lots of white space");
        row("a<b>b</b>c <i> d</i> e", "abc d e");
        row("<p class=MsoNormal>One</p><p class=MsoNormal>Two</p>", "One\nTwo");
        row("<h1>Title</h1>Text", "Title\n\nText");
        row("<pre>keep\n  lines</pre>", "keep\nlines");
        row("<a href=\"https://example.com/x\">the link</a>", "the link");

        // Entities and invisible letters.
        row("Gr&uuml;&szlig;e &amp; &euro; &#8364; &#x20AC; &lt;b&gt;", "Gr\u00FC\u00DFe & \u20AC \u20AC \u20AC <b>");
        row("a&nbsp;&nbsp;b\u00A0c", "a b c");
        row("in&shy;vis&#8203;ible&#xFEFF;", "invisible");
        row("&#0;&#1;x&#127;y", "\uFFFDxy");
        row("AT&T &unknown; &", "AT&T &unknown; &");

        // What vanishes.
        row("a<script>alert('x')</script>b<style>p{}</style>c<!-- comment -->d", "abcd");
        row("<head><title>T</title><style>x</style></head><body>b</body>", "b");
        row("a<img src=\"https://example.com/pixel.gif\" alt=\"logo\">b", "ab");
        row("a<iframe src=x>frame</iframe>b<object>o</object>c<svg><text>s</text></svg>d", "abcd");
        row("a<select><option>1<option>2</select>b<template>t</template>c", "abc");
        row("<div style=\"display:none\">preview</div>text", "text");
        row("<div style=\"DISPLAY : NONE !important\">preview</div>text", "text");
        row("<span style='font-size:0px'>x</span><span style='font-size:0.9em'>y</span>", "y");
        row("<span style='visibility: hidden'>x</span><span hidden>y</span><span style='opacity:0'>z</span>!", "!");
        row("<div style='max-height:0;overflow:hidden'>x</div>y", "y");
        row("<!--[if mso]>Outlook<![endif]-->all<![if !mso]>others<![endif]>", "allothers");
        row("<script><!-- <script> </script> x</script>y", "y");
        row("<script>var s = '<p>not text</p>';</script>text", "text");
        row("<p>text</p><noscript>scripts <b>are</b> off</noscript>", "text\n\nscripts are off");

        // Tables and lists.
        row("<table><tr><td>Order</td><td>4711</td></tr><tr><th>Total</th><td>5 \u20AC</td></tr></table>", "Order\t4711\nTotal\t5 \u20AC");
        row("<table><tr><td><p>left</p></td><td><p>right</p></td></tr></table>", "left\n\nright");
        row("<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>after", "- one\n- two\n  - deep\n\nafter");
        row("<ol><li>one<li>two</ol>", "1. one\n2. two");
        row("<dl><dt>word</dt><dd>meaning</dd></dl>", "word\nmeaning");

        // Quotations of mail clients.
        row("<p>Hi</p><blockquote>quoted<br>lines</blockquote><p>bye</p>", "Hi\n\n> quoted\n> lines\n\nbye");
        row("<blockquote type=cite>a<blockquote type=cite>b</blockquote></blockquote>", "> a\n\n> > b");
        row("Hi<div class=\"gmail_quote\"><div class=gmail_attr>On 3 Nov A wrote:<br></div><blockquote class=\"gmail_quote\">old</blockquote></div>",
            "Hi\n> On 3 Nov A wrote:\n\n> old");
        row("Hi<div class=\"x_gmail_quote x\">old</div>", "Hi\n> old");
        row("Hi<div class=yahoo_quoted>old</div>", "Hi\n> old");
        row("Hi<div name=\"quote\">old</div>", "Hi\n> old");
        row("Hi<div class=moz-cite-prefix>On 3 Nov A wrote:</div><blockquote type=cite>old</blockquote>",
            "Hi\n> On 3 Nov A wrote:\n\n> old");
        row("Hi<hr><div id=divRplyFwdMsg><b>From:</b> A</div><div>old</div>", "Hi\n\n> From: A\n> old");
        row("Hi<div id=\"x_appendonsend\"></div><div>old</div>", "Hi\n> old");
        row("<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\">only indented</blockquote>", "only indented");

        // Broken.
        row("<p>unclosed <b>bold <i>both", "unclosed bold both");
        row("</p></div>stray", "stray");
        row("a < b and c > d", "a < b and c > d");
        row("<", "<");
        row("x<p", "x");
        row("<a title=\"<p>\">in</a>", "in");
    }

    void converts()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, expected);
        QCOMPARE(textOf(html), expected);
    }

    void makesZonesSeeQuotations()
    {
        const std::string text =
            htmlToText("<p>No.</p><div class=gmail_quote>On 3 Nov A wrote:<blockquote>Is it fixed?</blockquote></div>");
        const auto zones = zonesOf(text);
        QCOMPARE(zones.size(), std::size_t(2));
        QVERIFY(zones[0].zone == Zone::body && zones[1].zone == Zone::quoted);
    }

    void yieldsValidTextFromBrokenBytes()
    {
        const std::string text = htmlToText(std::string_view("<p>a\xFF\xC3(\x00 b\xED\xA0\x80</p>", 17));
        QVERIFY(isValidUtf8(text));
        QVERIFY(isValidUtf8(htmlToText("&#xFBBBBBBBBBBBBBBBBEFF; &#xD800; &#99999999999;")));
        QVERIFY(text.find('\0') == std::string::npos);
    }

    void survivesHostileDocuments_data()
    {
        QTest::addColumn<QByteArray>("html");
        const auto row = [](const char* name, const std::string& html) {
            QTest::newRow(name) << QByteArray(html.data(), static_cast<qsizetype>(html.size()));
        };
        row("a little depth", repeated("<div>", 7000) + "the words");
        row("much depth", repeated("<div>", 400'000) + "the words");
        row("depth of formatting", repeated("<b>", 400'000) + "the words");
        row("depth and scope", repeated("<span>", 3900) + repeated("<p></x>", 2000) + "the words");
        row("depth and scope, more", repeated("<span>", 100'000) + repeated("<p></x>", 100'000) + "the words");
        row("tables", repeated("<table><tr><td>", 100'000) + "the words");
        row("quotations", repeated("<blockquote>", 200'000) + "the words");
        row("lists", repeated("<ul><li>", 100'000) + "the words");
        row("attributes", "<a " + repeated("b ", 500'000) + ">the words");
        row("attributes behind a quoted mark", "<a x=\">\" " + repeated("b ", 500'000) + ">the words");
        row("many tags with attributes", repeated("<a " + repeated("b ", 190) + ">", 5000) + "the words");
        row("body attributes", repeated("<body a b c d>", 7000) + "the words");
        row("open quotes", repeated("<a x='", 500'000) + "<p>the words");
        row("comments", repeated("<!--", 500'000) + "--> the words");
        row("templates", repeated("<template><td>", 3900) + repeated("</template>", 3900) + "the words");
        row("foreign", repeated("<svg>", 3900) + repeated("</g>", 3900) + repeated("</svg>", 3900) + "the words");
        row("entities", repeated("&amp;", 500'000) + "the words");
        row("plain", repeated("word ", 1'000'000) + "the words");
        std::string amplified = "<p>";
        for (int i = 0; i < 3000; ++i)
            amplified += "<font c=" + std::to_string(i) + ">";
        row("formatting that is reopened", amplified + "</p>" + repeated("<p>x", 4000) + "the words");
    }

    // None may take the stack or minutes; what people would see must still be there, but for
    // quotes that are never closed.
    void survivesHostileDocuments()
    {
        QFETCH(QByteArray, html);
        QElapsedTimer timer;
        timer.start();
        const QString text = textOf(html);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(text.contains("the words"));
    }

    void keepsQuotationsOfLongDocuments()
    {
        const std::string text =
            htmlToText(repeated("<p><b>line</b></p>", 5000) + "<style>no</style><blockquote>old &euro;<br>mail</blockquote>new");
        QVERIFY(text.starts_with("line\nline\n") || text.starts_with("line\n\nline\n"));
        QVERIFY(text.ends_with("> old \u20AC\n> mail\n\nnew"));
        QVERIFY(text.find("no") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestHtmlText)
#include "test_html_text.moc"
