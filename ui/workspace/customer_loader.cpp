#include "ui/workspace/customer_loader.h"

namespace foreword {
namespace {

constexpr int noticedAfter = 150; // ms

} // namespace

CustomerLoader::CustomerLoader(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(noticedAfter);
    connect(&m_patience, &QTimer::timeout, this, &CustomerLoader::slow);
}

CustomerLoader::~CustomerLoader()
{
    if (m_running)
        m_running->cancel();
}

void CustomerLoader::open(std::int64_t person)
{
    if (m_running)
        m_running->cancel();
    m_person = person;
    m_running.emplace();
    m_patience.start();
    // A callback whose token was cancelled never comes, so `this` is alive in here.
    m_desk.openCustomer(person, m_running->token(), [this](Result<std::shared_ptr<const CustomerView>> result) {
        m_patience.stop();
        m_running.reset();
        if (result)
            Q_EMIT opened(*result);
        else
            Q_EMIT failed(result.error());
    });
}

void CustomerLoader::retry()
{
    open(m_person);
}

} // namespace foreword
