// The part of MessageReader that judges public posts.
#include "core/annotate/public_post.h"

#include <algorithm>
#include <set>

#include "core/annotate/message_reader.h"

namespace foreword {
namespace {

constexpr std::string_view complaintSignal = "open_complaint";
constexpr std::size_t mostWords = 40, mostQuestions = 2;
constexpr std::int64_t lowestScore = -8, highestScore = 4; // beyond them the odds say no more
constexpr int judgedPoints = 60;

// Exports of posts often put this in place of a link.
constexpr std::array<std::string_view, 2> linkPlaceholders = {"<url>", "<URL>"};

bool hasLink(const FoldedText& text, std::string_view original)
{
    return std::ranges::any_of(text.tokens(), [](const FoldedToken& token) { return token.kind == TokenKind::link; })
        || std::ranges::any_of(linkPlaceholders,
                               [&](std::string_view placeholder) { return original.find(placeholder) != std::string::npos; });
}

} // namespace

bool complainsInPost(const PostTraits& traits, const PostWeights& weights)
{
    std::int64_t sum = std::int64_t{weights.bias} * 1000;
    for (std::size_t i = 0; i < postTraits; ++i)
        sum += std::int64_t{weights.weights[i]} * traits[i];
    return sum > 0;
}

bool MessageReader::isPost(const FoldedText& text) const
{
    return m_pack->complaintInPost && !m_learned.empty()
        && std::ranges::any_of(text.tokens(), [](const FoldedToken& token) { return token.kind == TokenKind::handle; });
}

PostTraits MessageReader::postTraitsOf(const FoldedText& text) const
{
    std::set<const Cue*> signs; // a sign that is repeated counts once
    for (const ReadHit& hit : m_hits) {
        if (!hit.dropped && hit.cue->kind == AnnotationKind::cue && hit.cue->label == complaintSignal)
            signs.insert(hit.cue);
    }
    std::int32_t points = 0;
    for (const Cue* sign : signs)
        points += sign->role == CueRole::annotation || sign->role == CueRole::praise ? sign->points : 0;
    const std::string_view original = m_message.text;
    const auto questions = static_cast<std::size_t>(std::ranges::count(original, '?'));
    const std::size_t end = original.find_last_not_of(" \n\r\t");

    const auto score = [&](std::string_view signal) {
        const auto found = std::ranges::find(m_learned, signal, &LearnedScore::signal);
        const std::int64_t value = found == m_learned.end() ? 0 : found->score;
        constexpr std::int64_t unit = SignalShape::scoreUnit;
        return static_cast<std::int32_t>(std::clamp(value, lowestScore * unit, highestScore * unit) * 1000 / unit);
    };
    PostTraits traits{};
    const auto set = [&](PostTrait trait, std::int32_t value) { traits[static_cast<std::size_t>(trait)] = value; };
    set(PostTrait::points, std::min(points, 200) * 10);
    set(PostTrait::words, static_cast<std::int32_t>(std::min(text.size(), mostWords) * 50));
    set(PostTrait::link, hasLink(text, original) ? 1000 : 0);
    set(PostTrait::endsAsking, end != std::string_view::npos && original[end] == '?' ? 1000 : 0);
    set(PostTrait::questions, static_cast<std::int32_t>(std::min(questions, mostQuestions) * 1000));
    set(PostTrait::complaint, score(complaintSignal));
    set(PostTrait::service, score("open_service_issue"));
    set(PostTrait::bereavement, score("bereavement"));
    return traits;
}

// The judgement takes the place of what points and model said; the signs stay as evidence.
void MessageReader::judgePost(const FoldedText& text)
{
    const auto complaint = [](const Annotation& found) { return found.kind == AnnotationKind::cue && found.label == complaintSignal; };
    m_post = postTraitsOf(text);
    if (!complainsInPost(*m_post, *m_pack->complaintInPost)) {
        std::erase_if(m_found, complaint);
        return;
    }
    if (std::ranges::any_of(m_found, complaint))
        return;
    const auto found = std::ranges::find(m_learned, complaintSignal, &LearnedScore::signal);
    add(AnnotationKind::cue, m_sentences[found->sentence].span, std::string(complaintSignal), {}, judgedPoints);
}

} // namespace foreword
