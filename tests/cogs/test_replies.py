"""Every answer, however large, fits into a message of Discord's, and its slices stay slices."""

from dataclasses import replace
from datetime import date

import pytest
from discord import ui
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.readable import readable
from bot.answers.results import CitedSentence, Event, Passage, QuoteAnswer, QuoteRequest, SummaryAnswer, TimelineAnswer
from bot.cogs.packing import MOST, TEMPLATE
from bot.cogs.replies.context import Spot, context_view
from bot.cogs.replies.library import LibraryPage, library_view
from bot.cogs.replies.passages import Results, passage_view, results
from bot.cogs.replies.sheet import ROOM, cited, sentence
from bot.cogs.replies.summaries import PhraseKey, SummaryPage, summary_view, topic_view
from bot.cogs.replies.timelines import TimelinePage, timeline_view
from bot.cogs.replies.words import nothing_quoted
from bot.documents.dates.values import parse_edtf
from bot.models import (
    SHARED,
    Basis,
    Citation,
    DateValue,
    Document,
    Fact,
    Format,
    Kind,
    Metadata,
    Method,
    Original,
    Pages,
    Paragraph,
    Precision,
    Span,
)
from tests.cogs.reading import unescaped

ASKER = 2**63 - 1
_FEW = settings(max_examples=30)
_TEXTS = st.text(alphabet=st.sampled_from("abc*_ \n.\\😀\u202eש<@"), min_size=1, max_size=400)
_LARGE = st.builds(lambda text, times: text * times, _TEXTS, st.integers(1, 25))


def _document(number: int = 1, title: str = "Title", publisher: str = "Publisher") -> Document:
    known = Metadata(
        title=Fact(title, Basis.STATED),
        publisher=Fact(publisher, Basis.STATED),
        published=Fact("2021-05-04", Basis.STATED),
        digest_of=Original("00", title, publisher, "2021"),
    )
    return Document(number, SHARED, number, "file.txt", Format.TEXT, "00", known, {Kind.BODY: 7, Kind.HEADING: 2})


def _citation(number: int = 1, paragraph: int = 1, title: str = "Title") -> Citation:
    return Citation(_document(number, title, title), paragraph, Span(0, 1))


def _texts(view: ui.LayoutView) -> list[str]:
    return [item.content for item in view.walk_children() if isinstance(item, ui.TextDisplay)]


def _fits(view: ui.LayoutView) -> None:
    """Hold a view against Discord's limits."""
    assert sum(len(text.encode("utf-16-le", "surrogatepass")) // 2 for text in _texts(view)) <= ROOM
    assert all(_texts(view))
    items = list(view.walk_children())
    assert len(items) <= 40
    ids = [item.custom_id for item in items if isinstance(item, ui.Button)]
    assert len(set(ids)) == len(ids)
    for custom_id in ids:
        assert custom_id is not None
        assert len(custom_id) <= MOST
        assert TEMPLATE.fullmatch(custom_id)
    for item in items:
        if isinstance(item, ui.ActionRow):
            assert 1 <= len(item.children) <= 5


def _answer(texts: list[str], title: str = "Title") -> QuoteAnswer:
    passages = tuple(
        Passage(text, "all", (Span(0, 1),), tuple(_citation(each) for each in range(1, 40)), _citation(9, each, title))
        for each, text in enumerate(texts, start=1)
    )
    return QuoteAnswer(passages, 12_345)


@_FEW
@given(st.lists(_LARGE, min_size=1, max_size=10), _LARGE, st.integers(0, 9), st.integers(0, 300))
def test_passages_fit(texts: list[str], title: str, place: int, part: int) -> None:
    answer = _answer(texts, title)
    found = results(ASKER, answer)
    at = min(place, len(found.places) - 1)
    _fits(passage_view(found.at(at, part), answer.passages[at], notes=[title] * 3))


@_FEW
@given(_LARGE)
def test_the_parts_of_a_passage_are_the_passage(text: str) -> None:
    answer = _answer([text])
    found = results(ASKER, answer)
    seen, part = "", 0
    while True:
        view = passage_view(found.at(0, part), replace(answer.passages[0], hits=()))
        shown = [each for each in _texts(view) if not each.startswith("-# ")][:-1]
        seen += "".join(map(unescaped, shown))
        down = [item for item in view.walk_children() if isinstance(item, ui.Button) and item.label == "▼"]
        if not down or down[0].disabled:
            break
        part += 1
    assert seen == text


@_FEW
@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)), min_size=1, max_size=10))
def test_a_list_of_results_comes_back_from_its_button(places: list[tuple[int, int]]) -> None:
    passages = tuple(Passage("x", "all", (), (), _citation(*place)) for place in places)
    found = results(ASKER, QuoteAnswer(passages, 10**6))
    assert found.places == tuple(places[: len(found.places)])
    assert len(found.places) >= min(len(places), 8)
    there = TEMPLATE.fullmatch(found.at(len(found.places) - 1, 3).custom_id())
    assert there is not None
    assert Results.read(there["state"]) == found.at(len(found.places) - 1, 3)


@pytest.mark.parametrize("state", ["", "AA", "AQEBAQEB", "gICAgICAgICAgICA", "!!"])
def test_a_button_that_is_not_ours_is_refused(state: str) -> None:
    assert Results.read(state) is None
    assert SummaryPage.read("AQEBCQE") is None
    assert PhraseKey.read(state) is None
    assert TimelinePage.read(state) is None


@_FEW
@given(st.lists(_LARGE, min_size=1, max_size=50), _LARGE, st.integers(0, 30))
def test_summaries_fit(texts: list[str], title: str, page: int) -> None:
    sentences = tuple(CitedSentence(text, _citation(1, each)) for each, text in enumerate(texts, start=1))
    answer = SummaryAnswer(_document(1, title), sentences, 99, {Kind.HEADING: 3}, Method.LSA, note=title)
    answer = replace(answer, key_phrases=tuple(each[:60] for each in texts[:8]), seconds=3, topic=title)
    _fits(summary_view(answer, SummaryPage(ASKER, 1, 50, Method.LSA, page)))
    _fits(topic_view(answer, SummaryPage(ASKER, 1, 50, Method.VERBATIM, page)))
    _fits(topic_view(replace(answer, document=None, searched=9_000)))


_VALUE = DateValue("2021-05-04", date(2021, 5, 4), date(2021, 5, 4), Precision.DAY)


@_FEW
@given(st.lists(_LARGE, min_size=1, max_size=5), _LARGE, st.integers(0, 8000), st.booleans())
def test_timelines_fit(texts: list[str], title: str, offset: int, topical: bool) -> None:  # noqa: FBT001 - drawn
    events = tuple(
        Event(replace(_VALUE, edtf=f"2021-05-0{each}"), title, Basis.WORKED_OUT, text, _citation(each, each, title))
        for each, text in enumerate(texts, start=1)
    )
    answer = TimelineAnswer(events, 9_000, 77, tuple(_document(each) for each in range(9000, 9020)))
    page = TimelinePage(ASKER, offset, date(1, 1, 1), date.max, 70_000)
    if topical:
        page = page.with_places([(each, 10**6) for each in range(1, 60)])
    _fits(timeline_view(answer, page, found=20_000))


@_FEW
@given(st.lists(st.tuples(st.integers(1, 9), _LARGE), min_size=1, max_size=12), _LARGE)
def test_looks_over_many_documents_fit(drawn: list[tuple[int, str]], title: str) -> None:
    events = [
        Event(replace(_VALUE, edtf="2021"), title, Basis.STATED, text, _citation(document, each, title), planned=True)
        for each, (document, text) in enumerate(drawn, start=1)
    ]
    answer = TimelineAnswer(tuple(events), 9_000, 77)
    _fits(timeline_view(answer, TimelinePage(ASKER, 8_000), back=7_990))


def test_what_several_documents_tell_stands_once_with_all_its_places() -> None:
    text = "The harbour board of Osthaven voted to buy a second ferry."
    events = tuple(Event(_VALUE, "", Basis.STATED, text, _citation(each, 3, "Title")) for each in range(1, 10))
    view = timeline_view(TimelineAnswer(events, 9, 0), TimelinePage(ASKER))
    shown = "\n".join(part.content for part in view.walk_children() if isinstance(part, ui.TextDisplay))
    assert shown.count("second ferry") == 1
    assert "[D1 ¶3] Title" in shown
    assert "also in [D2 ¶3], [D3 ¶3], [D4 ¶3], [D5 ¶3], [D6 ¶3], [D7 ¶3] and 2 more" in shown


@_FEW
@given(st.lists(_LARGE, min_size=1, max_size=5), st.integers(0, 4), st.integers(0, 20_000), _LARGE)
def test_contexts_fit(texts: list[str], here: int, offset: int, title: str) -> None:
    paragraphs = [
        Paragraph(each, 1, each, Kind.NAVIGATION, "", Span(0, len(text)), text)
        for each, text in enumerate(texts, start=1)
    ]
    _fits(context_view(_document(1, title), paragraphs, min(here, len(texts) - 1), Spot(1, 1, offset, ASKER)))


@_FEW
@given(st.lists(_LARGE, max_size=20), st.integers(0, 5))
def test_lists_of_documents_fit(titles: list[str], page: int) -> None:
    documents = [_document(each, title, title) for each, title in enumerate(titles, start=1)]
    _fits(library_view(documents, LibraryPage(ASKER, page)))


@_FEW
@given(_LARGE)
def test_sentences_of_ours_fit(text: str) -> None:
    _fits(sentence(f"I could not read {text}."))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-03-28T22:25", "28 March 2023, 22:25"),
        ("2023-03-20", "20 March 2023"),
        ("2023-03-20/2023-03-22", "20–22 March 2023"),
        ("2023-03-30/2023-04-02", "30 March – 2 April 2023"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2013-03", "March 2013"),
        ("2022", "2022"),
        ("2013/2023", "2013 – 2023"),
        ("../2030", "up to 2030"),
        ("2014-03/..", "from March 2014 on"),
        ("201X", "2010s"),
        ("19XX", "20th century"),
        ("2023-33", "1st quarter of 2023"),
        ("2023-24", "winter 2023"),
    ],
)
def test_dates_are_readable(edtf: str, words: str) -> None:
    value = parse_edtf(edtf)
    assert value is not None
    assert readable(value) == words


def test_nothing_found_says_what_was_searched_and_what_is_nowhere() -> None:
    answer = QuoteAnswer((), 0, ("nuclear", "submarine"), ("nuclear",), searched=5)
    assert nothing_quoted(answer, QuoteRequest("nuclear submarine")) == (
        'No passage in 5 documents has all of: "nuclear" "submarine". "nuclear" appears nowhere. '
        "Try fewer words, or /documents."
    )


def test_a_query_that_only_leaves_out_is_told_what_it_wants() -> None:
    answer = QuoteAnswer((), 0, searched=5, only_excluded=True)
    assert nothing_quoted(answer, QuoteRequest("-harbour")) == (
        '"-harbour" only says what to leave out. Add a word to look for.'
    )


def test_a_page_stands_in_the_citation_once() -> None:
    citation = replace(_citation(1, 2, "Minutes"), page=Pages(4, 5))
    assert cited(citation).startswith("[D1 ¶2, pp. 4–5] Minutes — ")
