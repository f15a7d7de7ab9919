"""What the tagger makes of sentences, class by class, in invented sentences; the anchor is a Tuesday."""

from datetime import date

import pytest

from bot.documents.dates.tagger import tag
from bot.models import Basis, DateMention, Precision, Span

ANCHOR = date(2023, 3, 28)
STATED, WORKED_OUT, UNKNOWN = Basis.STATED, Basis.WORKED_OUT, Basis.UNKNOWN


def mentions(text: str, anchor: date | None = ANCHOR) -> list[DateMention]:
    return list(tag([(text, [Span(0, len(text))])], anchor)[0])


def told(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str | None]]:
    return [(m.span.of(text), m.value.edtf if m.value else None) for m in mentions(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expression", "edtf", "precision"),
    [
        ("The bridge opened on March 20, 2023 in the rain.", "March 20, 2023", "2023-03-20", Precision.DAY),
        ("The bridge opened on 20 March 2023.", "20 March 2023", "2023-03-20", Precision.DAY),
        ("The bridge opened on the 20th of March, 2023.", "the 20th of March, 2023", "2023-03-20", Precision.DAY),
        ("The bridge opened on Monday, March 20, 2023.", "Monday, March 20, 2023", "2023-03-20", Precision.DAY),
        ("The bridge opened on Mon., 20 March 2023.", "Mon., 20 March 2023", "2023-03-20", Precision.DAY),
        ("Filed on Sept. 3, 2019 in Graz.", "Sept. 3, 2019", "2019-09-03", Precision.DAY),
        ("Filed on 3 Sept 2019 in Graz.", "3 Sept 2019", "2019-09-03", Precision.DAY),
        ("Updated 2023-03-28 22:25", "2023-03-28 22:25", "2023-03-28T22:25", Precision.TIME),
        ("Updated 2023-03-28T22:25:10Z by the desk", "2023-03-28T22:25:10Z", "2023-03-28T22:25", Precision.TIME),
        ("Updated 2023-03-28.", "2023-03-28", "2023-03-28", Precision.DAY),
        ("Am 28.03.2023 unterzeichnet.", "28.03.2023", "2023-03-28", Precision.DAY),
        ("Signed 2023/03/28 at noon by both.", "2023/03/28", "2023-03-28", Precision.DAY),
        ("Signed 25/03/2021 by both.", "25/03/2021", "2021-03-25", Precision.DAY),
        ("Signed 03/25/2021 by both.", "03/25/2021", "2021-03-25", Precision.DAY),
        ("They met at 3 p.m. on May 4, 2022.", "3 p.m. on May 4, 2022", "2022-05-04T15:00", Precision.TIME),
        ("They met on May 4, 2022 at 10:30.", "May 4, 2022 at 10:30", "2022-05-04T10:30", Precision.TIME),
        ("He spoke there in March 2013.", "March 2013", "2013-03", Precision.MONTH),
        ("He spoke there in March of 2013.", "March of 2013", "2013-03", Precision.MONTH),
        ("He spoke there in early May 2013.", "early May 2013", "2013-05", Precision.MONTH),
        ("Report 2013-03 was withdrawn", "2013-03", "2013-03", Precision.MONTH),
        ("Turnover in 2022 reached a record.", "2022", "2022", Precision.YEAR),
        ("It was founded in the year 1968.", "the year 1968", "1968", Precision.YEAR),
        ("Work ends at the end of 2024.", "the end of 2024", "2024", Precision.YEAR),
        ("The 2022 talks failed.", "2022", "2022", Precision.YEAR),
        ("Growth slowed in the first quarter of 2022.", "the first quarter of 2022", "2022-33", Precision.QUARTER),
        ("Growth slowed in Q3 2021.", "Q3 2021", "2021-35", Precision.QUARTER),
        ("Growth slowed in the first half of 2022.", "the first half of 2022", "2022-01/2022-06", Precision.MONTH),
        ("Growth slowed in H2 2022.", "H2 2022", "2022-07/2022-12", Precision.MONTH),
        ("Growth slowed (Q1/2023).", "Q1/2023", "2023-33", Precision.QUARTER),
        ("Stamped 25-Mar-2023 by the office.", "25-Mar-2023", "2023-03-25", Precision.DAY),
        ("Date: Sat, 25 Mar 2023 10:00:00", "Sat, 25 Mar 2023 10:00:00", "2023-03-25T10:00", Precision.TIME),
        ("The market opened at Christmas 2022.", "Christmas 2022", "2022-12-25", Precision.DAY),
        ("The parade was on Thanksgiving 2022.", "Thanksgiving 2022", "2022-11-24", Precision.DAY),
        ("It was nineteen ninety-six, a dry year.", "nineteen ninety-six", "1996", Precision.YEAR),
        (
            "It was the winter of nineteen ninety-four.",
            "the winter of nineteen ninety-four",
            "1994-24",
            Precision.SEASON,
        ),
        ("In fiscal 2022 sales fell.", "fiscal 2022", "2022", Precision.YEAR),
        ("The winter 2022/23 was mild.", "The winter 2022/23", "2022-24", Precision.SEASON),
        ("The target stands for the year 2049.", "the year 2049", "2049", Precision.YEAR),
        ("Emissions are to peak by 2030.", "by 2030", "../2030", Precision.YEAR),
        ("The hall opens in spring 2023.", "spring 2023", "2023-21", Precision.SEASON),
        ("The hall closed in the winter of 1941.", "the winter of 1941", "1941-24", Precision.SEASON),
        ("Jazz flourished in the 1990s.", "the 1990s", "199X", Precision.DECADE),
        ("Jazz flourished in the mid-2010s.", "the mid-2010s", "201X", Precision.DECADE),
        ("Steam ruled the 19th century.", "the 19th century", "18XX", Precision.CENTURY),
        ("Steam ruled the nineteenth century.", "the nineteenth century", "18XX", Precision.CENTURY),
    ],
)
def test_stated(text: str, expression: str, edtf: str, precision: Precision) -> None:
    found = mentions(text)
    assert [(m.span.of(text), m.value and m.value.edtf, m.basis) for m in found] == [(expression, edtf, STATED)]
    assert found[0].value is not None
    assert found[0].value.precision is precision
    assert mentions(text, None) == found


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        ("The envoy said so on March 17.", "March 17", "2023-03-17"),
        ("The envoy said so on 17 March.", "17 March", "2023-03-17"),
        ("The envoy said so on Dec. 3.", "Dec. 3", "2022-12-03"),
        ("The envoy will return on April 3.", "April 3", "2023-04-03"),
        ("The envoy will return on Jan. 9.", "Jan. 9", "2024-01-09"),
        ("He was re-elected in May.", "May", "2022-05"),
        ("He will be sworn in in May.", "May", "2023-05"),
        ("The talks broke down in early March.", "early March", "2023-03"),
        ("The talks began last November.", "last November", "2022-11"),
        ("The talks begin next November.", "next November", "2023-11"),
        ("The talks broke down in June last year.", "June last year", "2022-06"),
        ("They arrived on Tuesday.", "Tuesday", "2023-03-28"),
        ("They arrived on Monday.", "Monday", "2023-03-27"),
        ("They arrived on Wednesday.", "Wednesday", "2023-03-22"),
        ("They arrived last Tuesday.", "last Tuesday", "2023-03-21"),
        ("They will arrive on Friday.", "Friday", "2023-03-31"),
        ("They will arrive on Tuesday.", "Tuesday", "2023-03-28"),
        ("They are scheduled to arrive on Monday.", "Monday", "2023-04-03"),
        ("They met on Friday and said the hall will close.", "Friday", "2023-03-24"),
        ("They arrive next Friday.", "next Friday", "2023-03-31"),
        ("They arrived on Monday morning.", "Monday morning", "2023-03-27"),
        ("They left yesterday.", "yesterday", "2023-03-27"),
        ("They left yesterday evening.", "yesterday evening", "2023-03-27"),
        ("The deal is due on Friday.", "Friday", "2023-03-31"),
        ("It was called off due to rain on Friday.", "Friday", "2023-03-24"),
        ("The offer was extended; it runs until Friday.", "until Friday", "../2023-03-31"),
        ("They leave the day after tomorrow.", "the day after tomorrow", "2023-03-30"),
        ("They left the day before yesterday.", "the day before yesterday", "2023-03-26"),
        ("It shut at the end of last month.", "the end of last month", "2023-02"),
        ("It happened in the last century.", "the last century", "19XX"),
        ("By the end of this decade it will be done.", "By the end of this decade", "../202X"),
        ("On February 24 last year it began.", "February 24 last year", "2022-02-24"),
        ("They were away from Monday to Friday.", "Monday to Friday", "2023-03-20/2023-03-24"),
        ("They spent Thanksgiving at home and came back.", "Thanksgiving", "2022-11-24"),
        ("It will be held in autumn.", "autumn", "2023-23"),
        ("It was held in autumn.", "autumn", "2022-23"),
        ("They leave tomorrow.", "tomorrow", "2023-03-29"),
        ("They leave today.", "today", "2023-03-28"),
        ("Today's meeting was short.", "Today", "2023-03-28"),
        ("The paper was released last month.", "last month", "2023-02"),
        ("The paper was released last week.", "last week", "2023-03-20/2023-03-26"),
        ("Trade rose last year.", "last year", "2022"),
        ("The forum takes place this year.", "this year", "2023"),
        ("The forum takes place later this year.", "later this year", "2023"),
        ("The forum takes place early next year.", "early next year", "2024"),
        ("Prices fell in the last quarter of last year.", "last year", "2022"),
        ("Prices fell in the fourth quarter of last year.", "the fourth quarter of last year", "2022-36"),
        ("Ten years ago he proposed it.", "Ten years ago", "2013"),
        ("He proposed it 10 years ago.", "10 years ago", "2013"),
        ("Trade is up from a decade ago.", "a decade ago", "2013"),
        ("They met three months ago.", "three months ago", "2022-12"),
        ("They met three days ago.", "three days ago", "2023-03-25"),
        ("They met twenty-five years ago.", "twenty-five years ago", "1998"),
        ("Over the past decade the idea has spread.", "the past decade", "2013/2023"),
        ("In the past 10 years trade has grown.", "the past 10 years", "2013/2023"),
        ("In the last ten years trade has grown.", "the last ten years", "2013/2023"),
        ("She has been there eight times over ten years.", "over ten years", "2013/2023"),
        ("For ten years now the two have worked together.", "ten years", "2013/2023"),
        ("It will double in the next five years.", "the next five years", "2023/2028"),
        ("Over the past two months it rained.", "the past two months", "2023-01/2023-03"),
        ("Over the last three days it rained.", "the last three days", "2023-03-25/2023-03-28"),
        ("Since last month nothing has moved.", "Since last month", "2023-02/.."),
        ("Since the beginning of last year all has changed.", "Since the beginning of last year", "2022/.."),
        ("They rested at the weekend.", "the weekend", "2023-03-25/2023-03-26"),
        ("They met two days before yesterday.", "two days before yesterday", "2023-03-25"),
        ("The hall was full last night.", "last night", "2023-03-27"),
        ("The hall was full this morning.", "this morning", "2023-03-28"),
        ("The hall was full at 10 p.m. Monday, police said.", "10 p.m. Monday", "2023-03-27T22:00"),
        ("The town was lively in the '90s, he said.", "the '90s", "199X"),
        ("It snowed last winter.", "last winter", "2022-24"),
        ("It will snow this winter.", "this winter", "2023-24"),
        ("He arrived on Sunday, March 26, with two aides.", "Sunday, March 26", "2023-03-26"),
    ],
)
def test_worked_out(text: str, expression: str, edtf: str) -> None:
    found = [(m.span.of(text), m.value and m.value.edtf, m.basis) for m in mentions(text)]
    assert (expression, edtf, WORKED_OUT) in found
    assert all(m.value is None and m.basis is UNKNOWN for m in mentions(text, None))
    assert len(mentions(text, None)) == len(found)


@pytest.mark.parametrize(
    ("text", "expression", "edtf", "basis"),
    [
        ("He visits from March 20 to 22.", "March 20 to 22", "2023-03-20/2023-03-22", WORKED_OUT),
        ("From March 20th to 22nd he was abroad.", "March 20th to 22nd", "2023-03-20/2023-03-22", WORKED_OUT),
        ("He was abroad on 20–22 March.", "20–22 March", "2023-03-20/2023-03-22", WORKED_OUT),
        ("He was abroad on March 20-22, 2023.", "March 20-22, 2023", "2023-03-20/2023-03-22", STATED),
        ("He was abroad from 20 to 22 March 2023.", "20 to 22 March 2023", "2023-03-20/2023-03-22", STATED),
        (
            "He was abroad from the 20th to the 22nd of March 2023.",
            "the 20th to the 22nd of March 2023",
            "2023-03-20/2023-03-22",
            STATED,
        ),
        ("He was away from March 30 to April 2, 2022.", "March 30 to April 2, 2022", "2022-03-30/2022-04-02", STATED),
        ("He was away between March 3 and 5.", "March 3 and 5", "2023-03-03/2023-03-05", WORKED_OUT),
        ("The works lasted from March to May 2013.", "March to May 2013", "2013-03/2013-05", STATED),
        ("The works lasted from November to March 2013.", "November to March 2013", "2012-11/2013-03", STATED),
        ("The works lasted from March 2013 to May 2014.", "March 2013 to May 2014", "2013-03/2014-05", STATED),
        ("The works lasted from 2013 to 2023.", "2013 to 2023", "2013/2023", STATED),
        ("The works (2013–2023) were costly.", "2013–2023", "2013/2023", STATED),
        ("The works (2013-23) were costly.", "2013-23", "2013/2023", STATED),
        ("The works lasted between 2013 and 2023.", "2013 and 2023", "2013/2023", STATED),
        ("The plan 2013/2023 was dropped.", "2013/2023", "2013/2023", STATED),
        ("Stage 2023-03-20/2023-03-22 was the last.", "2023-03-20/2023-03-22", "2023-03-20/2023-03-22", STATED),
        ("The key directions of work before 2030 were set.", "before 2030", "../2030", STATED),
        ("The offer stands until March 31, 2024.", "until March 31, 2024", "../2024-03-31", STATED),
        ("Since 2014 the line has been idle.", "Since 2014", "2014/..", STATED),
        ("After 2014 the line lay idle.", "After 2014", "2014/..", STATED),
        ("From 2014 onwards the line lay idle.", "From 2014 onwards", "2014/..", STATED),
        ("Since the 1990s the line has been idle.", "Since the 1990s", "199X/..", STATED),
        ("Since Monday the line has been idle.", "Since Monday", "2023-03-27/..", WORKED_OUT),
        ("He led the club from 1998 until 2004.", "1998 until 2004", "1998/2004", STATED),
    ],
)
def test_ranges_and_open_ends_are_one_mention(text: str, expression: str, edtf: str, basis: Basis) -> None:
    assert [(m.span.of(text), m.value and m.value.edtf, m.basis) for m in mentions(text)] == [(expression, edtf, basis)]


@pytest.mark.parametrize(
    "text",
    [
        "May I ask who is there?",
        "It may rain, and they may march on.",
        "Theresa May spoke first.",
        "The march of progress goes on, and the protesters march home.",
        "April said that June was late.",
        "The keeper says that spring begins the year.",
        "The autumn leaves; a spring in the valley; a fall in prices.",
        "Version 2.0.23 fixes the fault.",
        "Release v2023.1.2 fixes the fault.",
        "The home side won 3-1, and 21:19 in the last set.",
        "Call +359 2 2023 1990 or 555-2023.",
        "It cost $2023 and later €1,990.",
        "It cost 2023 dollars.",
        "Ballot No. 14 is on page 2019.",
        "Section 2023 of the code applies.",
        "Room 2019 is on flight 1990.",
        "About 2000 people came.",
        "2000 people came, and 1990 km lay behind them.",
        "The pipe is 2000 m long, 1990 kg heavy and 1995mm wide.",
        "Prices rose by 20% and 3.5 percent.",
        "They waited for three days.",
        "It was first for 13 consecutive years.",
        "For more than 70 years they had no contact.",
        "It happens every year, every Monday and each March.",
        "The paper appears daily; the board meets monthly.",
        "They meet on Mondays.",
        "These are changes unseen in a century.",
        "It was the eve of the 20th anniversary of that treaty.",
        "The third round of talks, the second one.",
        "She is 20 years old, a 20-year-old student.",
        "In recent years, in the years to come and over the years.",
        "In today's world nobody waits.",
        "They worked around the clock, 24 hours a day.",
        "The ratio was 20/3, then 1/2.",
        "See www.example.org/2023/03/20/page and https://example.org/2023-03-20.",
        "COVID-19, the G-20 and the F-16 were on the list.",
        "On the 5th floor, the 10th time.",
        "He scored 20 of 22 shots.",
        "The Boeing 1900-D and the M-2000 flew.",
        "Two thirds of a quarter; three-quarters of the seats; the quarter by the river.",
        "It sold 1,990 units.",
        "Order no. 2023-03 and file 2022-117 are closed.",
        "The Sunday Times and Monday Night Football are popular.",
        "To this day nobody knows.",
        "Every second Tuesday of the month they meet.",
        "China Today and the programme This Week reported it.",
        "The day after the vote he left.",
        "Once more, soon, recently and now.",
        "It came within an hour, in two minutes and 24/7.",
        "The Spring of Hope is a book; hot springs and falls.",
        "Jan Kavan and Mar Jones met.",
        "It was hit by 30s and 40s, in his 50s.",
        "Ring 0199 1234567 or 2010 555 0199.",
        "Sun and wind; sat down; mar the view; a second time; wed in church.",
    ],
)
def test_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came on March 20 and 21, 2023.", [("March 20", "2023-03-20"), ("21, 2023", "2023-03-21")]),
        ("In 2013 and 2017 he lost.", [("2013", "2013"), ("2017", "2017")]),
        (
            "He was born on 3 May 1950 and died on 4 June 2001.",
            [("3 May 1950", "1950-05-03"), ("4 June 2001", "2001-06-04")],
        ),
        ("Last year it was 4, this year 5.", [("Last year", "2022"), ("this year", "2023")]),
        ("After Monday's vote he left.", [("Monday", "2023-03-27")]),
        ("Before the March 20 summit he rested.", [("March 20", "2023-03-20")]),
        ("It was signed on February 30, 2023.", [("February 30, 2023", None)]),
        ("It was signed on 03/04/2021.", [("03/04/2021", None)]),
        ("It was dated 2003-04.", [("2003-04", None)]),
        ("It was shut in March '19.", [("March '19", None)]),
        ("The shop is open from Monday to Friday.", [("Monday to Friday", None)]),
        ("The next day he left.", [("The next day", None)]),
        ("He was away in May, June and July.", [("May", "2022-05"), ("June", "2022-06"), ("July", "2022-07")]),
        ("In 2023, 2024 and 2025 they meet.", [("2023", "2023"), ("2024", "2024"), ("2025", "2025")]),
        ("He said Friday that he would leave Sunday.", [("Friday", "2023-03-24"), ("Sunday", "2023-04-02")]),
    ],
)
def test_several_and_doubtful(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(text) == expected


def test_a_day_takes_the_year_that_the_text_gave_before() -> None:
    paragraph = "The hall was built on May 3, 1968. On May 9 it burnt down. The next day it rained."
    spans = [Span(0, 34), Span(35, 58), Span(59, len(paragraph))]
    found = tag([(paragraph, spans)], None)[0]
    assert [(m.value and m.value.edtf, m.basis) for m in found] == [
        ("1968-05-03", STATED),
        ("1968-05-09", WORKED_OUT),
        ("1968-05-10", WORKED_OUT),
    ]
    assert tag([(paragraph, spans)], ANCHOR)[0][1] == found[1]


def test_a_story_of_other_years_goes_on_through_its_paragraphs() -> None:
    texts = [
        "In 1912 the club was founded. It moved in 1913, and merged in 1914.",
        "By 1919 it had a hall. In December 1919 the hall closed.",
        "In February it opened again.",
    ]
    found = tag([(text, [Span(0, len(text))]) for text in texts], ANCHOR)
    assert [m.value and m.value.edtf for m in found[2]] == ["1920-02"]


def test_a_report_goes_back_to_its_anchor_in_the_next_paragraph() -> None:
    texts = ["The pact was signed on March 3, 2013.", "The spokesman said on March 17 that it holds."]
    found = tag([(text, [Span(0, len(text))]) for text in texts], ANCHOR)
    assert [m.value and m.value.edtf for m in found[1]] == ["2023-03-17"]


def test_a_report_of_a_quarter_compares_it_with_that_of_the_year_before() -> None:
    text = "Sales fell in the third quarter of 2022, from a record a year earlier. Costs in the quarter rose."
    found = tag([(text, [Span(0, 70), Span(71, len(text))])], ANCHOR)[0]
    assert [m.value and m.value.edtf for m in found] == ["2022-35", "2021-35", "2022-35"]


def test_a_language_without_a_table_still_has_its_figures() -> None:
    text = "Allekirjoitettu 2023-03-20, 21.03.2023 ja märtsis."
    found = tag([(text, [Span(0, len(text))])], ANCHOR, "et")[0]
    assert [m.value and m.value.edtf for m in found] == ["2023-03-20", "2023-03-21"]


def test_only_sentences_are_read() -> None:
    text = "On March 3, 2013. On March 4, 2013."
    assert [m.span for m in tag([(text, [Span(18, len(text))])], None)[0]] == [Span(21, 34)]
    assert tag([("2013", []), ("In 2013.", [Span(0, 8)])], None)[0] == ()
