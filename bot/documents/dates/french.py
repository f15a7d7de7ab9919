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
        Kind.UNIT: units(
            {
                Unit.DAY: "jour",
                Unit.WEEK: "semaine",
                Unit.MONTH: "mois",
                Unit.YEAR: "an année",
                Unit.CENTURY: "siècle",
            }
        ),
        Kind.UNITS: units({Unit.DAY: "jours", Unit.WEEK: "semaines", Unit.YEAR: "ans"}),
        Kind.NUMBER: numbered("un|une deux trois quatre cinq six") | {"huit": 8, "neuf": 9, "dix": 10, "vingt": 20},
        Kind.GONE: each("dernier dernière passé passée"),
        Kind.COMING: each("prochain prochaine"),
        Kind.THIS: each("ce cette cet"),
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
        Kind.DEIXIS: {"avant-hier": -2, "hier": -1, "demain": 1},
        Kind.LABEL: each("n no numéro page pages chapitre article modèle version tél"),
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
    phrases={
        "l['’]": (Kind.THE, 0),
        "d['’]ici": (Kind.BY, 0),
        "d['’]": (Kind.OF, 0),
        "jusqu['’](?:en|à|au|aux)": (Kind.UNTIL, 0),
        "il y a": (Kind.BACK, 0),
        "aujourd['’]hui": (Kind.DEIXIS, 0),
        "à partir d[eu]": (Kind.SINCE, 0),
        "années (?:['’]?[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
    }
    | {
        f"années {word}": (Kind.DECADE, number)
        for word, number in {
            "vingt": 20,
            "trente": 30,
            "quarante": 40,
            "cinquante": 50,
            "soixante": 60,
            "soixante-dix": 70,
            "quatre-vingts?": 80,
            "quatre-vingt-dix": 90,
        }.items()
    },
    ordinal="ers?|e|ème|nde?",
    day_first=True,
)
