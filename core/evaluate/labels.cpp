#include "core/evaluate/labels.h"

#include "core/model/names.h"

namespace foreword {
namespace {

using nlohmann::json;

Failure wrongType(const std::string& path, const char* expected)
{
    return fail(ErrorCode::wrong_field_type, {{"field", path}, {"expected", expected}});
}

Result<const json*> expectOf(const json& line)
{
    const auto found = line.find("expect");
    if (found == line.end())
        return fail(ErrorCode::missing_field, {{"field", "expect"}});
    if (!found->is_object())
        return wrongType("expect", "an object");
    return &*found;
}

// The list at `key`; none is an empty one.
Result<const json*> listAt(const json& object, const std::string& parent, const char* key)
{
    static const json none = json::array();
    const auto found = object.find(key);
    if (found == object.end())
        return &none;
    if (!found->is_array())
        return wrongType(parent + "." + key, "an array");
    return &*found;
}

Result<std::string> textAt(const json& object, const std::string& path, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (!object.is_object() || found == object.end())
        return fail(ErrorCode::missing_field, {{"field", path + "." + key}});
    if (!found->is_string())
        return wrongType(path + "." + key, "a string");
    return found->get<std::string>();
}

Result<std::vector<std::string>> texts(const json& list, const std::string& path)
{
    std::vector<std::string> all;
    for (const json& item : list) {
        if (!item.is_string())
            return wrongType(path, "an array of strings");
        all.push_back(item.get<std::string>());
    }
    return all;
}

Result<std::set<std::string>> names(const json& expect, const char* key)
{
    FOREWORD_TRY(const json* list, listAt(expect, "expect", key));
    FOREWORD_TRY(const auto all, texts(*list, std::string("expect.") + key));
    return std::set<std::string>(all.begin(), all.end());
}

Result<std::vector<QuoteLabel>> quotes(const json& expect, const char* key)
{
    FOREWORD_TRY(const json* list, listAt(expect, "expect", key));
    std::vector<QuoteLabel> all;
    for (const json& item : *list) {
        const std::string path = std::string("expect.") + key;
        QuoteLabel label;
        FOREWORD_TRY(label.message, textAt(item, path, "message_id"));
        FOREWORD_TRY(label.quote, textAt(item, path, "quote"));
        all.push_back(std::move(label));
    }
    return all;
}

template <class E>
Result<E> named(const json& expect, const char* key)
{
    FOREWORD_TRY(const std::string name, textAt(expect, "expect", key));
    if (const auto value = fromName<E>(name))
        return *value;
    return fail(ErrorCode::bad_value, {{"field", std::string("expect.") + key}, {"value", name}, {"allowed", allNames<E>()}});
}

Result<Place> placeOf(const json& item, const std::string& path)
{
    Place place;
    FOREWORD_TRY(place.message, textAt(item, path, "message_id"));
    for (const auto& [key, field] : {std::pair{"start", &Span::start}, {"end", &Span::end}}) {
        const auto found = item.find(key);
        if (found == item.end() || !found->is_number_unsigned())
            return wrongType(path + "." + key, "a byte offset");
        place.span.*field = found->get<std::uint32_t>();
    }
    return place;
}

} // namespace

Result<SignalLabels> signalLabels(const json& line)
{
    FOREWORD_TRY(const json* expect, expectOf(line));
    SignalLabels labels;
    FOREWORD_TRY(labels.present, names(*expect, "present"));
    FOREWORD_TRY(labels.unsure, names(*expect, "unsure"));
    FOREWORD_TRY(labels.only, names(*expect, "only"));
    const auto evidence = expect->find("evidence");
    if (evidence == expect->end())
        return labels;
    if (!evidence->is_object())
        return wrongType("expect.evidence", "an object");
    for (const auto& [signal, list] : evidence->items()) {
        if (!list.is_array())
            return wrongType("expect.evidence." + signal, "an array");
        FOREWORD_TRY(labels.evidence[signal], texts(list, "expect.evidence." + signal));
    }
    return labels;
}

Result<BriefLabels> briefLabels(const json& line)
{
    FOREWORD_TRY(const json* expect, expectOf(line));
    BriefLabels labels;
    FOREWORD_TRY(labels.resolution, named<Resolution>(*expect, "resolution"));
    FOREWORD_TRY(labels.satisfaction, named<Satisfaction>(*expect, "satisfaction"));
    FOREWORD_TRY(labels.commitments, quotes(*expect, "commitments"));
    FOREWORD_TRY(labels.tried, quotes(*expect, "tried"));
    FOREWORD_TRY(labels.told, quotes(*expect, "told"));
    FOREWORD_TRY(labels.askedAgain, quotes(*expect, "asked_again"));
    return labels;
}

Result<std::vector<SummaryLabels>> summaryLabels(const json& line)
{
    FOREWORD_TRY(const json* expect, expectOf(line));
    FOREWORD_TRY(const json* annotators, listAt(*expect, "expect", "annotators"));
    std::vector<SummaryLabels> all;
    for (const json& annotator : *annotators) {
        if (!annotator.is_object())
            return wrongType("expect.annotators", "an array of objects");
        SummaryLabels labels;
        FOREWORD_TRY(const json* sentences, listAt(annotator, "expect.annotators", "key_sentences"));
        for (const json& item : *sentences) {
            FOREWORD_TRY(Place place, placeOf(item, "expect.annotators.key_sentences"));
            labels.keySentences.push_back(std::move(place));
        }
        FOREWORD_TRY(const json* abstractive, listAt(annotator, "expect.annotators", "abstractive"));
        FOREWORD_TRY(labels.abstractive, texts(*abstractive, "expect.annotators.abstractive"));
        all.push_back(std::move(labels));
    }
    return all;
}

} // namespace foreword
