// Content hashes against published values (FIPS 180-4; RFC 7693's function at 32 bytes).
#include <QTest>

#include "core/base/hash.h"

using namespace foreword;

class HashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sha256() { QCOMPARE(sha256Hex("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")); }
    void blake2b() { QCOMPARE(blake2bHex("abc"), std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")); }
};

QTEST_APPLESS_MAIN(HashTest)
#include "test_hash.moc"
