"""EDTF values: what each form covers, and that every form is read back as it was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.dates import values
from bot.models import DateValue, Precision

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
YEARS = st.integers(1000, 2199)
PARTS = st.integers(1, 4)
SINGLE = st.one_of(
    st.builds(values.day_of, DAYS),
    st.builds(values.time, DAYS, st.integers(0, 23), st.integers(0, 59)),
    st.builds(values.month, YEARS, st.integers(1, 12)),
    st.builds(values.year, YEARS),
    st.builds(values.quarter, YEARS, PARTS),
    st.builds(values.season, YEARS, PARTS),
    st.builds(lambda tens: values.decade(10 * tens), st.integers(100, 219)),
    st.builds(values.century, st.integers(11, 22)),
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (values.day(2023, 3, 20), DateValue("2023-03-20", date(2023, 3, 20), date(2023, 3, 20), Precision.DAY)),
        (values.month(2024, 2), DateValue("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH)),
        (values.year(2022), DateValue("2022", date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR)),
        (values.quarter(2021, 3), DateValue("2021-35", date(2021, 7, 1), date(2021, 9, 30), Precision.QUARTER)),
        (values.season(2023, 1), DateValue("2023-21", date(2023, 3, 1), date(2023, 5, 31), Precision.SEASON)),
        (values.season(2023, 4), DateValue("2023-24", date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON)),
        (values.decade(2010), DateValue("201X", date(2010, 1, 1), date(2019, 12, 31), Precision.DECADE)),
        (values.century(20), DateValue("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY)),
        (
            values.week(date(2023, 3, 22)),
            DateValue("2023-03-20/2023-03-26", date(2023, 3, 20), date(2023, 3, 26), Precision.WEEK),
        ),
        (values.before(values.year(2030)), DateValue("../2030", None, date(2030, 12, 31), Precision.YEAR)),
        (values.since(values.year(2014)), DateValue("2014/..", date(2014, 1, 1), None, Precision.YEAR)),
        (
            values.span(values.month(2013, 3), values.year(2023)),
            DateValue("2013-03/2023", date(2013, 3, 1), date(2023, 12, 31), Precision.YEAR),
        ),
    ],
)
def test_what_a_value_covers(value: DateValue, expected: DateValue) -> None:
    assert value == expected


@given(SINGLE)
def test_every_form_is_read_back(value: DateValue) -> None:
    assert values.parse_edtf(value.edtf) == value
    assert values.parse_edtf(values.before(value).edtf) == values.before(value)
    assert values.parse_edtf(values.since(value).edtf) == values.since(value)


@given(SINGLE, SINGLE)
def test_a_range_is_read_back_or_refused(first: DateValue, last: DateValue) -> None:
    try:
        value = values.span(first, last)
    except ValueError:
        assert first.earliest is not None
        assert last.earliest is not None
        assert first.earliest > last.earliest
        return
    assert values.parse_edtf(value.edtf) == value
    assert value.earliest is not None
    assert value.latest is not None
    assert value.earliest <= value.latest


@given(st.text(st.sampled_from("0123456789-/.TX: "), max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    value = values.parse_edtf(text)
    assert value is None or value.edtf == text


@pytest.mark.parametrize(
    "text",
    ["", "/", "../..", "2023-02-30", "2023-13", "2023-25", "2023-32", "2023-37", "0000", "2023/2013", "23", "2023-3",
     "2023-03-20T24:00", "2023-03-20/..-03", "today", "２０２３"],
)  # fmt: skip
def test_what_is_no_edtf(text: str) -> None:
    assert values.parse_edtf(text) is None


def test_a_decade_begins_in_a_round_year() -> None:
    with pytest.raises(ValueError, match="2013"):
        values.decade(2013)
