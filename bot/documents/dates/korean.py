"""The Korean forms that dates are made of."""

from typing import Final

from bot.documents.dates.eastern import (
    BEGIN,
    DASHES,
    FIGURE,
    EasternWords,
    Form,
    century,
    decade_of_century,
    numeral,
    spelled,
    unit,
)
from bot.documents.dates.lexicon import Kind, Unit
from bot.documents.dates.listing import tense

_YEAR: Final = "[12][0-9]{3}"
_AGO: Final = r"(?=\s*(?:년|개월|달|주일?|일)\s*(?:전|후|뒤))"
_NATIVE: Final = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "열": 10}

KOREAN: Final = EasternWords(
    language="ko",
    forms=(
        Form(r"기원전\s*[0-9]+\s*(?:년|세기)", Kind.OTHER),
        Form(rf"{BEGIN}[0-9]{{1,2}}\s*세기\s*[1-9]0\s*년대", Kind.DECADE, decade_of_century),
        Form(rf"{BEGIN}(?:[12][0-9]{{2}}0|[1-9]0)\s*년대", Kind.DECADE, numeral),
        Form(rf"{BEGIN}[0-9]{{1,2}}\s*세기", Kind.HUNDREDS, century),
        Form(rf"{BEGIN}(?!(?:1000|2000)년\s*(?:전|동안|간)){_YEAR}\s*년(?!대|간|생)", Kind.ANNO, numeral),
        Form(rf"{BEGIN}{_YEAR}(?=\s*{DASHES}\s*{_YEAR}\s*년)", Kind.ANNO, numeral),
        Form(rf"(?<!{FIGURE}){_YEAR}\s?[-./]\s?[0-9]{{1,2}}\s?[-./]\s?[0-9]{{1,2}}(?!{FIGURE})", Kind.DATE),
        Form(rf"{BEGIN}[0-9]{{1,3}}{_AGO}", Kind.NUMBER, numeral, dated=False),
        *(Form(rf"(?<![가-힣]){word}{_AGO}", Kind.NUMBER, number, dated=False) for word, number in _NATIVE.items()),
        Form(rf"{BEGIN}(?:1[0-2]|[1-9])\s*월", Kind.EMONTH, numeral),
        Form(rf"{BEGIN}(?:[12][0-9]|3[01]|[1-9])\s*일(?!간)", Kind.EDAY, numeral, dated=False),
        Form(r"[1-4]\s*분기", Kind.QCODE, numeral),
        *spelled({"상반기": 1, "하반기": 2}, Kind.HCODE, dated=False),
        *spelled({"봄": 1, "여름": 2, "가을": 3, "겨울": 4}, Kind.SEASON, dated=False),
        *spelled({"재작년": -2, "작년": -1, "지난해": -1, r"지난\s해": -1, "올해": 0, "내년": 1}, Kind.AYEAR),
        *spelled({r"지난\s?달": -1, r"이번\s?달": 0, "이달": 0, r"다음\s?달": 1, "내달": 1}, Kind.AMONTH),
        *spelled({r"지난\s?주": -1, r"이번\s?주": 0, r"다음\s?주": 1}, Kind.AWEEK),
        *(Form(f"{sign}요일", Kind.WEEKDAY, number) for number, sign in enumerate("월화수목금토일")),
        Form(r"지난(?=\s+[월화수목금토일]요일)", Kind.LAST, dated=False),
        Form(r"다음(?=\s+[월화수목금토일]요일)", Kind.NEXT, dated=False),
        *(
            Form(rf"(?<![가-힣]){word}", Kind.DEIXIS, number)
            for word, number in {"그저께": -2, "어제": -1, "오늘": 0, "내일": 1, "모레": 2}.items()
        ),
        *spelled(
            {
                "년": unit(Unit.YEAR),
                "개월": unit(Unit.MONTH),
                "달": unit(Unit.MONTH),
                "주일": unit(Unit.WEEK),
                "주": unit(Unit.WEEK),
                "일": unit(Unit.DAY),
            },
            Kind.UNIT,
            dated=False,
        ),
        *spelled({"초순": 1, "초": 1, "중순": 2, "중반": 2, "하순": 3, "말": 3}, Kind.PART, dated=False),
        *spelled({"이후": 0, "이래": 0, "부터": 0}, Kind.SINCE_BEHIND, dated=False),
        *spelled({"까지": 0, "이전": 0}, Kind.UNTIL_BEHIND, dated=False),
        Form("전", Kind.AGO),
        Form("후|뒤", Kind.LATER),
        Form("[(（]", Kind.OPEN, dated=False),
        Form(DASHES, Kind.DASH, dated=False),
    ),
    tense=tense("", "예정"),
)
