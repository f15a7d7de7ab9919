"""The Turkish table of the words that dates are made of."""

from typing import Final

from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, tense, units

_MONTHS: Final = numbered("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık")
_WEEKDAYS: Final = numbered("pazartesi salı çarşamba perşembe cuma cumartesi pazar", 0)

TURKISH: Final = Words(
    language="tr",
    table={
        Kind.MONTH: _MONTHS,
        Kind.WEEKDAY: _WEEKDAYS,
        Kind.UNIT: units(
            {
                Unit.DAY: "gün",
                Unit.WEEK: "hafta",
                Unit.MONTH: "ay",
                Unit.YEAR: "yıl yılın sene",
                Unit.CENTURY: "yüzyıl yüzyılda yüzyılın",
            }
        ),
        Kind.QUARTER: each("çeyreğinde çeyrek çeyreği"),
        Kind.NUMBER: numbered("bir iki üç dört beş altı yedi sekiz dokuz on"),
        Kind.ORDWORD: numbered("birinci|ilk ikinci üçüncü dördüncü"),
        Kind.AND: each("ve veya"),
        Kind.LAST: each("geçen geçtiğimiz"),
        Kind.NEXT: each("gelecek önümüzdeki"),
        Kind.THIS: each("bu"),
        Kind.AGO: each("önce"),
        Kind.DEIXIS: {"dün": -1, "bugün": 0, "yarın": 1},
        Kind.LABEL: each("no numara sayfa madde bölüm model sürüm tel"),
        Kind.COUNTED: each("kişi lira dolar avro metre kilometre km bin milyon milyar kez adet"),
    },
    proper=frozenset((*_MONTHS, *_WEEKDAYS)),
    short=frozenset(),
    doubtful=frozenset(("ocak", "ekim", "pazar", "mart")),
    plural=("",),
    singular=(),
    tense=tense(
        past_ending=("dı", "di", "du", "dü", "tı", "ti", "tu", "tü"),
        future_ending=("acak", "ecek", "acaktır", "ecektir"),
    ),
    figures=(
        (r"[12][0-9]{3}\s(?:yılında|yılından|yılına|yılının|yılı|senesinde)(?!\w)", Kind.YEAR),
        (r"[12][0-9]{3}['’](?:te|ta|de|da|ten|tan|den|dan|e|a|ye|ya|in|ın|un|ün|nin|nın)(?!\w)", Kind.YEAR),
        (r"[1-9][0-9]?\.(?=\s+yüzyıl)", Kind.ORD),
    ),
    day_first=True,
)
