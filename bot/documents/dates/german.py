"""The German table of the words that dates are made of: dates, weekdays, ranges, open ends, years counted from now."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Tense, Unit, Words
from bot.documents.dates.listing import each, numbered, units

_MONTHS: Final = numbered(
    "januar|jänner|jan februar|feber|feb märz april|apr mai juni|jun juli|jul august|aug september|sept|sep "
    "oktober|okt november|nov dezember|dez"
)
_WEEKDAYS: Final = numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag", 0)
_COUNTED: Final = (
    "menschen personen euro dollar franken meter metern kilometer kilometern prozent millionen milliarden einwohner "
    "soldaten tonnen mitglieder mal stück arbeitsplätze kinder frauen männer besucher zuschauer teilnehmer fälle "
    "demonstranten polizisten tote toten verletzte stimmen sitze fahrzeuge flüchtlinge exemplare seiten quadratmeter "
    "hektar liter grad kilogramm gramm schüler studenten mitarbeiter beschäftigte firmen unternehmen haushalte"
)

GERMAN: Final = Words(
    language="de",
    table={
        Kind.MONTH: _MONTHS,
        Kind.WEEKDAY: _WEEKDAYS,
        Kind.SEASON: {"frühling": 1, "frühjahr": 1, "sommer": 2, "herbst": 3, "winter": 4},
        Kind.FEAST: {
            "weihnachten": on(12, 25),
            "heiligabend": on(12, 24),
            "silvester": on(12, 31),
            "neujahr": on(1, 1),
            "ostern": from_easter(0),
            "ostersonntag": from_easter(0),
            "ostermontag": from_easter(1),
            "karfreitag": from_easter(-2),
            "aschermittwoch": from_easter(-46),
            "pfingsten": from_easter(49),
        },
        Kind.UNIT: units(
            {
                Unit.DAY: "tag",
                Unit.WEEK: "woche",
                Unit.MONTH: "monat monats",
                Unit.YEAR: "jahr jahre jahres",
                Unit.DECADE: "jahrzehnt",
                Unit.CENTURY: "jahrhundert jahrhunderts",
            }
        ),
        Kind.UNITS: units(
            {Unit.DAY: "tagen tage", Unit.WEEK: "wochen", Unit.MONTH: "monaten monate", Unit.YEAR: "jahren"}
        ),
        Kind.NUMBER: numbered("ein|einem|einer|eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
        | {"zwanzig": 20, "dreißig": 30, "fünfzig": 50, "hundert": 100},
        Kind.QUARTER: each("quartal quartals"),
        Kind.HALF: each("halbjahr hälfte"),
        Kind.ORDWORD: numbered(
            "erste|ersten|erstes zweite|zweiten|zweites dritte|dritten|drittes vierte|vierten|viertes"
        ),
        Kind.THE: each("der die das des dem den"),
        Kind.AND: each("und oder"),
        Kind.FROM: each("von vom ab"),
        Kind.BETWEEN: each("zwischen"),
        Kind.SINCE: each("seit"),
        Kind.UNTIL: each("bis"),
        Kind.BACK: each("vor"),
        Kind.AFTER: each("nach"),
        Kind.ON: each("am"),
        Kind.IN: each("in im während"),
        Kind.LAST: each(
            "letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vorige vorigen"
        ),
        Kind.NEXT: each("nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes"),
        Kind.THIS: each("diese diesen dieser dieses diesem"),
        Kind.PART: {"anfang": 1, "mitte": 2, "ende": 3},
        Kind.DEIXIS: {"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2},
        Kind.LABEL: each("nr nummer seite kapitel artikel absatz paragraf zimmer raum platz modell version tel"),
        Kind.COUNTED: each(_COUNTED),
    },
    proper=frozenset((*_MONTHS, *_WEEKDAYS)),
    short=frozenset(("jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dez", "nr")),
    doubtful=frozenset(("jan",)),
    plural=(),
    singular=(),
    tense=Tense(
        past=frozenset(each("war waren wurde wurden hatte hatten sagte erklärte kam ging gab begann fand starb")),
        future=frozenset(each("wird werden soll sollen will wollen")),
        future_before_infinitive=frozenset(),
        future_elsewhere=frozenset(),
        infinitive=frozenset(),
        passive=frozenset(),
        no_deadline=frozenset(("nicht",)),
        not_past=frozenset(),
    ),
    phrases={
        f"{word} jahren?": (Kind.DECADE, 10 * tens)
        for word, tens in numbered(
            "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger", 2
        ).items()
    },
    figures=((r"(?:[12][0-9])?[0-9]0er(?:[\s-]+Jahren?)?(?!\w)", Kind.DECADE),),
    ordinal="(?!)",
    dotted=True,
    capital_nouns=True,
    day_first=True,
)
