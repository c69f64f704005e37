// The phrases that signatures in English, German, Spanish and French are known by; see
// signature.h. Data only.
#pragma once

#include <array>
#include <string_view>

namespace foreword::signature_phrases {

// All phrases are folded: lower case, without accents.
// clang-format off
inline constexpr auto closings = std::to_array<std::string_view>({
    "kind regards", "kindest regards", "best regards", "warm regards", "warmest regards", "with kind regards", "with best regards",
    "regards", "rgds", "best wishes", "all the best", "yours sincerely", "yours faithfully", "yours truly", "yours", "sincerely",
    "sincerely yours", "respectfully", "mit freundlichen grussen", "mit freundlichem gruss", "mit freundlichen gruessen",
    "mit besten grussen", "mit lieben grussen", "mit bestem gruss", "freundliche grusse", "freundliche gruesse", "freundlicher gruss",
    "viele grusse", "viele gruesse", "viele liebe grusse", "beste grusse", "beste gruesse", "liebe grusse", "liebe gruesse",
    "schone grusse", "herzliche grusse", "grusse", "gruesse", "gruss", "gruss aus", "mfg", "lg", "vg", "hochachtungsvoll", "ihr", "ihre",
    "saludos", "un saludo", "saludos cordiales", "un cordial saludo", "cordiales saludos", "muchos saludos", "reciba un cordial saludo",
    "atentamente", "muy atentamente", "le saluda atentamente", "cordialmente", "un abrazo", "gracias y saludos", "gracias y un saludo",
    "cordialement", "bien cordialement", "tres cordialement", "bien a vous", "salutations", "sinceres salutations",
    "meilleures salutations", "salutations distinguees", "bonne journee", "bonne reception", "amicalement", "bien sincerement",
});
// clang-format on

// Thanks are words to us, so the line itself stays body; the name below does not.
// clang-format off
inline constexpr auto thanks = std::to_array<std::string_view>({
    "thanks", "many thanks", "thank you", "thanks a lot", "thanks in advance", "thank you in advance", "thx", "cheers", "best",
    "danke", "vielen dank", "danke im voraus", "vielen dank im voraus", "besten dank", "gracias", "muchas gracias",
    "gracias de antemano", "merci", "merci beaucoup", "merci d'avance", "merci par avance",
});

inline constexpr auto formalFrench = std::to_array<std::string_view>({
    "je vous prie d'agreer", "je vous prie de croire", "je vous prie de recevoir", "veuillez agreer", "veuillez recevoir",
    "dans l'attente de votre reponse, je vous prie",
});

inline constexpr auto mobileLines = std::to_array<std::string_view>({
    "sent from my ", "sent from yahoo", "sent from outlook", "sent from mail for", "sent from proton", "sent via ", "sent with ",
    "get outlook for ", "von meinem iphone gesendet", "von meinem ipad gesendet", "von meinem handy gesendet", "von unterwegs gesendet",
    "gesendet von meinem", "gesendet von mail", "gesendet von outlook", "gesendet mit ", "diese nachricht wurde von meinem",
    "holen sie sich outlook", "outlook fur ios", "outlook fur android", "enviado desde mi ", "enviado desde ", "enviado con ",
    "enviado de mi ", "obtener outlook", "obten outlook", "envoye de mon ", "envoye depuis ", "envoye a partir de ", "envoye avec ",
    "obtenir outlook", "telecharger outlook",
});

inline constexpr auto disclaimers = std::to_array<std::string_view>({
    "this e-mail and any", "this email and any", "this message and any", "this e-mail is confidential", "this email is confidential",
    "this e-mail may contain", "this email may contain", "this message may contain", "this message contains confidential",
    "the information contained in this", "confidentiality notice", "disclaimer:", "diese e-mail enthalt", "diese nachricht enthalt",
    "der inhalt dieser e-mail", "este mensaje y", "este correo electronico", "este mensaje se dirige", "este mensaje contiene",
    "ce message et", "ce courriel", "ce message contient", "please consider the environment",
});

inline constexpr auto contactLabels = std::to_array<std::string_view>({
    "tel", "telefon", "telephone", "phone", "mobile", "mobil", "mob", "cell", "handy", "fax", "telefono", "movil", "portable", "gsm",
    "email", "e-mail", "mail", "correo", "courriel", "web", "website", "www", "internet", "m", "t", "f", "e", "p",
});

inline constexpr auto references = std::to_array<std::string_view>({
    "kunden", "customer n", "customer id", "customer ref", "account", "konto", "vertrag", "contract", "order", "bestell", "auftrag",
    "booking", "buchung", "rechnung", "invoice", "policy", "police", "ticket", "case", "ref", "cliente n", "n. cliente",
    "numero", "no de", "n° ", "pedido", "contrato", "reserva", "factura", "client n", "commande", "contrat", "dossier", "facture",
    "vorgang", "aktenzeichen", "zahler", "meter", "serial", "imei", "iban", "dob", "geb", "ps", "p.s", "pd:", "nb:", "edit:",
});
// clang-format on

// Words that a name, a title or an address does not have.
// clang-format off
inline constexpr auto speech = std::to_array<std::string_view>({
    "please", "bitte", "call", "ruf", "rufen", "urgent", "dringend", "waiting", "warte", "asap", "stop", "cancel", "still", "not", "no",
    "nicht", "kein", "keine", "nunca", "never", "nie", "help", "hilfe", "ayuda", "aide", "i", "ich", "je", "yo", "you", "sie", "vous",
    "is", "ist", "est", "es", "was", "war", "will", "have", "habe", "want", "need", "quiero", "veux", "now", "jetzt", "ahora", "hoy",
    "today", "heute", "tomorrow", "morgen", "manana", "demain", "due", "urgente", "llamen", "llame", "rappelez", "ruckruf", "answer",
    "antwort", "reply", "bis", "but", "aber", "pero", "mais", "unacceptable", "inacceptable", "inaceptable", "antworten",
    "kundigung", "kundige", "widerruf", "frist", "deadline", "refund", "erstattung",
});

inline constexpr auto connectors = std::to_array<std::string_view>({
    "von", "van", "de", "del", "la", "las", "los", "der", "den", "und", "and", "y", "et", "of", "for", "fur", "le", "du", "des", "et", "da", "im", "in", "am", "zu", "aus",
    "desde", "i.a.", "i.v.", "a", "&", "-",
});
// clang-format on

} // namespace foreword::signature_phrases
