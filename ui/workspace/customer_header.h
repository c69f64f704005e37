// Who it is: initials, name, and pills for tier, renewal, consent and linked records.
#pragma once

#include <QWidget>

#include "core/desk/desk.h"
#include "ui/text/wording.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_layout.h"

namespace foreword {

class CustomerHeader : public QWidget {
    Q_OBJECT

public:
    explicit CustomerHeader(const Theme& theme, QWidget* parent = nullptr);

    void setCustomer(const CustomerView& view, const Wording& wording);
    // While the rest is loading.
    void setName(const QString& name);

private:
    const Theme& m_theme;
    Avatar* m_avatar;
    TextLabel* m_name;
    FlowLayout* m_pills;
};

} // namespace foreword
