// Text of a named encoding as UTF-8, block by block. ICU converts. Single thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace foreword {

// Whether ICU knows the encoding by this name.
bool isEncoding(const std::string& name);

class TextDecoder {
public:
    // `encoding` must be one; the decoder of an unknown one gives only U+FFFD.
    explicit TextDecoder(const std::string& encoding);

    // Appends the text of the next bytes; a letter that is cut waits for the rest of it.
    // `last`: nothing follows. What is not valid in the encoding becomes U+FFFD.
    void append(std::string& out, std::string_view bytes, bool last);

private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    std::unique_ptr<UConverter, Close> m_converter;
};

// The whole of a short text.
std::string decoded(std::string_view bytes, const std::string& encoding);

} // namespace foreword
