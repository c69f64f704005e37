#include "core/identity/identity_codec.h"

#include <bit>

#include "core/base/codec.h"

namespace foreword {
namespace {

// Of a year, and of a month and a day, as they may be written.
constexpr std::uint64_t fourDigits = 9999, twoDigits = 99;
// No share that is learned comes near; products of many stay numbers.
constexpr double leastShare = 1e-15, mostShare = 1e9;

void write(ByteWriter& out, const NameTraits& name)
{
    out.text(name.generation);
    out.number(name.words.size());
    for (const NameWord& word : name.words) {
        out.text(word.text);
        out.number(word.key);
        out.text(word.cologne);
        out.text(word.nysiis);
    }
}

NameTraits readName(ByteReader& in)
{
    NameTraits name;
    name.generation = in.text();
    auto words = in.numberUpTo(in.left());
    if (words == 0)
        in.giveUp(); // what says nothing is no name
    for (; words > 0 && !in.failed(); --words) {
        NameWord word;
        word.text = in.text();
        if (word.text.empty())
            in.giveUp();
        word.key = in.number();
        word.cologne = in.text();
        word.nysiis = in.text();
        name.joined += word.text;
        name.words.push_back(std::move(word));
    }
    return name;
}

void write(ByteWriter& out, const Contact& contact)
{
    out.text(contact.text);
    out.number(contact.key);
    out.number(contact.loose ? 1 : 0);
}

Contact readContact(ByteReader& in)
{
    Contact contact;
    contact.text = in.text();
    contact.key = in.number();
    contact.loose = in.numberUpTo(1) != 0;
    return contact;
}

Contact readEmail(ByteReader& in)
{
    auto email = readContact(in);
    if (email.text.find('@') == std::string::npos)
        in.giveUp();
    return email;
}

void write(ByteWriter& out, const PlaceTraits& place)
{
    out.number(place.street.size());
    for (const auto pair : place.street)
        out.number(pair);
    for (const auto* text : {&place.longestWord, &place.number, &place.city, &place.postcode, &place.area})
        out.text(*text);
}

PlaceTraits readPlace(ByteReader& in)
{
    PlaceTraits place;
    for (auto pairs = in.numberUpTo(in.left()); pairs > 0 && !in.failed(); --pairs)
        place.street.push_back(static_cast<std::uint16_t>(in.numberUpTo(UINT16_MAX)));
    for (auto* text : {&place.longestWord, &place.number, &place.city, &place.postcode, &place.area})
        *text = in.text();
    return place;
}

void write(ByteWriter& out, const StrongId& id)
{
    out.text(id.kind);
    out.text(id.value);
    out.number(id.own ? 1 : 0);
}

StrongId readId(ByteReader& in)
{
    StrongId id;
    id.kind = in.text();
    id.value = in.text();
    id.own = in.numberUpTo(1) != 0;
    return id;
}

template <class Item>
void writeAll(ByteWriter& out, const std::vector<Item>& items)
{
    out.number(items.size());
    for (const Item& item : items)
        write(out, item);
}

template <class Item>
void readAll(ByteReader& in, std::vector<Item>& items, Item (*read)(ByteReader&))
{
    for (auto count = in.numberUpTo(in.left()); count > 0 && !in.failed(); --count)
        items.push_back(read(in));
}

void writeBirth(ByteWriter& out, const Traits& traits)
{
    out.number(traits.birth ? 1 : 0);
    if (!traits.birth)
        return;
    for (const int part : {traits.birth->year, traits.birth->month, traits.birth->day})
        out.number(static_cast<std::uint64_t>(part));
    out.number(traits.birthKey);
}

void readBirth(ByteReader& in, Traits& traits)
{
    if (in.numberUpTo(1) == 0)
        return;
    const auto part = [&](std::uint64_t most) { return static_cast<int>(in.numberUpTo(most)); };
    CivilDate date;
    date.year = part(fourDigits);
    date.month = part(twoDigits);
    date.day = part(twoDigits);
    traits.birth = date;
    traits.birthKey = in.number();
}

} // namespace

std::string encodeTraits(const Traits& traits)
{
    ByteWriter out;
    out.text(traits.key.source);
    out.text(traits.key.id);
    writeAll(out, traits.names);
    writeAll(out, traits.emails);
    writeAll(out, traits.phones);
    writeBirth(out, traits);
    writeAll(out, traits.places);
    writeAll(out, traits.ids);
    return out.take();
}

std::optional<Traits> decodeTraits(std::string_view bytes)
{
    ByteReader in(bytes);
    Traits traits;
    traits.key.source = in.text();
    traits.key.id = in.text();
    readAll(in, traits.names, readName);
    readAll(in, traits.emails, readEmail);
    readAll(in, traits.phones, readContact);
    readBirth(in, traits);
    readAll(in, traits.places, readPlace);
    readAll(in, traits.ids, readId);
    if (!in.finished())
        return std::nullopt;
    return traits;
}

std::string encodeModel(const MatchModel& model)
{
    ByteWriter out;
    const auto real = [&](double value) { out.number(std::bit_cast<std::uint64_t>(value)); };
    for (const FieldRates& rates : model.rates) {
        for (const auto* shares : {&rates.match, &rates.chance, &rates.kin}) {
            for (const double share : *shares)
                real(share);
        }
    }
    real(model.matches);
    real(model.relatives);
    return out.take();
}

std::optional<MatchModel> decodeModel(std::string_view bytes)
{
    ByteReader in(bytes);
    const auto real = [&] {
        const auto value = std::bit_cast<double>(in.number());
        if (!(value >= leastShare && value <= mostShare))
            in.giveUp();
        return value;
    };
    MatchModel model;
    for (FieldRates& rates : model.rates) {
        for (auto* shares : {&rates.match, &rates.chance, &rates.kin}) {
            for (double& share : *shares)
                share = real();
        }
    }
    model.matches = real();
    model.relatives = real();
    if (!in.finished())
        return std::nullopt;
    return model;
}

} // namespace foreword
