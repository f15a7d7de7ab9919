"""The Swedish table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, tense, units

_DAYS: Final = "måndag tisdag onsdag torsdag fredag lördag söndag"

SWEDISH: Final = Words(
    language="sv",
    table={
        Kind.MONTH: numbered(
            "januari|jan februari|feb mars april maj juni juli augusti|aug september|sept oktober|okt november|nov "
            "december|dec"
        ),
        Kind.WEEKDAY: numbered(" ".join(f"{day}|{day}en|{day}s" for day in _DAYS.split()), 0),
        Kind.SEASON: numbered("våren|vår|våras sommaren|sommar|somras hösten|höst|höstas vintern|vinter|vintras"),
        Kind.FEAST: {
            "jul": on(12, 25),
            "julafton": on(12, 24),
            "nyårsafton": on(12, 31),
            "nyårsdagen": on(1, 1),
            "påsk": from_easter(0),
            "pingst": from_easter(49),
        },
        Kind.UNIT: units(
            {
                Unit.DAY: "dag dagen",
                Unit.WEEK: "vecka veckan",
                Unit.MONTH: "månad månaden",
                Unit.YEAR: "år året",
                Unit.DECADE: "decenniet",
                Unit.CENTURY: "århundradet seklet",
            }
        ),
        Kind.UNITS: units({Unit.DAY: "dagar", Unit.WEEK: "veckor", Unit.MONTH: "månader"}),
        Kind.QUARTER: each("kvartalet kvartal"),
        Kind.HALF: each("halvåret"),
        Kind.NUMBER: numbered("ett|en två tre fyra fem sex sju åtta nio tio elva tolv"),
        Kind.ORDWORD: numbered("första andra tredje fjärde"),
        Kind.THE: each("den det de"),
        Kind.OF: each("av"),
        Kind.TO: each("till"),
        Kind.UNTIL: each("tills"),
        Kind.AND: each("och eller"),
        Kind.FROM: each("från"),
        Kind.BETWEEN: each("mellan"),
        Kind.SINCE: each("sedan"),
        Kind.BEFORE: each("före innan"),
        Kind.AFTER: each("efter"),
        Kind.IN: each("i på under om"),
        Kind.LAST: each("förra förrförra senaste"),
        Kind.NEXT: each("nästa kommande"),
        Kind.THIS: each("denna detta"),
        Kind.PART: {"början": 1, "mitten": 2, "slutet": 3},
        Kind.DEIXIS: {"igår": -1, "idag": 0, "imorgon": 1, "förrgår": -2},
        Kind.LABEL: each("nr nummer sida sidan sidorna kapitel artikel modell version tel lag"),
        Kind.COUNTED: each("personer kronor euro dollar människor meter kilometer km invånare miljoner miljarder fall"),
    },
    proper=frozenset(),
    short=frozenset(("jan", "feb", "aug", "sept", "okt", "nov", "dec", "nr")),
    doubtful=frozenset(("jan", "vår", "jul", "sommar", "höst", "vinter")),
    plural=("",),
    singular=(),
    tense=tense(
        "var hade blev fick kom gick sade sa började dog har",
        "ska skall kommer blir",
        past_ending=("ade", "ades", "nades"),
        no_deadline="inte",
    ),
    phrases={
        "i går": (Kind.DEIXIS, -1),
        "i dag": (Kind.DEIXIS, 0),
        "i morgon": (Kind.DEIXIS, 1),
        "till och med": (Kind.TO, 0),
        "från och med": (Kind.SINCE, 0),
    }
    | {
        f"för {word} år sedan": (Kind.YEARS_AGO, number)
        for word, number in numbered("ett två tre fyra fem sex sju åtta nio tio").items()
    }
    | {"för [0-9]{1,3} år sedan": (Kind.YEARS_AGO, None)},
    figures=(
        (r"1[0-9]00-tal(?:ets?)?(?!\w)", Kind.HUNDREDS),
        (r"(?:[12][0-9])?[0-9]0-tal(?:ets?)?(?!\w)", Kind.DECADE),
    ),
    ordinal=":?(?:e|a)",
    day_first=True,
)
