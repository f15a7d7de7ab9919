"""What the tagger makes of the rarer forms, in invented sentences; the anchor is a Tuesday."""

from datetime import date

import pytest

from bot.documents.dates.tagger import tag
from bot.models import Basis, Span

ANCHOR = date(2023, 3, 28)
STATED, WORKED_OUT, UNKNOWN = Basis.STATED, Basis.WORKED_OUT, Basis.UNKNOWN


def told(text: str, anchor: date | None = ANCHOR) -> list[tuple[str, str | None, Basis]]:
    (found,) = tag([(text, [Span(0, len(text))])], anchor)
    return [(m.span.of(text), m.value.edtf if m.value else None, m.basis) for m in found]


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        # eras
        ("The fort was founded in AD 79.", "AD 79", "0079"),
        ("It was sacked in A.D. 410 by raiders.", "A.D. 410", "0410"),
        ("It stood until 476 CE and then fell.", "until 476 CE", "../0476"),
        ("In the second century AD it was rebuilt.", "the second century AD", "01XX"),
        # figures
        ("The desk closed in 2023-W12 for repairs.", "2023-W12", "2023-03-20/2023-03-26"),
        ("The desk closed on 2023-W12-3 for repairs.", "2023-W12-3", "2023-03-22"),
        ("Stamp 20230320T101500Z was kept.", "20230320T101500Z", "2023-03-20T10:15"),
        ("Stamp 2023-03-20T10:00:00+02:00 was kept.", "2023-03-20T10:00:00+02:00", "2023-03-20T10:00"),
        # fiscal years, quarters, halves
        ("Sales rose in FY2023.", "FY2023", "2023"),
        ("Sales rose in FY 2023.", "FY 2023", "2023"),
        ("Sales rose in FY23.", "FY23", "2023"),
        ("Sales rose in fiscal year 2023.", "fiscal year 2023", "2023"),
        ("Sales rose in 3Q 2022.", "3Q 2022", "2022-35"),
        ("Sales rose in 3Q22.", "3Q22", "2022-35"),
        ("Sales rose in Q3’22.", "Q3’22", "2022-35"),
        ("Sales rose in Q3 2022.", "Q3 2022", "2022-35"),
        ("Sales rose in the third quarter 2022.", "the third quarter 2022", "2022-35"),
        ("Sales rose in H1 2024.", "H1 2024", "2024-01/2024-06"),
        ("Sales rose in 2H 2024.", "2H 2024", "2024-07/2024-12"),
        ("Sales rose in the last half of 2019.", "the last half of 2019", "2019-07/2019-12"),
        # parts of longer times
        ("Trade grew in the first two months of 2023.", "the first two months of 2023", "2023-01/2023-02"),
        ("Trade grew in the last three months of 2022.", "the last three months of 2022", "2022-10/2022-12"),
        ("Trade grew in the first three quarters of 2022.", "the first three quarters of 2022", "2022-33/2022-35"),
        ("Trade grew in the first week of May 2022.", "the first week of May 2022", "2022-05-01/2022-05-07"),
        ("It opened on the last day of February 2024.", "the last day of February 2024", "2024-02-29"),
        ("Trade grew in the second half of the 1990s.", "the second half of the 1990s", "1995/1999"),
        ("Trade grew in the first half of the 19th century.", "the first half of the 19th century", "1800/1849"),
        ("Trade grew in the last decade of the 19th century.", "the last decade of the 19th century", "189X"),
        ("Trade grew in the first quarter of the 20th century.", "the first quarter of the 20th century", "1900/1924"),
        ("It was built at the turn of the 20th century.", "the turn of the 20th century", "189X/190X"),
        ("It was built in the mid-nineteenth century.", "the mid-nineteenth century", "18XX"),
        # days with more beside them
        ("It rained in the week of March 6, 2023.", "the week of March 6, 2023", "2023-03-06/2023-03-12"),
        ("It rained in the week ending 12 March 2023.", "the week ending 12 March 2023", "2023-03-06/2023-03-12"),
        ("It rained on the night of 4 May 2022.", "the night of 4 May 2022", "2022-05-04"),
        ("It rained on the evening of May 4, 2022.", "the evening of May 4, 2022", "2022-05-04"),
        # ranges and open ends
        ("It ran on 20/22 March 2023.", "20/22 March 2023", "2023-03-20/2023-03-22"),
        ("She led it, 2001-present.", "2001-present", "2001/.."),
        ("She led it (2001–present).", "2001–present", "2001/.."),
        ("She led it from 2001 to the present.", "2001 to the present", "2001/.."),
        ("The line must close by 2035.", "by 2035", "../2035"),
        ("The line must close by May 2024.", "by May 2024", "../2024-05"),
        ("The line must close by the end of 2025.", "by the end of 2025", "../2025"),
        ("The line must close no later than 2030.", "no later than 2030", "../2030"),
        ("The line was idle prior to 2014.", "prior to 2014", "../2014"),
        ("The ticket is valid up to 2030.", "up to 2030", "../2030"),
        # named days
        ("They met on New Year's Eve 2022.", "New Year's Eve 2022", "2022-12-31"),
        ("They met on Christmas Day, 2021.", "Christmas Day, 2021", "2021-12-25"),
        ("They met at Easter 2022.", "Easter 2022", "2022-04-17"),
        ("They met on Good Friday 2023.", "Good Friday 2023", "2023-04-07"),
        ("They met on Easter Monday 2021.", "Easter Monday 2021", "2021-04-05"),
        ("They met on Memorial Day 2022.", "Memorial Day 2022", "2022-05-30"),
        ("They met on Labor Day 2022.", "Labor Day 2022", "2022-09-05"),
        ("They met in Easter week 2022.", "Easter week 2022", "2022-04-11/2022-04-17"),
    ],
)
def test_stated(text: str, expression: str, edtf: str) -> None:
    assert told(text) == [(expression, edtf, STATED)]
    assert told(text, None) == told(text)


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        # ahead, by the verb
        ("In two weeks they will meet.", "two weeks", "2023-04-10/2023-04-16"),
        ("They will be back in three days.", "three days", "2023-03-31"),
        ("Two weeks from now they meet.", "Two weeks from now", "2023-04-10/2023-04-16"),
        ("They meet in a month's time.", "a month's time", "2023-04"),
        ("They left a fortnight ago.", "a fortnight ago", "2023-03-13/2023-03-19"),
        # parts of the year that is told, or of the anchor's
        ("Sales rose in the first half of this year.", "the first half of this year", "2023-01/2023-06"),
        ("Sales rose in the second half of last year.", "the second half of last year", "2022-07/2022-12"),
        ("In the first half of the year sales rose.", "the first half of the year", "2023-01/2023-06"),
        ("Sales rose in the first two months of this year.", "the first two months of this year", "2023-01/2023-02"),
        ("It closed in the first week of March.", "the first week of March", "2023-03-01/2023-03-07"),
        ("By year-end it will close.", "By year-end", "../2023"),
        ("By year's end it will close.", "By year's end", "../2023"),
        ("Later in the year it will close.", "Later in the year", "2023"),
        ("Earlier in the week it closed.", "Earlier in the week", "2023-03-27/2023-04-02"),
        ("Earlier in the day it closed.", "Earlier in the day", "2023-03-28"),
        ("For the year, turnover was flat.", "the year", "2023"),
        ("Profit fell in the quarter ended Sept. 30.", "the quarter", "2022-35"),
        # named days and days with more beside them
        ("They met on New Year's Eve.", "New Year's Eve", "2022-12-31"),
        ("They will meet on New Year’s Eve.", "New Year’s Eve", "2023-12-31"),
        ("They met on Good Friday last year.", "Good Friday last year", "2022-04-15"),
        ("They will meet on Easter Sunday.", "Easter Sunday", "2023-04-09"),
        ("They met on Ash Wednesday.", "Ash Wednesday", "2023-02-22"),
        ("They met last Christmas.", "last Christmas", "2022-12-25"),
        ("It rained in the week of March 6.", "the week of March 6", "2023-03-06/2023-03-12"),
        ("They signed a June agreement in Graz.", "June", "2022-06"),
        ("The March accession was a success.", "March", "2023-03"),
        ("It rained on this coming Sunday, April 2.", "this coming Sunday, April 2", "2023-04-02"),
        ("Polls close at 1800 GMT on Sunday.", "1800 GMT on Sunday", "2023-03-26T18:00"),
        ("He was seen around 2:30 a.m. Saturday.", "around 2:30 a.m. Saturday", "2023-03-25T02:30"),
        ("Over the weekend of March 4-5 they met.", "March 4-5", "2023-03-04/2023-03-05"),
        ("They met this past Friday.", "this past Friday", "2023-03-24"),
        ("They broke up this past winter.", "this past winter", "2022-24"),
        ("The work must be done by Friday.", "by Friday", "../2023-03-24"),
    ],
)
def test_worked_out(text: str, expression: str, edtf: str) -> None:
    assert (expression, edtf, WORKED_OUT) in told(text)
    assert all(value is None for _, value, _ in told(text, None))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The city fell in 390 BC and burned.", "390 BC"),
        ("The temple was built in 44 BCE by masons.", "44 BCE"),
        ("The wall was begun around 500 B.C. in the north.", "500 B.C."),
        ("They ruled from 264 to 146 BC.", "264 to 146 BC"),
        ("They met on 15 March 44 BC.", "15 March 44 BC"),
        ("They met in April 480 BC.", "April 480 BC"),
        ("They met in late autumn of 481 BC.", "late autumn of 481 BC"),
        ("The 5th century BC was its height.", "The 5th century BC"),
        ("It is dated 11/09/2023 on the cover.", "11/09/2023"),
        ("It was shut in 2023-W60.", "2023-W60"),
    ],
)
def test_dates_that_no_value_fits(text: str, expression: str) -> None:
    assert told(text) == [(expression, None, UNKNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "After the fall of the town and over the fall in prices they left.",
        "He built it in two weeks, and within two months he sold it.",
        "The march was led by June Carter and her friends.",
        "There were 1914 of them; a total of 2012 were hurt.",
        "The ratio 2000:1999 was kept.",
        "They read the plan Vision 2030 and played at Expo 2020.",
        "The October Revolution and the May Group are taught.",
        "Black Friday, Bloody Sunday and Super Tuesday are names.",
        "They lit the Christmas tree, sailed to Christmas Island and hid Easter eggs.",
        "An ad 30 seconds long, an AD on page 7.",
        "He was named player of the year and man of the year.",
        "In the year before the war they met, in the year that nobody forgets.",
        "The year-round work.",
        "The report said that Sun shone on Mon Repos.",
        "The third quarter-final was lost, the turn of the road missed.",
        "They ruled for hundreds of years, in the days before the flood.",
        "In recent years, in these days, for the current owner.",
        "Polls close at 8 p.m. (1800 GMT), or at 0600 GMT.",
        "On Friday nights and Saturday mornings they meet.",
        "They waited two to three weeks, a year and a half, 2 1/2 years.",
    ],
)
def test_no_date(text: str) -> None:
    assert told(text) == []


def test_decades_share_their_century() -> None:
    assert [(words, value) for words, value, _ in told("In the 1920s and 30s it grew.")] == [
        ("the 1920s", "192X"),
        ("30s", "193X"),
    ]


def test_the_year_is_the_one_that_was_told() -> None:
    text = "In 2019 the mill closed. At the end of the year it burned. By the end of the year it will be rebuilt."
    (found,) = tag([(text, [Span(0, 24), Span(25, 58), Span(59, len(text))])], ANCHOR)
    assert [m.value and m.value.edtf for m in found] == ["2019", "2019", "../2023"]


def test_the_following_friday_counts_from_the_day_that_was_told() -> None:
    text = "They met on Tuesday, March 7, 2023, and again the following Friday."
    assert told(text)[1] == ("the following Friday", "2023-03-10", WORKED_OUT)
    assert told("Shares fell on Friday from the previous Friday.")[1] == (
        "the previous Friday",
        "2023-03-17",
        WORKED_OUT,
    )


def test_the_next_day_counts_from_the_paragraph_before() -> None:
    texts = ["The hall was opened on May 4, 2022.", "The next day it rained.", "A day later it snowed.", "It hailed."]
    found = tag([(text, [Span(0, len(text))]) for text in texts], ANCHOR)
    assert [m.value and m.value.edtf for mentions in found for m in mentions] == [
        "2022-05-04",
        "2022-05-05",
        "2022-05-06",
    ]
    far = tag([(text, [Span(0, len(text))]) for text in (texts[0], texts[3], texts[1])], ANCHOR)
    assert [m.value for m in far[2]] == [None]


def test_a_date_beside_a_year_before_christ_is_not_of_the_anchors_year() -> None:
    sentences = ("In 480 BC the fleet sailed.", "In August they met.", "In AD 14 he died.")
    text = " ".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    spans = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    (found,) = tag([(text, spans)], ANCHOR)
    assert [m.value and m.value.edtf for m in found] == [None, None, "0014"]


def test_the_latest_quarter_is_over() -> None:
    text = "It expects to grow in the first quarter of 2023. In the latest quarter sales fell."
    (found,) = tag([(text, [Span(0, 48), Span(49, len(text))])], ANCHOR)
    assert [m.value and m.value.edtf for m in found] == ["2023-33", "2022-36"]
