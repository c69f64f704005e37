// forewordctl as a user starts it: a real process, a real encrypted workspace, the public
// contract's JSON and exit statuses. Aborts where the program cannot be run at all.
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace foreword::apptest {

struct Ran {
    int status = -1;
    QByteArray out, err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const auto& line : out.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
};

inline const QString asOf = QStringLiteral("2026-11-09T10:04:00+01:00");

inline QStringList sampleFiles()
{
    QStringList files;
    for (const auto* name : {"crm", "helpdesk", "billing", "marketing"})
        files.append(QStringLiteral(FOREWORD_SOURCE_DIR "/resources/sample/%1.jsonl").arg(QLatin1String(name)));
    return files;
}

// A folder with a key, in which a test makes its workspaces.
class Ctl {
protected:
    Ctl() : m_keyFile(write(QStringLiteral("key"), QByteArray(64, '7') + '\n')) {}

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    Ran run(const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(QStringLiteral(FOREWORDCTL), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60000))
            qFatal("forewordctl did not end");
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    // Makes the workspace of the sample history, which with() asks, and says what its import said.
    Ran importSample()
    {
        m_workspace = freshWorkspace(QStringLiteral("sample"));
        return import(m_workspace, sampleFiles());
    }

    // With the workspace of the sample history, as JSON.
    Ran with(const QStringList& arguments)
    {
        return run(QStringList{QStringLiteral("--workspace"), m_workspace, QStringLiteral("--key-file"), m_keyFile,
                               QStringLiteral("--json"), QStringLiteral("--as-of"), asOf}
                   + arguments);
    }

    QString freshWorkspace(const QString& name)
    {
        const auto folder = m_folder.filePath(name);
        const auto made = run({QStringLiteral("workspace"), QStringLiteral("init"), QStringLiteral("--workspace"), folder,
                               QStringLiteral("--key-file"), m_keyFile});
        if (made.status != 0)
            qFatal("%s", made.err.constData());
        return folder;
    }

    Ran import(const QString& workspace, const QStringList& arguments)
    {
        return run(QStringList{QStringLiteral("import"), QStringLiteral("--json"), QStringLiteral("--workspace"), workspace,
                               QStringLiteral("--key-file"), m_keyFile}
                   + arguments);
    }

    static int sum(const QJsonObject& counts)
    {
        int total = 0;
        for (const auto& value : counts)
            total += value.toInt();
        return total;
    }

    QTemporaryDir m_folder;
    QString m_workspace, m_keyFile;
};

} // namespace foreword::apptest
