"""The Portuguese table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, romans, tense, units

_MONTHS: Final = numbered(
    "janeiro fevereiro março|marco abril maio junho julho agosto setembro outubro novembro dezembro"
)
_TENS: Final = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"

PORTUGUESE: Final = Words(
    language="pt",
    table={
        Kind.MONTH: _MONTHS,
        Kind.WEEKDAY: {"sábado": 5, "domingo": 6},
        Kind.SEASON: {"primavera": 1, "verão": 2, "outono": 3, "inverno": 4},
        Kind.FEAST: {
            "natal": on(12, 25),
            "páscoa": from_easter(0),
            "pentecostes": from_easter(49),
            "carnaval": from_easter(-47),
        },
        Kind.UNIT: units(
            {
                Unit.DAY: "dia",
                Unit.WEEK: "semana",
                Unit.MONTH: "mês",
                Unit.YEAR: "ano",
                Unit.DECADE: "década",
                Unit.CENTURY: "século",
            }
        ),
        Kind.UNITS: units({Unit.DAY: "dias", Unit.WEEK: "semanas", Unit.MONTH: "meses", Unit.YEAR: "anos"}),
        Kind.QUARTER: each("trimestre"),
        Kind.HALF: each("metade"),
        Kind.NUMBER: numbered("um|uma dois|duas três quatro cinco seis sete oito nove dez onze doze")
        | {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)},
        Kind.ORDWORD: numbered("primeiro|primeira segundo|segunda terceiro|terceira quarto|quarta"),
        Kind.ROMAN: romans(),
        Kind.THE: each("o a os as"),
        Kind.OF: each("de do da dos das"),
        Kind.UNTIL: each("até"),
        Kind.AND: each("e ou"),
        Kind.BETWEEN: each("entre"),
        Kind.SINCE: each("desde"),
        Kind.BEFORE: each("antes"),
        Kind.AFTER: each("depois após"),
        Kind.IN: each("em no na nos nas durante"),
        Kind.THIS: each("este esta neste nesta deste desta"),
        Kind.GONE: each("passado passada último última"),
        Kind.COMING: each("próximo próxima"),
        Kind.AGO: each("atrás"),
        Kind.BACK: each("há"),
        Kind.EDGE: each("início começo", 1) | each("meados", 2) | each("fim final", 3),
        Kind.DEIXIS: {"anteontem": -2, "ontem": -1, "hoje": 0, "amanhã": 1},
        Kind.LABEL: each("n número página páginas pág capítulo artigo modelo versão tel rua lei"),
        Kind.COUNTED: each(
            "euros dólares reais pessoas metros quilômetros quilómetros km habitantes milhões mil casos"
        ),
        Kind.ERA: {"a.c": -1, "d.c": 1},
    },
    proper=frozenset(romans()),
    short=frozenset(("a.c", "d.c", "pág")),
    doubtful=frozenset(("domingo", "marco")),
    plural=("",),
    singular=(),
    tense=tense(
        "era eram foi foram havia haviam disse estava estavam tinha tinham",
        "será serão vai vão terá terão deve devem",
        future_ending=("rá", "rão"),
    ),
    phrases={
        f"{name}[- ]feira": (Kind.WEEKDAY, number)
        for name, number in numbered("segunda terça quarta quinta sexta", 0).items()
    }
    | {f"anos {word}": (Kind.DECADE, 10 * tens) for tens, word in enumerate(_TENS.split(), 2)}
    | {
        "anos (?:['’]?[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
        "década de (?:[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
        "que vem": (Kind.COMING, 0),
        "a partir de": (Kind.SINCE, 0),
        r"a(?=\s+[0-9])": (Kind.TO, 0),
        r"ao(?=\s+[0-9])": (Kind.TO, 0),
        "antes do": (Kind.BEFORE, 0),
        "depois do": (Kind.AFTER, 0),
    },
    ordinal="[ºª]|o",
    day_first=True,
)
