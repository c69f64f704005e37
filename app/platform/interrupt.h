// Ctrl-C for a program without a window: the first one asks the work to end in order, a second
// one ends the program at once, as it would have without this. The same for a request to
// terminate and a closed terminal. At most one at a time; main thread.
#pragma once

#include "core/base/cancel.h"

namespace foreword {

class InterruptWatch {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    CancelToken token() const { return m_source.token(); }

private:
    CancelSource m_source;
};

} // namespace foreword
