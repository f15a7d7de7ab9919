"""The Japanese forms that dates are made of."""

from typing import Final

from bot.documents.dates.eastern import (
    BEGIN,
    DASHES,
    DAY,
    FIGURE,
    MONTH,
    NUMBER,
    NUMERAL,
    YEAR,
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

_AGO: Final = r"(?=\s*(?:[ヶケかカ]月|年|週間|日)\s*(?:前|後))"
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}


def _era_year(text: str) -> int:
    """The year of "令和5年"."""
    return _ERAS[text[:2]] + numeral(text[2:])


JAPANESE: Final = EasternWords(
    language="ja",
    forms=(
        Form(rf"紀元前\s*(?:{FIGURE}+|{NUMERAL}+)\s*(?:年|世紀)", Kind.OTHER),
        Form(rf"{BEGIN}(?:{FIGURE}{{1,2}}|{NUMERAL}{{1,3}})\s*世紀\s*[1-9]0\s*年代", Kind.DECADE, decade_of_century),
        Form(rf"{BEGIN}(?:[12]{FIGURE}{{2}}0|[1-9]0)\s*年代", Kind.DECADE, numeral),
        Form(rf"{BEGIN}(?:{FIGURE}{{1,2}}|{NUMERAL}{{1,3}})\s*世紀", Kind.HUNDREDS, century),
        Form(rf"(?:{'|'.join(_ERAS)})\s*(?:元|{FIGURE}{{1,2}}|{NUMERAL}{{1,3}})\s*年(?!代|間)", Kind.ANNO, _era_year),
        Form(rf"{BEGIN}(?!(?:1000|2000)\s*年\s*[前後間]){YEAR}\s*年(?!代|間|生|物)", Kind.ANNO, numeral),
        Form(rf"{BEGIN}{YEAR}(?=\s*{DASHES}\s*{YEAR}\s*年)", Kind.ANNO, numeral),
        Form(
            rf"(?<!{FIGURE})[12]{FIGURE}{{3}}\s?[-./]\s?{FIGURE}{{1,2}}\s?[-./]\s?{FIGURE}{{1,2}}(?!{FIGURE})",
            Kind.DATE,
        ),
        Form(rf"{BEGIN}{NUMBER}{_AGO}", Kind.NUMBER, numeral, dated=False),
        Form(rf"{BEGIN}{MONTH}\s*月(?!曜)", Kind.EMONTH, numeral),
        Form(rf"{BEGIN}{DAY}\s*日(?!間|曜)", Kind.EDAY, numeral, dated=False),
        Form(r"第\s*[1-4一二三四]\s*四半期", Kind.QCODE, lambda text: numeral(text[: text.index("四半期")])),
        *spelled({"上半期": 1, "下半期": 2, "前半": 1, "後半": 2}, Kind.HCODE, dated=False),
        *(
            Form(f"の?(?:{sign})(?![一-龠])", Kind.SEASON, number, dated=False)
            for number, sign in enumerate("春夏秋冬", 1)
        ),
        *spelled({"一昨年": -2, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1, "再来年": 2}, Kind.AYEAR),
        *spelled({"先々月": -2, "先月": -1, "今月": 0, "来月": 1}, Kind.AMONTH),
        *spelled({"先週の": -1, "先週": -1, "今週の": 0, "今週": 0, "来週の": 1, "来週": 1}, Kind.AWEEK),
        *(Form(f"{sign}曜日?", Kind.WEEKDAY, number) for number, sign in enumerate("月火水木金土日")),
        *spelled({"一昨日": -2, "昨日": -1, "今日": 0, "本日": 0, "明日": 1, "明後日": 2}, Kind.DEIXIS),
        *spelled(
            {
                "年": unit(Unit.YEAR),
                "ヶ月": unit(Unit.MONTH),
                "か月": unit(Unit.MONTH),
                "カ月": unit(Unit.MONTH),
                "ケ月": unit(Unit.MONTH),
                "週間": unit(Unit.WEEK),
                "日": unit(Unit.DAY),
            },
            Kind.UNIT,
        ),
        *spelled({"初頭": 1, "初め": 1, "上旬": 1, "半ば": 2, "中旬": 2, "下旬": 3, "末": 3}, Kind.PART, dated=False),
        *spelled({"以降": 0, "以来": 0, "から": 0, "より": 0}, Kind.SINCE_BEHIND, dated=False),
        *spelled({"までに": 0, "まで": 0, "以前": 0, "より前": 0}, Kind.UNTIL_BEHIND, dated=False),
        Form("の", Kind.OF, dated=False),
        Form("前", Kind.AGO, dated=False),
        Form("後", Kind.LATER, dated=False),
        Form("[(（]", Kind.OPEN, dated=False),
        Form(DASHES, Kind.DASH, dated=False),
    ),
    tense=tense("た", "予定"),
)
