#include "core/brief/opening_frames.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr OpeningFrames rows[] = {
    {"en",
     "{day} we promised you: “{quote}” I cannot see here that it was done. Is that right?",
     "{day} we promised you: “{quote}” I am looking into that now.",
     "{day} you wrote to us: “{quote}” I have that in front of me.",
     "{day} you told us: “{quote}” I have that in front of me.",
     "{day} you asked us: “{quote}” Let me answer that.",
     "I have read what you told us. You do not have to explain it again.",
     "Today",
     "On {number} {month}",
     "On {number} {month} {year}",
     {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}},
    {"de",
     "{day} haben wir Ihnen zugesagt: „{quote}“ Ich sehe hier nicht, dass es erledigt wurde. Stimmt das?",
     "{day} haben wir Ihnen zugesagt: „{quote}“ Darum kümmere ich mich jetzt.",
     "{day} haben Sie uns geschrieben: „{quote}“ Das liegt mir vor.",
     "{day} haben Sie uns gesagt: „{quote}“ Das liegt mir vor.",
     "{day} haben Sie uns gefragt: „{quote}“ Darauf antworte ich Ihnen gern.",
     "Ich habe gelesen, was Sie uns mitgeteilt haben. Sie müssen es nicht noch einmal erklären.",
     "Heute",
     "Am {number}. {month}",
     "Am {number}. {month} {year}",
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}},
    {"es",
     "{day} le prometimos: «{quote}» Aquí no veo que se haya hecho. ¿Es así?",
     "{day} le prometimos: «{quote}» Ahora mismo lo miro.",
     "{day} nos escribió: «{quote}» Lo tengo delante.",
     "{day} nos dijo: «{quote}» Lo tengo delante.",
     "{day} nos preguntó: «{quote}» Se lo respondo ahora.",
     "He leído lo que nos contó. No hace falta que lo explique otra vez.",
     "Hoy",
     "El {number} de {month}",
     "El {number} de {month} de {year}",
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}},
    {"fr",
     "{day}, nous vous avons promis : « {quote} » Je ne vois pas ici que cela a été fait. Est-ce exact ?",
     "{day}, nous vous avons promis : « {quote} » Je m'en occupe maintenant.",
     "{day}, vous nous avez écrit : « {quote} » Je l'ai sous les yeux.",
     "{day}, vous nous avez dit : « {quote} » Je l'ai sous les yeux.",
     "{day}, vous nous avez demandé : « {quote} » Je vous réponds.",
     "J'ai lu ce que vous nous avez dit. Vous n'avez pas à l'expliquer de nouveau.",
     "Aujourd'hui",
     "Le {number} {month}",
     "Le {number} {month} {year}",
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}},
};

void fill(std::string& text, std::string_view name, std::string_view value)
{
    if (const auto at = text.find(name); at != std::string::npos)
        text.replace(at, name.size(), value);
}

std::string dayOf(const OpeningFrames& frames, Timestamp said, Timestamp now)
{
    // The day of whoever reads: a late mail from another zone may be of their today.
    const CivilDate date = said.atOffset(now.offsetMinutes()).local().date;
    const CivilDate today = now.local().date;
    if (date == today)
        return std::string(frames.today);
    std::string day(date.year == today.year ? frames.onDay : frames.onDayOfYear);
    fill(day, "{number}", std::to_string(date.day));
    fill(day, "{month}", frames.months[static_cast<std::size_t>(date.month - 1)]);
    fill(day, "{year}", std::to_string(date.year));
    return day;
}

} // namespace

const OpeningFrames& openingFrames(std::string_view language)
{
    const auto* found = std::ranges::find(rows, language, &OpeningFrames::language);
    return found == std::end(rows) ? rows[0] : *found;
}

std::string fillFrame(const OpeningFrames& frames, std::string_view frame, Timestamp said, Timestamp now, std::string_view quote)
{
    std::string text(frame);
    fill(text, "{day}", dayOf(frames, said, now));
    // Last: the words of a customer are never looked through for names of the frame.
    fill(text, "{quote}", quote);
    return text;
}

} // namespace foreword
