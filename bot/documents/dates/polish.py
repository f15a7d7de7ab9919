"""The Polish table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, romans, tense, units

POLISH: Final = Words(
    language="pl",
    table={
        Kind.MONTH: numbered(
            "styczeń|stycznia|styczniu luty|lutego|lutym marzec|marca|marcu kwiecień|kwietnia|kwietniu maj|maja|maju "
            "czerwiec|czerwca|czerwcu lipiec|lipca|lipcu sierpień|sierpnia|sierpniu wrzesień|września|wrześniu "
            "październik|października|październiku listopad|listopada|listopadzie grudzień|grudnia|grudniu"
        ),
        Kind.WEEKDAY: numbered(
            "poniedziałek|poniedziałku wtorek|wtorku środę|środa|środy czwartek|czwartku piątek|piątku "
            "sobotę|sobota|soboty niedzielę|niedziela|niedzieli",
            0,
        ),
        Kind.SEASON: numbered("wiosną|wiosna|wiosny latem|lato jesienią|jesień|jesieni zimą|zima|zimy"),
        Kind.UNIT: units(
            {
                Unit.DAY: "dzień dnia",
                Unit.WEEK: "tydzień tygodniu tygodnia",
                Unit.MONTH: "miesiąc miesiącu miesiąca",
                Unit.YEAR: "rok roku",
                Unit.CENTURY: "wiek wieku stulecie",
            }
        ),
        Kind.UNITS: units(
            {Unit.DAY: "dni", Unit.WEEK: "tygodnie tygodni", Unit.MONTH: "miesiące miesięcy", Unit.YEAR: "lata lat"}
        ),
        Kind.QUARTER: each("kwartał kwartale kwartału"),
        Kind.NUMBER: numbered("jeden|jedną dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć"),
        Kind.ORDWORD: numbered("pierwszy|pierwszym|pierwszego drugi|drugim|drugiego trzeci|trzecim czwarty|czwartym"),
        Kind.ROMAN: romans(),
        Kind.TO: each("po"),
        Kind.UNTIL: each("do"),
        Kind.AND: each("i oraz lub"),
        Kind.BETWEEN: each("między pomiędzy"),
        Kind.SINCE: each("od"),
        Kind.BEFORE: each("przed"),
        Kind.IN: each("w we na za"),
        Kind.LAST: each("zeszły zeszłym zeszłego zeszłą ubiegły ubiegłym ubiegłego ubiegłą miniony minionym minionego"),
        Kind.NEXT: each("przyszły przyszłym przyszłego przyszłą następny następnym następnego najbliższy najbliższym"),
        Kind.THIS: each("ten tym tego tę"),
        Kind.AGO: each("temu"),
        Kind.PART: {"początku": 1, "połowie": 2, "końcu": 3},
        Kind.DEIXIS: {"przedwczoraj": -2, "wczoraj": -1, "dziś": 0, "dzisiaj": 0, "jutro": 1, "pojutrze": 2},
        Kind.LABEL: each("nr numer strona stronę stronie str rozdział artykuł model wersja tel ustawa"),
        Kind.COUNTED: each("osób ludzi złotych euro dolarów metrów kilometrów km tysięcy milionów mieszkańców procent"),
    },
    proper=frozenset(romans()),
    short=frozenset(("nr", "str")),
    doubtful=frozenset(("maj", "luty")),
    plural=("",),
    singular=(),
    tense=tense(
        "był była było były",
        "będzie będą",
        past_ending=(
            "ał",
            "ała",
            "ało",
            "ali",
            "ały",
            "ił",
            "iła",
            "iło",
            "ili",
            "iły",
            "ęli",
            "ęła",
            "ął",
            "eli",
            "ano",
        ),
    ),
    figures=((r"[12][0-9]{3}\s?(?:(?:roku|rokiem|rok)(?!\w)|r\.)", Kind.YEAR),),
    ordinal="-?(?:go|ego)",
    day_first=True,
)
