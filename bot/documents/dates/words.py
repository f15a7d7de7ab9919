"""The English table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on, on_weekday
from bot.documents.dates.lexicon import Kind, Tense, Unit, Words
from bot.documents.dates.listing import each, numbered, units

_ONES: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = (
    "first|1st second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)

_MONTHS: Final = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "july": 7, "jul": 7, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_NAMES: Final = {
    "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "august": 8, "aug": 8,
}  # fmt: skip
_WEEKDAYS: Final = numbered(
    "monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun", 0
)

_PAST: Final = (
    "said told was were had did went came took made gave got saw met held led left began became won lost sent spoke "
    "wrote fell rose grew knew thought found felt kept brought bought paid built broke chose drew drove ate flew "
    "fought heard hid laid lay meant ran sat sold shot stood struck swept taught threw understood wore withdrew has "
    "have been ended split set put hit cut closed quoted sank sprang sought slept slid spent stole swore tore woke "
    "overthrew died tied lied sang swam drank rang shook bit bled blew bred clung crept dealt dug fled flung forgot "
    "forgave froze hung knelt lent lit leapt overcame rode spun stung swung undertook wept shone shrank arose awoke "
    "mistook foresaw"
)
_NOT_PAST: Final = (
    "need indeed united speed hundred feed proceed exceed succeed unspecified undisclosed unprecedented unexpected "
    "unchanged unlimited unidentified unnamed unresolved limited"
)
_FUTURE: Final = (
    "will would shall ll wo expects expect scheduled slated expected soon upcoming intends projected poised expires "
    "opens reopens airs begins starts resumes convenes premieres"
)

# words that a number names and does not date, and things that it counts
_LABELS: Final = (
    "no nos number section chapter page pages p pp article room flight route resolution paragraph line gate bus "
    "channel highway act item model ballot version figure table vol volume box apartment apt suite building platform "
    "track group unit ref reference id code isbn fax tel phone"
)
_COUNTED: Final = (
    "people persons men women children troops soldiers dead percent per points million billion trillion dollars euros "
    "pounds rubles roubles yuan yen cents meters metres kilometers kilometres km miles feet tons tonnes kg m g cm mm "
    "ft lb lbs kilograms shares copies jobs homes houses workers employees votes seats members students units times "
    "degrees mph watts megawatts barrels gallons liters litres acres hectares calories words cases deaths tickets "
    "books cars vehicles companies families residents visitors guests others more hp rpm mb gb"
)
_BEFORE_INFINITIVE: Final = (
    "is are set plan plans planned planning agreed ready about going hopes hope aims aim decided promised proposed "
    "supposed vowed pledged threatened wants want have has need intend intended continue likely"
)
_THANKSGIVING: Final = on_weekday(11, 4, 4)
_SHORT: Final = frozenset(word for word in (*_MONTHS, *_NAMES, *_WEEKDAYS) if len(word) <= len("thurs")) - {
    "march", "april", "may", "june", "july",
}  # fmt: skip

ENGLISH: Final = Words(
    language="en",
    table={
        Kind.MONTH: _MONTHS,
        Kind.MAYBE: _NAMES,
        Kind.WEEKDAY: _WEEKDAYS,
        Kind.SEASON: {"spring": 1, "springtime": 1, "summer": 2, "summertime": 2, "autumn": 3, "fall": 3, "winter": 4},
        Kind.FEAST: {
            "christmas": on(12, 25),
            "halloween": on(10, 31),
            "thanksgiving": _THANKSGIVING,
            "easter": from_easter(0),
            "pentecost": from_easter(49),
        },
        Kind.UNIT: units(
            {
                Unit.SECOND: "second sec",
                Unit.MINUTE: "minute min",
                Unit.HOUR: "hour",
                Unit.DAY: "day",
                Unit.WEEK: "week",
                Unit.FORTNIGHT: "fortnight",
                Unit.MONTH: "month",
                Unit.YEAR: "year",
                Unit.DECADE: "decade",
                Unit.CENTURY: "century",
                Unit.MILLENNIUM: "millennium",
            }
        ),
        Kind.UNITS: units(
            {
                Unit.SECOND: "seconds",
                Unit.MINUTE: "minutes",
                Unit.HOUR: "hours hrs",
                Unit.DAY: "days",
                Unit.WEEK: "weeks",
                Unit.MONTH: "months",
                Unit.QUARTER: "quarters",
                Unit.YEAR: "years yrs",
                Unit.DECADE: "decades",
                Unit.CENTURY: "centuries",
                Unit.MILLENNIUM: "millennia",
            }
        ),
        Kind.DECADE: {f"{word[:-1]}ies": 10 * tens for tens, word in enumerate(_TENS.split(), 2)},
        Kind.LATEST: each("latest"),
        Kind.WEEKEND: each("weekend"),
        Kind.QUARTER: each("quarter"),
        Kind.DAYPART: numbered("morning|dawn|daybreak afternoon evening|dusk night"),
        Kind.DAYPARTS: numbered("mornings afternoons evenings nights"),
        Kind.NOON: {"noon": 12, "midday": 12, "midnight": 0},
        Kind.NUMBER: numbered(f"{_ONES} eighteen nineteen")
        | {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
        | {"hundred": 100, "thousand": 1000, "dozen": 12},
        Kind.ORDWORD: numbered(_ORDINALS) | {"thirtieth": 30},
        Kind.ARTICLE: each("a an", 1),
        Kind.THE: each("the"),
        Kind.FEW: {"couple": 2, "few": 0, "several": 0, "many": 0, "some": 0},
        Kind.OF: each("of"),
        Kind.TO: each("to through thru"),
        Kind.UNTIL: each("until till til"),
        Kind.AND: each("and or"),
        Kind.FROM: each("from"),
        Kind.BETWEEN: each("between"),
        Kind.SINCE: each("since"),
        Kind.BEFORE: each("before"),
        Kind.AFTER: each("after"),
        Kind.AT: each("at"),
        Kind.ON: each("on"),
        Kind.IN: {"in": 1} | each("during within around into throughout for"),
        Kind.BY: each("by"),
        Kind.UP: each("up"),
        Kind.TURN: each("turn"),
        Kind.TALLY: each("total sum average maximum minimum", 1) | each("rest remainder most"),
        Kind.ENDED: each("ended ending"),
        Kind.BEGUN: each("starting commencing"),
        Kind.TIME: each("time"),
        Kind.OVER: each("over"),
        Kind.LAST: each("last"),
        Kind.PAST: each("past"),
        Kind.RECENT: each("recent"),
        Kind.PREVIOUS: each("previous preceding prior"),
        Kind.NEXT: each("next coming upcoming"),
        Kind.FOLLOWING: each("following ensuing"),
        Kind.THIS: each("this these") | {"current": 1},
        Kind.THAT: each("that same"),
        Kind.AGO: each("ago"),
        Kind.EARLIER: each("earlier"),
        Kind.LATER: each("later"),
        Kind.PART: {"early": 1, "mid": 2, "late": 3},
        Kind.EDGE: each("beginning start onset outset", 1) | each("middle midst", 2) | each("end close", 3),
        Kind.EVERY: each("every each"),
        Kind.REPEATED: units(
            {
                Unit.HOUR: "hourly",
                Unit.DAY: "daily",
                Unit.WEEK: "weekly",
                Unit.MONTH: "monthly",
                Unit.YEAR: "yearly",
            }
        ),
        Kind.DEIXIS: {"yesterday": -1, "today": 0, "tomorrow": 1},
        Kind.TONIGHT: each("tonight"),
        Kind.VAGUE: each("recently", -1) | each("now currently nowadays", 0),
        Kind.ABOUT: each("about roughly approximately around") | each("nearly almost barely", 1),
        Kind.MORE: each("less fewer"),
        Kind.THAN: each("than"),
        Kind.LEAST: each("least"),
        Kind.ONWARDS: each("onward onwards forward"),
        Kind.PERFECT: each("have has"),
        Kind.OCLOCK: each("o'clock o’clock"),
        Kind.ERA: {"bc": -1, "bce": -1, "b.c": -1, "b.c.e": -1, "ad": 1, "ce": 1, "a.d": 1, "c.e": 1},
        Kind.LABEL: each(_LABELS),
        Kind.COUNTED: each(_COUNTED),
        Kind.HALF: each("half"),
        Kind.PERIOD: each("period"),
        Kind.TERM: each("season session term campaign academic school"),
        Kind.FISCAL: each("fiscal financial fy"),
        Kind.AGED: each("old"),
        Kind.FILLER: each(
            "more consecutive straight additional full whole trading business calendar successive extra long"
        ),
        Kind.TIMES: {"present": 0, "future": 1},
        Kind.GENERAL: each("world society youth age economy era generation technology standards culture generations"),
        Kind.MERIDIEM: {"am": 0, "pm": 12},
        Kind.ZONE: each("gmt utc est edt pst pdt cst cdt cet cest msk bst et"),
    },
    proper=frozenset((*_MONTHS, *_NAMES, *_WEEKDAYS)),
    short=frozenset((*_SHORT, "no", "p", "pp", "vol", "b.c", "b.c.e", "a.d", "c.e")),
    doubtful=frozenset(("jan", "mon", "wed", "sat", "sun")),
    feasts={
        "new year['’]s eve": on(12, 31),
        "new year['’]s day": on(1, 1),
        "christmas eve": on(12, 24),
        "boxing day": on(12, 26),
        "valentine['’]s day": on(2, 14),
        "st\\.? patrick['’]s day": on(3, 17),
        "may day": on(5, 1),
        "bastille day": on(7, 14),
        "armistice day": on(11, 11),
        "all saints['’] day": on(11, 1),
        "memorial day": on_weekday(5, 5, 1),
        "labor day": on_weekday(9, 1, 1),
        "thanksgiving day": _THANKSGIVING,
        "ash wednesday": from_easter(-46),
        "palm sunday": from_easter(-7),
        "maundy thursday": from_easter(-3),
        "good friday": from_easter(-2),
        "holy saturday": from_easter(-1),
        "easter sunday": from_easter(0),
        "easter monday": from_easter(1),
        "ascension day": from_easter(39),
        "whit sunday": from_easter(49),
        "whit monday": from_easter(50),
    },
    names=frozenset(
        (
            "black (?:friday|monday|tuesday|wednesday|thursday|saturday|sunday)",
            "bloody (?:sunday|friday|monday)",
            "(?:super|shrove|fat|giving) tuesday",
            "(?:super|small business) (?:saturday|sunday)",
            "cyber monday",
            "christmas (?:island|trees?|cards?|carols?|gifts?|presents?|lights|decorations|shopping|songs?|pudding)",
            "easter (?:island|rising|eggs?|bunny)",
        )
    ),
    plural=("s",),
    singular=("ss", "us", "is", "was", "has", "as", "does", "says", "ss", "s's"),
    tense=Tense(
        past=frozenset(_PAST.split()),
        future=frozenset(_FUTURE.split()),
        future_before_infinitive=frozenset(_BEFORE_INFINITIVE.split()),
        future_elsewhere=frozenset(("due", "effective", "payable")),
        commands=frozenset(("ask", "come", "see", "meet", "join", "bring", "please", "write", "send", "stay", "let")),
        infinitive=frozenset(("to",)),
        past_ending=("ed",),
        passive=frozenset(("be", "to", "is", "are", "being")),
        no_deadline=frozenset(("not", "t", "up")),
        not_past=frozenset(_NOT_PAST.split()),
    ),
)

_NONE: Final[frozenset[str]] = frozenset()

NEUTRAL: Final = Words(
    language="und",
    table={},
    proper=_NONE,
    short=_NONE,
    doubtful=_NONE,
    plural=(),
    singular=(),
    tense=Tense(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE),
)
