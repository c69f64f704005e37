#include "ui/workspace/customer_loader.h"

#include <utility>

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
    m_again.cancel();
    if (m_running)
        m_running->cancel();
}

void CustomerLoader::open(std::int64_t person)
{
    m_again.cancel();
    m_repeat = false;
    if (m_running)
        m_running->cancel();
    m_person = person;
    m_running.emplace();
    m_patience.start();
    // A callback whose token was cancelled never comes, so `this` is alive in here.
    m_desk.openCustomer(person, m_running->token(), [this](Result<std::shared_ptr<const CustomerView>> result) {
        m_patience.stop();
        m_running.reset();
        const bool repeat = std::exchange(m_repeat, false);
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        Q_EMIT opened(*result);
        if (repeat)
            readAgain(*result);
    });
}

void CustomerLoader::readAgain(const std::shared_ptr<const CustomerView>& shown)
{
    if (m_running) {
        m_repeat = true;
        return;
    }
    if (!shown)
        return;
    m_again.cancel();
    m_again = CancelSource();
    m_desk.openAgain(shown, m_again.token(), [this](Result<std::shared_ptr<const CustomerView>> result) {
        if (!result) {
            Q_EMIT lost(result.error());
            return;
        }
        m_person = (*result)->profile.person;
        Q_EMIT followed(*result);
    });
}

void CustomerLoader::retry()
{
    open(m_person);
}

} // namespace foreword
