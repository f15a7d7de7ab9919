"""Events grouped by date: the same event told by several documents once, the most telling ones first to be shown."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.chronicle import chronicle
from bot.answers.results import Event
from bot.answers.timeline import counted_from, lies_ahead
from bot.documents.dates.values import parse_edtf
from bot.models import (
    SHARED,
    Basis,
    Citation,
    DateValue,
    Document,
    Fact,
    Format,
    Metadata,
    Span,
)

ANCHOR: Final = "2021-05-12"


def value(edtf: str) -> DateValue:
    found = parse_edtf(edtf)
    assert found is not None
    return found


def told(
    text: str, document: int = 1, edtf: str = "2021-05-11", expression: str = "Tuesday", paragraph: int = 2
) -> Event:
    kept = Document(
        document,
        SHARED,
        document,
        f"{document}.txt",
        Format.TEXT,
        "a" * 64,
        Metadata(title=Fact("A title", Basis.STATED), anchor_date=Fact(ANCHOR, Basis.STATED)),
    )
    cited = Citation(kept, paragraph, Span(0, len(text)))
    return Event(value(edtf), expression, Basis.WORKED_OUT, text, cited)


VOTE: Final = "The harbour board of Osthaven voted on Tuesday to buy a second ferry."
AGAIN: Final = "On Tuesday the Osthaven harbour board voted for a second ferry, as had been expected."


def joined(*events: Event) -> bool:
    (group,) = chronicle(events)
    return len(group.entries) == 1


def test_the_same_event_of_two_documents_is_told_once_with_both_citations() -> None:
    (group,) = chronicle([told(VOTE), told(AGAIN, 2)])
    (entry,) = group.entries
    assert {each.citation.reference for each in entry.events} == {"D1¶2", "D2¶2"}
    assert group.more == 0


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (told(AGAIN, 1), "one document tells it twice"),
        (told(AGAIN, 2, "2021-05-10"), "on another day"),
        (told("The mayor of Osthaven opened a school on Tuesday.", 2), "another event"),
        (told("The harbour board of Osthaven voted on Tuesday to buy 2 ferries, not a second ferry.", 2), "denied"),
        (told("The board voted on Tuesday.", 2), "too little is said"),
    ],
)
def test_what_is_not_the_same_stays_apart(other: Event, why: str) -> None:
    groups = chronicle([told(VOTE), other])
    assert sum(len(group.entries) for group in groups) == 2, why


def test_figures_that_contradict_stay_apart() -> None:
    text = "The ferry carried {} passengers across the stormy sound to Osthaven on Tuesday."
    assert not joined(told(text.format(200)), told(text.format(300), 2))
    assert joined(told(text.format(200)), told(text.format(200), 2))
    assert joined(told(text.format(200)), told(text.format("many"), 2))


def test_no_chain_of_likenesses_joins_what_is_not_alike() -> None:
    first = "Alder birch cedar daphne elder went on Tuesday."
    bridge = "Alder birch cedar daphne iris jasmine linden maple went on Tuesday."
    last = "Iris jasmine linden maple went on Tuesday."
    (group,) = chronicle([told(first), told(bridge, 2), told(last, 3)])
    assert len(group.entries) == 2


def test_the_most_telling_are_shown_and_the_rest_counted() -> None:
    lonely = [told(f"Unrelated{each} matters{each} arose{each}.", 3, paragraph=each) for each in range(3, 9)]
    (group,) = chronicle([*lonely, told(VOTE), told(AGAIN, 2)], per_date=1)
    assert group.entries[0].lead.text in {VOTE, AGAIN}
    assert len(group.entries[0].others) == 1
    assert group.more == 6
    (whole,) = chronicle([*lonely, told(VOTE), told(AGAIN, 2)], per_date=None)
    assert (len(whole.entries), whole.more) == (7, 0)


def test_the_sentence_that_the_others_share_words_with_is_central() -> None:
    central = told("The ferry, the quay and the lighthouse closed on Tuesday.", 1)
    events = [
        told("A goose was seen near a chimney on Tuesday.", 2),
        told("The ferry stayed in port on Tuesday.", 3),
        central,
        told("The lighthouse was dark on Tuesday.", 4),
        told("The quay lay empty on Tuesday.", 5),
    ]
    (group,) = chronicle(events, per_date=1)
    assert group.entries[0].lead is central


def test_times_of_one_day_stand_under_the_day() -> None:
    (group,) = chronicle([told("One.", edtf="2021-05-11T10:00"), told("Two.", edtf="2021-05-11T12:00"), told("Three.")])
    assert group.value.edtf == "2021-05-11"
    (single,) = chronicle([told("One.", edtf="2021-05-11T10:00")])
    assert single.value.edtf == "2021-05-11T10:00"


_WORDS: Final = st.lists(
    st.sampled_from("ferry quay lamp storm board vote ship crew harbour 7 9 not".split()), max_size=8
)


@given(
    st.lists(st.tuples(_WORDS, st.integers(1, 4), st.sampled_from(["2021", "2021-05-11", "../2030", "2021-05"]))),
    st.integers(1, 4),
)
def test_no_event_is_lost_or_told_twice(drawn: list[tuple[list[str], int, str]], per_date: int) -> None:
    events = [told(" ".join(words), document, edtf) for words, document, edtf in drawn]
    whole = chronicle(events, None)
    assert sorted(map(id, (event for group in whole for event in group.events))) == sorted(map(id, events))
    cut = chronicle(events, per_date)
    assert [group.value for group in cut] == [group.value for group in whole]
    for some, every in zip(cut, whole, strict=True):
        assert len(some.entries) + some.more == len(every.entries)
        assert len(some.entries) <= per_date


@pytest.mark.parametrize(
    ("edtf", "ahead"),
    [
        ("2021-05-12", False),
        ("2021-05-13", True),
        ("2021", False),
        ("2022", True),
        ("../2030", True),
        ("../2020", False),
        ("2014/..", False),
        ("2023/..", True),
        ("2021-05-10/2021-05-20", False),
    ],
)
def test_what_lies_ahead_of_the_document(edtf: str, ahead: bool) -> None:  # noqa: FBT001 - an expectation
    assert lies_ahead(value(edtf), date(2021, 5, 12)) is ahead
    assert not lies_ahead(value(edtf), None)


def test_the_day_a_date_was_counted_from_is_named_only_where_it_leads_there() -> None:
    assert counted_from(told(VOTE)) == date(2021, 5, 12)
    # the year stands in another sentence of the text
    assert counted_from(told("It was rebuilt in March.", edtf="1987-03", expression="March")) is None
