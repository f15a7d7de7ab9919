"""The Italian table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, romans, tense, units

_MONTHS: Final = numbered(
    "gennaio|gen febbraio|febbr marzo aprile maggio giugno luglio agosto settembre|sett ottobre|ott novembre|nov "
    "dicembre|dic"
)
_TENS: Final = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"

ITALIAN: Final = Words(
    language="it",
    table={
        Kind.MONTH: _MONTHS,
        Kind.WEEKDAY: numbered(
            "lunedì|lunedi martedì|martedi mercoledì|mercoledi giovedì|giovedi venerdì|venerdi sabato domenica", 0
        ),
        Kind.SEASON: {"primavera": 1, "estate": 2, "autunno": 3, "inverno": 4},
        Kind.FEAST: {
            "natale": on(12, 25),
            "capodanno": on(1, 1),
            "ferragosto": on(8, 15),
            "epifania": on(1, 6),
            "pasqua": from_easter(0),
            "pasquetta": from_easter(1),
            "pentecoste": from_easter(49),
        },
        Kind.UNIT: units(
            {
                Unit.DAY: "giorno",
                Unit.WEEK: "settimana",
                Unit.MONTH: "mese",
                Unit.YEAR: "anno",
                Unit.DECADE: "decennio",
                Unit.CENTURY: "secolo",
            }
        ),
        Kind.UNITS: units({Unit.DAY: "giorni", Unit.WEEK: "settimane", Unit.MONTH: "mesi", Unit.YEAR: "anni"}),
        Kind.QUARTER: each("trimestre"),
        Kind.HALF: each("metà"),
        Kind.WEEKEND: each("weekend"),
        Kind.NUMBER: numbered("un|uno|una due tre quattro cinque sei sette otto nove dieci undici dodici")
        | {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)},
        Kind.ORDWORD: numbered("primo|prima secondo|seconda terzo|terza quarto|quarta"),
        Kind.ROMAN: romans(),
        Kind.THE: each("il lo la i gli le"),
        Kind.OF: each("di del dello della dei degli delle"),
        Kind.TO: each("a al ad"),
        Kind.UNTIL: each("fino"),
        Kind.AND: each("e ed o"),
        Kind.FROM: each("da dal dalla"),
        Kind.BETWEEN: each("tra fra"),
        Kind.AFTER: each("dopo"),
        Kind.BY: each("entro"),
        Kind.IN: each("in nel nella nello nei negli nelle durante"),
        Kind.THIS: each("questo questa quest"),
        Kind.GONE: each("scorso scorsa passato passata"),
        Kind.COMING: each("prossimo prossima"),
        Kind.AGO: each("fa"),
        Kind.EDGE: each("inizio inizi", 1) | each("fine", 3),
        Kind.DEIXIS: {"ieri": -1, "oggi": 0, "domani": 1, "dopodomani": 2},
        Kind.LABEL: each("n no numero pagina pagine pag capitolo articolo art modello versione tel via legge"),
        Kind.COUNTED: each("euro dollari persone metri chilometri km abitanti milioni miliardi mila soldati casi"),
        Kind.ERA: {"a.c": -1, "d.c": 1},
    },
    proper=frozenset(romans()),
    short=frozenset(("gen", "febbr", "sett", "ott", "nov", "dic", "a.c", "d.c", "pag", "art")),
    doubtful=frozenset(("gen", "nov", "dic", "ott")),
    plural=("",),
    singular=(),
    tense=tense(
        "ha hanno era erano fu furono stato stata stati state aveva avevano disse",
        "sarà saranno avrà avranno deve devono",
        future_ending=("rà", "ranno"),
    ),
    phrases={
        "dell['’]": (Kind.OF, 0),
        "l['’]": (Kind.THE, 0),
        "nell['’]": (Kind.IN, 0),
        "all['’]": (Kind.TO, 0),
        "dall['’]": (Kind.FROM, 0),
        "(?:prima|innanzi) del": (Kind.BEFORE, 0),
        "dopo il": (Kind.AFTER, 0),
        "entro il": (Kind.BY, 0),
        "fino (?:al|a|alla)": (Kind.UNTIL, 0),
        "(?:tra|fra) il": (Kind.BETWEEN, 0),
        "a partire dal": (Kind.SINCE, 0),
        "in poi": (Kind.ONWARDS, 0),
        "anni (?:['’]?[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
    }
    | {f"anni {word}": (Kind.DECADE, 10 * tens) for tens, word in enumerate(_TENS.split(), 2)},
    figures=(("1[°º]", Kind.ORD),),
    ordinal="º",
    day_first=True,
)
