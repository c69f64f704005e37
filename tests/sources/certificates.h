// A certificate authority of the tests' own, made with openssl when a test starts.
#pragma once

#include <cstdlib>
#include <string>

#include <QTemporaryDir>

#include "loopback_server.h"

class Certificates {
public:
    // False where openssl failed.
    bool make()
    {
        return m_dir.isValid()
            && openssl("req -x509 " + newKey("ca.key") + " -days 2 -subj \"/CN=Foreword test authority\" -out " + quoted("ca.pem"));
    }

    // A server's key and certificate for one name, signed by the authority. Empty where openssl failed.
    TlsFiles forHost(const std::string& host)
    {
        const auto request = quoted(host + ".csr");
        const bool made = openssl("req " + newKey(host + ".key") + " -subj \"/CN=" + host + "\" -addext \"subjectAltName=DNS:" + host
                                  + "\" -out " + request)
            && openssl("x509 -req -in " + request + " -days 2 -CA " + quoted("ca.pem") + " -CAkey " + quoted("ca.key")
                       + " -CAcreateserial -copy_extensions copy -out " + quoted(host + ".pem"));
        return made ? TlsFiles{path(host + ".key"), path(host + ".pem")} : TlsFiles{};
    }

    std::string path(const std::string& name) const { return m_dir.filePath(QString::fromStdString(name)).toStdString(); }

private:
    std::string quoted(const std::string& name) const { return "\"" + path(name) + "\""; }
    std::string newKey(const std::string& name) const
    {
        return "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout " + quoted(name);
    }
    // Not QProcess: the thread sanitizer forbids what it does after a fork.
    bool openssl(const std::string& arguments) const
    {
        return std::system(("openssl " + arguments + " 2>" + quoted("openssl.log")).c_str()) == 0;
    }

    QTemporaryDir m_dir;
};
