"""The Chinese forms that dates are made of, in simplified and traditional characters."""

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

_AGO: Final = r"(?=\s*(?:个|個)?\s*(?:年|月|周|週|星期|天|日)\s*(?:以前|之前|前|以后|以後|之后|之後|后|後))"
_WEEKDAYS: Final = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}

CHINESE: Final = EasternWords(
    language="zh",
    forms=(
        Form(rf"(?:公元|纪元|紀元|西元)前\s*(?:{FIGURE}+|{NUMERAL}+)\s*(?:年|世[纪紀])", Kind.OTHER),
        Form(
            rf"{BEGIN}(?:{FIGURE}{{1,2}}|{NUMERAL}{{1,3}})\s*世[纪紀]\s*(?:[1-9]0|{NUMERAL}十)\s*年代",
            Kind.DECADE,
            decade_of_century,
        ),
        Form(rf"{BEGIN}(?:[12]{FIGURE}{{2}}0|[1-9]0|[二三四五六七八九]十)\s*年代", Kind.DECADE, numeral),
        Form(rf"{BEGIN}(?:{FIGURE}{{1,2}}|{NUMERAL}{{1,3}})\s*世[纪紀]", Kind.HUNDREDS, century),
        Form(rf"{BEGIN}(?!(?:1000|2000)\s*年\s*[前后後]){YEAR}\s*年(?!代|间|間|级|級)", Kind.ANNO, numeral),
        Form(rf"{BEGIN}{YEAR}(?=\s*(?:{DASHES}|至|到)\s*{YEAR}\s*年)", Kind.ANNO, numeral),
        Form(
            rf"(?<!{FIGURE})[12]{FIGURE}{{3}}\s?[-./]\s?{FIGURE}{{1,2}}\s?[-./]\s?{FIGURE}{{1,2}}(?!{FIGURE})",
            Kind.DATE,
        ),
        Form(rf"{BEGIN}{NUMBER}{_AGO}", Kind.NUMBER, numeral, dated=False),
        Form(rf"{BEGIN}{MONTH}\s*月(?:份)?", Kind.EMONTH, numeral),
        Form(rf"{BEGIN}{DAY}\s*[日号號](?!线|線|楼|樓|机|機|店)", Kind.EDAY, numeral, dated=False),
        Form(r"第?[1-4一二三四]季度?", Kind.QCODE, numeral),
        *spelled({"上半年": 1, "下半年": 2}, Kind.HCODE),
        *spelled(
            {
                "春天": 1,
                "春季": 1,
                "春": 1,
                "夏天": 2,
                "夏季": 2,
                "夏": 2,
                "秋天": 3,
                "秋季": 3,
                "秋": 3,
                "冬天": 4,
                "冬季": 4,
                "冬": 4,
            },
            Kind.SEASON,
            dated=False,
        ),
        *spelled({"去年": -1, "今年": 0, "本年": 0, "明年": 1, "前年": -2, "后年": 2, "後年": 2}, Kind.AYEAR),
        *spelled(
            {
                "上个月": -1,
                "上個月": -1,
                "上月": -1,
                "本月": 0,
                "这个月": 0,
                "這個月": 0,
                "下个月": 1,
                "下個月": 1,
                "下月": 1,
            },
            Kind.AMONTH,
        ),
        *(
            Form(rf"{which}(?:个|個)?(?:周|週|星期|礼拜|禮拜)(?!年|末|刊)", Kind.AWEEK, number)
            for which, number in (("[上]", -1), ("[本这這]", 0), ("[下]", 1))
        ),
        *(
            Form(
                rf"(?:(?:周|週|星期|礼拜|禮拜){sign}|(?<=[周週])(?<=[上下本这這][周週]){sign}|(?<=星期){sign}|(?<=[礼禮]拜){sign})(?![季岁歲])",
                Kind.WEEKDAY,
                number,
            )
            for sign, number in _WEEKDAYS.items()
        ),
        *spelled(
            {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "後天": 2},
            Kind.DEIXIS,
        ),
        *spelled(
            {
                "年": unit(Unit.YEAR),
                "月": unit(Unit.MONTH),
                "个月": unit(Unit.MONTH),
                "個月": unit(Unit.MONTH),
                "周": unit(Unit.WEEK),
                "週": unit(Unit.WEEK),
                "个星期": unit(Unit.WEEK),
                "星期": unit(Unit.WEEK),
                "天": unit(Unit.DAY),
                "日": unit(Unit.DAY),
            },
            Kind.UNIT,
        ),
        *spelled(
            {"年初": 1, "年中": 2, "年底": 3, "年末": 3, "初": 1, "上旬": 1, "中旬": 2, "下旬": 3, "底": 3, "末": 3},
            Kind.PART,
            dated=False,
        ),
        *spelled(
            {"以来": 0, "以來": 0, "以后": 0, "以後": 0, "之后": 0, "之後": 0, "后": 0, "後": 0, "起": 0},
            Kind.SINCE_BEHIND,
            dated=False,
        ),
        *spelled({"以前": 0, "之前": 0, "前": 0}, Kind.UNTIL_BEHIND, dated=False),
        *spelled({"自从": 0, "自": 0, "从": 0, "從": 0}, Kind.FROM, dated=False),
        Form("至今", Kind.OTHER, dated=False),
        Form("至", Kind.TO, dated=False),
        Form("到", Kind.UNTIL, dated=False),
        Form("[(（]", Kind.OPEN, dated=False),
        Form(DASHES, Kind.DASH, dated=False),
    ),
    tense=tense("了 已", "将 將 会 會"),
)
