// Reads one message in the context of its conversation and says what is in it. Pure: the same
// messages and cue lists give the same annotations. Immutable after construction; any thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/annotate/public_post.h"
#include "core/base/result.h"
#include "core/model/history.h"

namespace foreword {

class SignalTokens;

class Annotator {
public:
    // `cueFiles`: file name ("cues/en.toml") to content; `model`: the learned part, empty for
    // none. All errors at once; internal where the model is none of ours.
    static tl::expected<Annotator, std::vector<Error>> load(const Dictionary& dictionary,
                                                            const std::map<std::string, std::string_view>& cueFiles,
                                                            std::string_view model = {});
    Annotator(Annotator&&) noexcept;
    Annotator& operator=(Annotator&&) noexcept;
    ~Annotator();

    // Annotates conversation[index]; earlier messages are its context ("would you like to
    // complain?" - "yes please"). Their annotations are not needed.
    Annotations annotate(std::span<const HistoryMessage> conversation, std::size_t index) const;

    // Shows what the learned part sees of a customer's message, sentence by sentence; for its trainer.
    void show(const HistoryMessage& message, const std::function<void(const SignalTokens&)>& trainer) const;

    // What a public post of a customer is judged by; nothing of other messages. For the program that tunes it.
    std::optional<PostTraits> post(const HistoryMessage& message) const;

    // Hash over dictionary, cue lists, model and the version of this code: stored with annotations.
    const std::string& version() const;
    // en, de, es, fr: in others a text signal is unknown, never absent.
    bool supports(std::string_view language) const;
    std::vector<std::string> languages() const;
    // The signals that the language's cue list can find, in order of their names.
    std::vector<std::string> signalsOf(std::string_view language) const;

private:
    struct Impl;
    explicit Annotator(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace foreword
