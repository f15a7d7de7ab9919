"""The Spanish table of the words that dates are made of: dates, weekdays, ranges and open ends."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Tense, Unit, Words
from bot.documents.dates.listing import each, numbered, romans, units

_MONTHS: Final = numbered(
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre"
)
_WEEKDAYS: Final = numbered("lunes martes miércoles jueves viernes sábado domingo", 0)

SPANISH: Final = Words(
    language="es",
    table={
        Kind.MONTH: _MONTHS,
        Kind.WEEKDAY: _WEEKDAYS,
        Kind.SEASON: {"primavera": 1, "verano": 2, "otoño": 3, "invierno": 4},
        Kind.FEAST: {
            "navidad": on(12, 25),
            "nochebuena": on(12, 24),
            "nochevieja": on(12, 31),
            "pentecostés": from_easter(49),
        },
        Kind.UNIT: units(
            {
                Unit.DAY: "día",
                Unit.WEEK: "semana",
                Unit.MONTH: "mes",
                Unit.YEAR: "año",
                Unit.DECADE: "década",
                Unit.CENTURY: "siglo",
            }
        ),
        Kind.UNITS: units({Unit.DAY: "días", Unit.WEEK: "semanas", Unit.MONTH: "meses", Unit.YEAR: "años"}),
        Kind.NUMBER: numbered("un|una|uno dos tres cuatro cinco seis siete ocho nueve diez once doce") | {"veinte": 20},
        Kind.ROMAN: romans(),
        Kind.GONE: each("pasado pasada"),
        Kind.COMING: each("próximo próxima"),
        Kind.THIS: each("este esta"),
        Kind.AGO: each("atrás"),
        Kind.BACK: each("hace"),
        Kind.QUARTER: each("trimestre"),
        Kind.ORDWORD: numbered("primer|primero segundo tercer|tercero cuarto"),
        Kind.THE: each("el la los las"),
        Kind.OF: each("de del"),
        Kind.TO: each("a al"),
        Kind.AND: each("y o"),
        Kind.BETWEEN: each("entre"),
        Kind.SINCE: each("desde"),
        Kind.UNTIL: each("hasta"),
        Kind.BEFORE: each("antes"),
        Kind.AFTER: each("después tras"),
        Kind.IN: each("en durante"),
        Kind.PART: {"principios": 1, "mediados": 2, "finales": 3},
        Kind.DEIXIS: {"anteayer": -2, "ayer": -1, "hoy": 0},
        Kind.LABEL: each("n no número página páginas capítulo artículo modelo versión tel"),
        Kind.COUNTED: each("euros dólares pesos personas metros kilómetros km habitantes por millones mil"),
    },
    proper=frozenset(romans()),
    short=frozenset(),
    doubtful=frozenset(("domingo",)),
    plural=("s",),
    singular=("is", "us", "ás", "és"),
    tense=Tense(
        past=frozenset(each("era eran fue fueron había habían dijo estaba estaban ha han")),
        future=frozenset(each("será serán habrá habrán va van deberá deberán")),
        future_before_infinitive=frozenset(),
        future_elsewhere=frozenset(),
        infinitive=frozenset(),
        passive=frozenset(),
        no_deadline=frozenset(),
        not_past=frozenset(),
    ),
    phrases={
        f"años {word}": (Kind.DECADE, 10 * tens)
        for word, tens in numbered("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 2).items()
    }
    | {
        "años (?:['’]?[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
        "década de (?:los )?(?:[2-9]0|[12][0-9]{2}0)": (Kind.DECADE, None),
        "que viene": (Kind.COMING, 0),
        "a partir de": (Kind.SINCE, 0),
        "por la mañana": (Kind.OTHER, 0),
        "(?:la|esa|una|misma) mañana": (Kind.OTHER, 0),
        "mañana": (Kind.DEIXIS, 1),
    },
    ordinal="[ºª]|er|o",
    day_first=True,
)
