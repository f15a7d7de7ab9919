"""The French table of the words that dates are made of: dates, weekdays, ranges and open ends."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Tense, Unit, Words
from bot.documents.dates.listing import each, numbered, units

_MONTHS: Final = {
    "janvier": 1, "janv": 1, "février": 2, "févr": 2, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7,
    "août": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "décembre": 12,
    "déc": 12,
}  # fmt: skip
_WEEKDAYS: Final = numbered("lundi mardi mercredi jeudi vendredi samedi dimanche", 0)

FRENCH: Final = Words(
    language="fr",
    table={
        Kind.MONTH: _MONTHS,
        Kind.MAYBE: {"mars": 3},
        Kind.WEEKDAY: _WEEKDAYS,
        Kind.SEASON: {"printemps": 1, "été": 2, "automne": 3, "hiver": 4},
        Kind.FEAST: {
            "noël": on(12, 25),
            "pâques": from_easter(0),
            "pentecôte": from_easter(49),
            "toussaint": on(11, 1),
        },
        Kind.UNIT: units({Unit.CENTURY: "siècle"}),
        Kind.QUARTER: each("trimestre"),
        Kind.ORDWORD: numbered("premier|première deuxième|second|seconde troisième quatrième")
        | numbered("xve xvie xviie xviiie xixe xxe xxie", 15),
        Kind.THE: each("le la les"),
        Kind.OF: each("de du"),
        Kind.TO: each("à au"),
        Kind.AND: each("et ou"),
        Kind.BETWEEN: each("entre"),
        Kind.SINCE: each("depuis"),
        Kind.BEFORE: each("avant"),
        Kind.AFTER: each("après"),
        Kind.IN: each("en dans pendant durant dès"),
        Kind.PART: {"début": 1, "mi": 2, "fin": 3},
        Kind.DEIXIS: {"hier": -1, "demain": 1},
        Kind.LABEL: each("n no numéro page pages chapitre article années modèle version tél"),
        Kind.COUNTED: each("euros dollars personnes mètres kilomètres km habitants francs pour millions milliards"),
    },
    proper=frozenset(),
    short=frozenset(("janv", "févr", "juil", "sept", "oct", "nov", "déc")),
    doubtful=frozenset(),
    plural=("s",),
    singular=("ss", "us", "is", "ais", "as", "ès"),
    tense=Tense(
        past=frozenset(each("était étaient avait avaient fut furent a ont")),
        future=frozenset(each("sera seront aura auront doit doivent va vont devrait")),
        future_before_infinitive=frozenset(),
        future_elsewhere=frozenset(),
        infinitive=frozenset(),
        passive=frozenset(),
        no_deadline=frozenset(),
        not_past=frozenset(),
    ),
    ordinal="ers?|e|ème|nde?",
    day_first=True,
)
