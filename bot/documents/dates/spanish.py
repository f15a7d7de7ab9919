"""The Spanish table of the words that dates are made of: dates, weekdays, ranges and open ends."""

from typing import Final

from bot.documents.dates.feasts import from_easter, on
from bot.documents.dates.lexicon import Kind, Tense, Words
from bot.documents.dates.listing import each, numbered

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
        Kind.LABEL: each("n no número página páginas capítulo artículo años modelo versión tel"),
        Kind.COUNTED: each("euros dólares pesos personas metros kilómetros km habitantes por millones mil"),
    },
    proper=frozenset(),
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
    ordinal="[ºª]|er|o",
    day_first=True,
)
