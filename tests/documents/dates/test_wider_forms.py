"""Fractions of a unit, days of a time, units beyond the next, hundreds of years, seasons of two years."""

from datetime import date

import pytest

from bot.documents.dates.tagger import tag
from bot.models import Span

ANCHOR = date(2023, 3, 28)


def told(text: str) -> list[tuple[str, str | None]]:
    (found,) = tag([(text, [Span(0, len(text))])], ANCHOR, "en")
    return [(m.span.of(text), m.value.edtf if m.value else None) for m in found]


@pytest.mark.parametrize(
    "text",
    ["The first Monday of every month is free.", "The mill closed the Monday before last.", "See pages 1200-1250."],
)
def test_no_single_day(text: str) -> None:
    assert [value for _, value in told(text) if value is not None] == []


def test_the_year_of_a_half_is_the_year_that_was_told() -> None:
    text = "It opened in 2016. In the first half of 2021 it closed. At the end of the year it opened again."
    spans = [Span(0, 18), Span(19, 57), Span(58, len(text))]
    (found,) = tag([(text, spans)], ANCHOR, "en")
    assert found[-1].value is not None
    assert found[-1].value.edtf == "2021"


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        ("The mill closed in the fiscal year 2019/20.", "the fiscal year 2019/20", "2019/2020"),
        ("Not before 2026 will it open.", "2026", "2026"),
        ("It did not open until 2019.", "2019", "2019"),
        ("It didn't open until 2019.", "2019", "2019"),
        ("It opened shortly after May 4, 2020.", "May 4, 2020", "2020-05-04"),
        ("It will open before 2026.", "before 2026", "../2026"),
        ("It was not sold and stayed shut until 2019.", "until 2019", "../2019"),
        ("It stayed shut until 2019.", "until 2019", "../2019"),
        ("The mill was moved to Friday.", "Friday", "2023-03-31"),
        ("The mill was moved to Leeds on Friday.", "Friday", "2023-03-24"),
        ("The hearing was set for Friday.", "Friday", "2023-03-31"),
        ("The museum opens on Friday.", "Friday", "2023-03-31"),
        ("The law took effect Dec. 1.", "Dec. 1", "2022-12-01"),
        ("The law took effect May 20.", "May 20", "2022-05-20"),
        ("The miller died on May Day.", "May Day", "2022-05-01"),
        ("On 9 May he left.", "9 May", "2022-05-09"),
        ("They declared a dividend payable April 20.", "April 20", "2023-04-20"),
        ("The miller (1769–1821) slept here.", "1769–1821", "1769/1821"),
        ("The miller (1643-1715) slept here.", "1643-1715", "1643/1715"),
        ("The years 1914-18 were bad.", "The years 1914-18", "1914/1918"),
        ("The mill closed in the year 1999-2000.", "the year 1999-2000", "1999/2000"),
        ("Between the 17th and the 19th century it ran.", "the 17th and the 19th century", "16XX/18XX"),
        ("It ran from the 16th to the 18th century.", "the 16th to the 18th century", "15XX/17XX"),
        ("The mill could close as soon as April.", "April", "2023-04"),
        ("It will close no sooner than June.", "June", "2023-06"),
        ("The miller is due to speak on Friday.", "Friday", "2023-03-31"),
        ("The race was off on Friday due to rain.", "Friday", "2023-03-24"),
        ("It is closed on Friday, which is due to the rain.", "Friday", "2023-03-24"),
        ("“Ask me on Thursday,” she replied.", "Thursday", "2023-03-30"),
        ("Come on Friday.", "Friday", "2023-03-31"),
        ("He did come on Friday.", "Friday", "2023-03-24"),
        ("The mill was sold half a year ago.", "half a year ago", "2022-09"),
        ("The mill was sold a year and a half ago.", "a year and a half ago", "2021"),
        ("The mill was sold two and a half years ago.", "two and a half years ago", "2020"),
        ("The mill was sold half a century ago.", "half a century ago", "1973"),
        ("The mill was sold a hundred years ago.", "a hundred years ago", "1923"),
        ("The mill was sold the year before last.", "the year before last", "2021"),
        ("They will meet the week after next.", "the week after next", "2023-04-10/2023-04-16"),
        ("The mill stood idle in the 1800s.", "the 1800s", "18XX"),
        ("The mill stood idle in the early 1700s.", "the early 1700s", "17XX"),
        ("The mill stood idle in the 1900s.", "the 1900s", "190X"),
        ("The club won in the 2008-09 season.", "the 2008-09", "2008/2009"),
        ("The club won at 8 o'clock this morning.", "8 o'clock this morning", "2023-03-28T08:00"),
        ("The club met at 8 o'clock last night.", "8 o'clock last night", "2023-03-27T20:00"),
        ("The club met at 9:30 on Monday morning.", "9:30 on Monday morning", "2023-03-27T09:30"),
        ("The club met at 7:30 on Monday evening.", "7:30 on Monday evening", "2023-03-27T19:30"),
        ("The club met on Monday at around 3 p.m.", "Monday at around 3 p.m.", "2023-03-27T15:00"),
        ("The club met on 5 March 2023 at 10.30am.", "5 March 2023 at 10.30am", "2023-03-05T10:30"),
        ("The fair is held on the first Monday of May 2022.", "the first Monday of May 2022", "2022-05-02"),
        ("The fair was held on the last Friday in February.", "the last Friday in February", "2023-02-24"),
        ("The fair was moved to May-2022 at once.", "May-2022", "2022-05"),
        ("The permit expires Dec. 31.", "Dec. 31", "2023-12-31"),
        ("The game starts Saturday at 8 p.m.", "Saturday at 8 p.m.", "2023-04-01T20:00"),
        ("They met from June to August.", "June to August", "2022-06/2022-08"),
        ("They met from November to January.", "November to January", "2022-11/2023-01"),
        ("In the 1988 quarter sales fell.", "the 1988 quarter", "1988"),
    ],
)
def test_one_expression(text: str, expression: str, edtf: str) -> None:
    assert told(text) == [(expression, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "It lasted half an hour, then two-and-a-half hours, then half a century.",
        "He waited a hundred years.",
        "After a year-long study he rose at 4 in the morning.",
        "They paid half a million in 30 places.",
    ],
)
def test_durations_are_no_dates(text: str) -> None:
    assert told(text) == []


def test_figures_behind_a_day_are_no_day_where_a_stroke_follows() -> None:
    assert told("He spoke on Sept. 11 and 9/11 came up.") == [("Sept. 11", "2022-09-11")]


def test_days_of_the_week_share_the_month_that_stands_behind_the_last() -> None:
    assert told("The polls were open on Sunday 3 and Monday 4 October 2021.") == [
        ("Sunday 3", "2021-10-03"),
        ("Monday 4 October 2021", "2021-10-04"),
    ]
    assert told("On Monday 20 people fled.") == [("Monday", "2023-03-27")]


def test_a_time_has_the_day_of_the_time_that_it_lasts_until() -> None:
    assert told("It opened from 9 a.m. to 5 p.m. on Monday.") == [
        ("9 a.m. to 5 p.m. on Monday", "2023-03-27T09:00/2023-03-27T17:00")
    ]


def test_a_quarter_of_another_year_is_that_of_the_report() -> None:
    text = "Sales rose in the third quarter of 2022. In the 2021 quarter they fell."
    found = tag([(text, [Span(0, 40), Span(41, len(text))])], ANCHOR, "en")[0]
    assert [(m.span.of(text), m.value and m.value.edtf) for m in found] == [
        ("the third quarter of 2022", "2022-35"),
        ("the 2021 quarter", "2021-35"),
    ]


def test_last_march_in_april_is_that_of_the_year_before() -> None:
    text = "The flood came last March."
    (found,) = tag([(text, [Span(0, len(text))])], date(2023, 4, 12), "en")[0]
    assert found.value is not None
    assert found.value.edtf == "2022-03"


def test_a_month_belongs_to_a_year_beside_it_only_within_its_sentence() -> None:
    text = "The treaty of 4 May 1988 failed, and in August war came. In September he spoke."
    found = tag([(text, [Span(0, 56), Span(57, len(text))])], ANCHOR, "en")[0]
    assert [m.value and m.value.edtf for m in found] == ["1988-05-04", "1988-08", "2022-09"]
