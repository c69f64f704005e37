#include "core/annotate/annotator.h"

#include <algorithm>
#include <set>

#include "core/annotate/cue_pack.h"
#include "core/annotate/message_reader.h"
#include "core/base/hash.h"

namespace foreword {
namespace {

// Raised whenever this code reads messages differently: what is stored is then read anew.
constexpr std::string_view codeVersion = "annotator-9";

// Of so many words one at least must be a function word of the language.
constexpr std::size_t mostWordsForOne = 4;

void takeErrors(TomlReader& reader, std::vector<Error>& errors)
{
    std::vector<Error> found = reader.takeErrors();
    errors.insert(errors.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

} // namespace

struct Annotator::Impl {
    std::vector<CuePack> packs; // by language
    std::optional<SignalModel> model;
    std::string version;

    const CuePack* pack(std::string_view language) const
    {
        const auto found = std::ranges::find(packs, language, &CuePack::language);
        return found == packs.end() ? nullptr : &*found;
    }

    const CuePack* packFor(const HistoryMessage& message) const
    {
        return message.language.empty() ? guess(message.text) : pack(message.language);
    }

    // A text too short to tell its language by statistics still has its little words; without
    // a clear winner it is read in no language. A single one among many is a word that other
    // languages have too.
    const CuePack* guess(std::string_view text) const
    {
        const CuePack* best = nullptr;
        std::size_t most = 0;
        for (const CuePack& candidate : packs) {
            const FoldedText folded(text, candidate.elision);
            std::size_t count = 0;
            for (std::size_t i = 0; i < folded.size(); ++i) {
                const CuePack::Word* word = candidate.word(folded.word(i));
                count += word && std::ranges::find(word->atoms, candidate.functionWords) != word->atoms.end() ? 1 : 0;
            }
            if (count == most)
                best = nullptr;
            if (count > most && count * mostWordsForOne >= folded.size()) {
                best = &candidate;
                most = count;
            }
        }
        return best;
    }
};

Annotator::Annotator(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

tl::expected<Annotator, std::vector<Error>> Annotator::load(const Dictionary& dictionary,
                                                            const std::map<std::string, std::string_view>& cueFiles, std::string_view model)
{
    auto impl = std::make_unique<Impl>();
    std::vector<Error> errors;
    std::string hashed = std::string(codeVersion) + "\n" + dictionary.hash();
    std::map<std::string, std::vector<CueFile>> byLanguage;
    for (const auto& [file, text] : cueFiles) {
        hashed += "\n" + file + " " + sha256Hex(text);
        TomlReader reader(file);
        auto root = reader.parse(text);
        const std::string language = root ? reader.text(*root, "the cue list", "language") : std::string();
        if (reader.failed())
            takeErrors(reader, errors);
        else
            byLanguage[language].push_back({std::move(reader), *std::move(root)});
    }
    for (auto& [language, files] : byLanguage) {
        impl->packs.push_back(CuePack::load(files, dictionary));
        for (CueFile& file : files)
            takeErrors(file.reader, errors);
    }
    if (!model.empty()) {
        hashed += "\nmodel " + blake2bHex(model);
        impl->model = SignalModel::load(model);
        if (!impl->model)
            errors.emplace_back(ErrorCode::internal, Error::Params{{"detail", "the learned part cannot be read"}});
    }
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    impl->version = sha256Hex(hashed);
    return Annotator(std::move(impl));
}

Annotations Annotator::annotate(std::span<const HistoryMessage> conversation, std::size_t index) const
{
    const HistoryMessage& message = conversation[index];
    return MessageReader(message, m_impl->packFor(message), m_impl->model ? &*m_impl->model : nullptr, conversation.first(index)).read();
}

void Annotator::show(const HistoryMessage& message, const std::function<void(const SignalTokens&)>& trainer) const
{
    MessageReader(message, m_impl->packFor(message), nullptr, {}).show(trainer);
}

std::optional<PostTraits> Annotator::post(const HistoryMessage& message) const
{
    return MessageReader(message, m_impl->packFor(message), m_impl->model ? &*m_impl->model : nullptr, {}).post();
}

const std::string& Annotator::version() const
{
    return m_impl->version;
}

bool Annotator::supports(std::string_view language) const
{
    return m_impl->pack(language) != nullptr;
}

std::vector<std::string> Annotator::languages() const
{
    std::vector<std::string> names;
    for (const CuePack& pack : m_impl->packs)
        names.push_back(pack.language);
    return names;
}

std::vector<std::string> Annotator::signalsOf(std::string_view language) const
{
    std::set<std::string> ids;
    if (const CuePack* pack = m_impl->pack(language)) {
        for (const Cue& cue : pack->cues) {
            const bool finds = (cue.role == CueRole::annotation && cue.points > 0) || cue.role == CueRole::offer;
            if (finds && (cue.kind == AnnotationKind::cue || cue.role == CueRole::offer))
                ids.insert(cue.label);
        }
    }
    return {ids.begin(), ids.end()};
}

} // namespace foreword
