"""The Dutch table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, romans, tense, units

_MONTHS: Final = numbered(
    "januari|jan februari|febr|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept|sep "
    "oktober|okt november|nov december|dec"
)
_TENS: Final = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"

DUTCH: Final = Words(
    language="nl",
    table={
        Kind.MONTH: _MONTHS,
        Kind.WEEKDAY: numbered("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", 0),
        Kind.SEASON: {"lente": 1, "voorjaar": 1, "zomer": 2, "herfst": 3, "najaar": 3, "winter": 4},
        Kind.FEAST: {
            "kerstmis": on(12, 25),
            "kerst": on(12, 25),
            "sinterklaas": on(12, 5),
            "koningsdag": on(4, 27),
            "pasen": from_easter(0),
            "pinksteren": from_easter(49),
            "hemelvaart": from_easter(39),
        },
        Kind.UNIT: units(
            {
                Unit.DAY: "dag",
                Unit.WEEK: "week",
                Unit.MONTH: "maand",
                Unit.YEAR: "jaar",
                Unit.DECADE: "decennium",
                Unit.CENTURY: "eeuw",
            }
        ),
        Kind.UNITS: units({Unit.DAY: "dagen", Unit.WEEK: "weken", Unit.MONTH: "maanden", Unit.YEAR: "jaren"}),
        Kind.QUARTER: each("kwartaal"),
        Kind.HALF: each("helft"),
        Kind.WEEKEND: each("weekend weekeinde"),
        Kind.NUMBER: numbered("één|een twee drie vier vijf zes zeven acht negen tien elf twaalf")
        | {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)},
        Kind.ORDWORD: numbered("eerste tweede derde vierde vijfde")
        | {"zestiende": 16, "zeventiende": 17, "achttiende": 18, "negentiende": 19, "twintigste": 20},
        Kind.ROMAN: romans(),
        Kind.THE: each("de het"),
        Kind.OF: each("van"),
        Kind.UNTIL: each("tot"),
        Kind.AND: each("en of"),
        Kind.BETWEEN: each("tussen"),
        Kind.SINCE: each("sinds sedert vanaf"),
        Kind.BEFORE: each("vóór"),
        Kind.AFTER: each("na"),
        Kind.ON: each("op"),
        Kind.IN: each("in tijdens gedurende"),
        Kind.LAST: each("vorig vorige afgelopen laatstleden"),
        Kind.NEXT: each("volgend volgende komend komende aanstaande"),
        Kind.THIS: each("deze dit"),
        Kind.AGO: each("geleden"),
        Kind.PART: {"begin": 1, "medio": 2, "midden": 2, "half": 2, "eind": 3, "einde": 3},
        Kind.DEIXIS: {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2},
        Kind.LABEL: each("nr nummer bladzijde pagina blz hoofdstuk artikel kamer model versie tel weg lijn wet"),
        Kind.COUNTED: each("euro dollar mensen personen meter kilometer km inwoners miljoen miljard keer gevallen"),
    },
    proper=frozenset(romans()),
    short=frozenset(
        ("jan", "febr", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec", "nr")
    ),
    doubtful=frozenset(("jan", "jul", "jun")),
    plural=("",),
    singular=(),
    tense=tense(
        "werd werden was waren had hadden zei kwam ging begon stierf heeft hebben",
        "zal zullen gaat gaan wordt worden moet",
        no_deadline="niet",
    ),
    phrases={
        "t/m": (Kind.TO, 0),
        "tot en met": (Kind.TO, 0),
        "jaren (?:['’]?[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
    }
    | {f"jaren {word}": (Kind.DECADE, 10 * tens) for tens, word in enumerate(_TENS.split(), 2)},
    ordinal="e|ste|de",
    day_first=True,
)
