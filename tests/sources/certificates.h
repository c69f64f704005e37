// A certificate authority of the tests' own, made with openssl when a test starts.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "loopback_server.h"

class Certificates {
public:
    // False where openssl failed.
    bool make()
    {
        return m_dir.isValid()
            && openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=Foreword test authority", "-keyout", path("ca.key"), "-out", path("ca.pem")});
    }

    // A server's key and certificate for one name, signed by the authority.
    TlsFiles forHost(const QString& host)
    {
        const auto key = path(host + ".key"), request = path(host + ".csr"), certificate = path(host + ".pem");
        const bool made = openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                              "-subj", "/CN=" + host, "-addext", "subjectAltName=DNS:" + host, "-keyout", key, "-out", request})
            && openssl({"x509", "-req", "-in", request, "-days", "2", "-CA", path("ca.pem"), "-CAkey", path("ca.key"),
                "-CAcreateserial", "-copy_extensions", "copy", "-out", certificate});
        return made ? TlsFiles{key.toStdString(), certificate.toStdString()} : TlsFiles{};
    }

    QString path(const QString& name) const { return m_dir.filePath(name); }

private:
    static bool openssl(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral("openssl"), arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }

    QTemporaryDir m_dir;
};
