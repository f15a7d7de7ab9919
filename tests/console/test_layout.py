"""What answers look like: literal text, marked hits, honest notes."""

import io
import re
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from bot.answers.results import (
    Change,
    CitedSentence,
    Event,
    InspectedParagraph,
    Inspection,
    Passage,
    QuoteAnswer,
    SummaryAnswer,
    TimelineAnswer,
    Verdict,
    VerifiedPart,
    VerifyAnswer,
)
from bot.console.layout import documents, passages, reports, summaries, timeline, verification
from bot.console.layout.pieces import counted, joined, marked
from bot.console.literal import literal
from bot.models import (
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
    Paragraph,
    Precision,
    Span,
)

_KNOWN: Final = Metadata(Fact("Peace [red]in[/red] Orm\x1b]0;x\x07", Basis.STATED), Fact("Orm Press", Basis.STATED))
_DOCUMENT: Final = Document(1, "shared", 2, "orm.txt", Format.TEXT, "0" * 64, _KNOWN, {Kind.BODY: 3, Kind.HEADING: 1})
_CITED: Final = Citation(_DOCUMENT, 13, Span(0, 10))
_FOUND: Final = Passage("Peace came to Orm.", "all", (Span(0, 5),), (), _CITED)
_DATE: Final = DateValue("1998", date(1998, 1, 1), date(1998, 12, 31), Precision.YEAR)
_EVENT: Final = Event(_DATE, "in 1998", Basis.STATED, "Peace came in 1998.", _CITED)


def shown(what: RenderableType, *, colour: bool = False, width: int = 80) -> str:
    """What a terminal of this width gets."""
    stream = io.StringIO()
    Console(file=stream, width=width, force_terminal=colour, color_system="standard" if colour else None).print(what)
    return stream.getvalue()


def test_a_passage_carries_its_citation_and_where_else_it_stands() -> None:
    other = replace(_CITED, paragraph=4)
    page = shown(passages.quote(QuoteAnswer((replace(_FOUND, also_in=(other,)),), 1, ("peace",), searched=2)))
    assert "Peace came to Orm." in page
    assert "[D2 ¶13] Peace [red]in[/red] Orm␛]0;x␇ — Orm Press, no date" in page
    assert "also in D2¶4" in page


def test_hits_are_marked_in_colour_and_bold_without() -> None:
    page = passages.quote(QuoteAnswer((_FOUND,), 1, ("peace",)))
    assert "\x1b[1;33mPeace\x1b[0m came" in shown(page, colour=True)
    assert "Peace came" in shown(page)


@given(st.text(st.characters(categories=["Cc", "Cf", "Lu", "Ll", "Zs", "Po", "Sm"])), st.data())
def test_marking_changes_no_text(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    text = text.replace("\r\n", "\n")
    assert marked(text, spans).plain == literal(text)


@pytest.mark.parametrize("width", [30, 60, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    answer = QuoteAnswer((replace(_FOUND, text="A long way to the valley of Orm. " * 20),), 1)
    assert max(len(each) for each in shown(passages.quote(answer), width=width).splitlines()) <= width
    events = TimelineAnswer((replace(_EVENT, text="A long way to the valley of Orm in 1998. " * 9),), 1, 0)
    assert max(len(each) for each in shown(timeline.timeline(events), width=width).splitlines()) <= width


def test_nothing_found_says_what_was_sought_and_what_to_try() -> None:
    answer = QuoteAnswer(
        (), 0, ("nuclear", "submarine"), ("nuclear",), ("unclear submarine",), searched=5, undated_documents=1
    )
    page = " ".join(shown(passages.quote(answer)).split())
    assert page == (
        'No passage in 5 documents has all of: "nuclear" "submarine". "nuclear" appears nowhere. '
        "Did you mean unclear submarine? 1 document carries no date and is left out. "
        "Try fewer words, or see `python -m bot documents`."
    )


def test_a_query_that_only_leaves_out_is_told_what_it_wants() -> None:
    page = " ".join(shown(passages.quote(QuoteAnswer((), 0, searched=5, only_excluded=True))).split())
    assert page == "That only says what to leave out. Add a word to look for."


def test_an_incomplete_search_says_so() -> None:
    assert "ran out of time" in shown(passages.quote(QuoteAnswer((_FOUND,), 1, incomplete=True)))


def test_a_summary_says_what_it_was_chosen_from() -> None:
    answer = SummaryAnswer(
        _DOCUMENT,
        (CitedSentence("Peace came to Orm.", _CITED),),
        41,
        {Kind.NAVIGATION: 5, Kind.PROMOTION: 4, Kind.BYLINE: 0},
        Method.LUHN,
        note="A remark.",
    )
    page = " ".join(shown(summaries.summary(answer)).split())
    assert "¶13 Peace came to Orm." in page
    assert "1 of 41 sentences, word for word, by luhn; 9 paragraphs left out as navigation or promotion." in page
    assert page.endswith("A remark.")


def test_a_timeline_marks_what_is_not_stated_and_counts_the_undated() -> None:
    events = (_EVENT, replace(_EVENT, basis=Basis.WORKED_OUT), replace(_EVENT, basis=Basis.CURATOR))
    page = shown(timeline.timeline(TimelineAnswer(events, 9, 4, (_DOCUMENT,))))
    first, second, third = (each for each in page.splitlines() if "Peace came" in each)
    assert first.split() == ["1998", "Peace", "came", "in", "1998."]
    assert second.split()[0] == "≈"
    assert third.split()[0] == "✎"
    assert "≈ worked out   ✎ set by a curator" in page
    flat = " ".join(page.split())
    assert "3 of 9 events" in flat
    assert "4 sentences have dates that stay unknown." in flat
    assert "D2 carries no date to count from: `python -m bot edit D2 --anchor-date DATE` sets one." in flat


def test_what_several_documents_tell_stands_once_and_the_rest_is_counted() -> None:
    text = "Peace came to the valley of Orm with bells and bonfires in 1998."
    other = replace(_DOCUMENT, id=9, number=9)
    twice = (replace(_EVENT, text=text), replace(_EVENT, text=text, citation=replace(_CITED, document=other)))
    lonely = [replace(_EVENT, text=f"Something{each} else{each} in 1998.") for each in range(4)]
    answer = TimelineAnswer((*twice, *lonely), 6, 0)
    page = shown(timeline.timeline(answer))
    assert page.count(text) == 1
    assert "also in [D9 ¶13]" in page
    assert "2 more on this date; --all shows them" in page
    assert "more on this date" not in shown(timeline.timeline(answer, None))


def test_what_lay_ahead_is_marked() -> None:
    page = shown(timeline.timeline(TimelineAnswer((replace(_EVENT, planned=True),), 1, 0)))
    assert page.splitlines()[0].split()[1] == "→"
    assert "→ lay ahead when the document was written" in page


def test_a_worked_out_date_names_its_words_and_the_day_from_which_they_count() -> None:
    value = DateValue("1999-03-01", date(1999, 3, 1), date(1999, 3, 1), Precision.DAY)
    known = replace(_KNOWN, anchor_date=Fact("1999-03-03", Basis.STATED))
    cited = replace(_CITED, document=replace(_DOCUMENT, metadata=known))
    event = Event(value, "Monday", Basis.WORKED_OUT, "Bells rang on Monday.", cited)
    assert "“Monday”, counted from 1999-03-03" in shown(timeline.timeline(TimelineAnswer((event,), 1, 0)))
    elsewhere = replace(event, value=replace(value, edtf="1987-03-02"))
    assert "“Monday”, worked out from what is said before it" in shown(
        timeline.timeline(TimelineAnswer((elsewhere,), 1, 0))
    )


@pytest.mark.parametrize(
    ("edtf", "read"),
    [
        ("2023-03-20", "2023-03-20"),
        ("2023-03-20/2023-03-22", "2023-03-20\nto 2023-03-22"),
        ("../2030", "until 2030"),
        ("2014/..", "from 2014"),
        ("2017-35", "3rd quarter of 2017"),
        ("1643-23", "autumn 1643"),
        ("193X/..", "from 1930s"),
        ("16XX/18XX", "17th century\nto 19th century"),
        ("2023-10-11T19:00", "2023-10-11 19:00"),
    ],
)
def test_dates_are_read_in_words(edtf: str, read: str) -> None:
    assert timeline.readable_date(edtf) == read


def test_no_date_is_cut_off() -> None:
    value = DateValue("../2023-11-30", None, date(2023, 11, 30), Precision.DAY)
    page = shown(timeline.timeline(TimelineAnswer((replace(_EVENT, value=value),), 1, 0)))
    assert "2023-11-30" in page


def test_an_expression_that_stands_twice_is_not_underlined() -> None:
    twice = replace(_EVENT, text="in 1998 and in 1998", expression="in 1998")
    assert "\x1b[4m" in shown(timeline.timeline(TimelineAnswer((_EVENT,), 1, 0)), colour=True)
    assert "\x1b[4m" not in shown(timeline.timeline(TimelineAnswer((twice,), 1, 0)), colour=True)


def test_a_digest_names_its_original_and_a_retired_one_its_successor() -> None:
    original = Original("1" * 64, "Peace in Orm", "Orm Gazette", "1999")
    known = replace(_KNOWN, title=Fact("Digest: Peace in Orm", Basis.CURATOR), digest_of=original)
    digest = replace(_DOCUMENT, metadata=known, retired_by=7)
    page = shown(documents.documents([digest]))
    assert "of: Orm Gazette, 1999" in page
    assert "retired: D7 is the original" in page
    other = replace(digest, metadata=replace(known, title=Fact("A digest", Basis.CURATOR)))
    assert "of: Peace in Orm, Orm Gazette, 1999" in shown(documents.documents([other]))


def test_a_digests_citation_always_names_its_original() -> None:
    for publisher in ("Orm Gazette", None):
        original = Original("1" * 64, "Peace in Orm", publisher, "1999")
        known = replace(_KNOWN, title=Fact("Digest: Peace in Orm", Basis.CURATOR), digest_of=original)
        cited = Citation(replace(_DOCUMENT, metadata=known), 1, Span(0, 1))
        page = " ".join(shown(passages.quote(QuoteAnswer((replace(_FOUND, citation=cited),), 1))).split())
        assert page.endswith("(of: Orm Gazette, 1999)" if publisher else "(of: Peace in Orm, 1999)")


def test_a_card_gives_each_fact_its_basis() -> None:
    page = shown(documents.card(_DOCUMENT))
    assert "Orm Press  stated" in page
    assert "published    unknown" in page
    assert "3 body, 1 heading" in page
    assert "\x1b" not in page


def test_an_empty_list_says_what_to_do() -> None:
    assert "import PATH" in shown(documents.documents([]))


def test_an_import_of_nothing_says_what_is_read() -> None:
    said = shown(reports.imported([]))
    assert all(suffix in said for suffix in (".txt", ".pdf", ".docx", ".epub", ".zip"))
    assert ".doc," not in said


def test_counting() -> None:
    assert [counted(0, "day"), counted(1, "day"), counted(1200, "day")] == ["0 days", "1 day", "1,200 days"]
    assert [joined([]), joined(["a"]), joined(["a", "b", "c"], "or")] == ["", "a", "a, b or c"]


_DIFF: Final = (
    (Change.EQUAL, "Peace"),
    (Change.DELETE, "came"),
    (Change.INSERT, "\x1b[31mwent"),
    (Change.EQUAL, "to Orm."),
)


def test_a_difference_is_told_in_signs_and_in_colour() -> None:
    part = VerifiedPart("Peace came to Orm.", _DIFF, Kind.HEADING, 1, _CITED)
    answer = VerifyAnswer(Verdict.ALTERED, (part,), remarks=("A remark.",), warnings=("A warning.",), words=4)
    page = shown(verification.verify(answer))
    assert page.startswith("Altered. Most of the words stand there, and some differ.")
    assert "Peace [-came-] {+␛[31mwent+} to Orm." in page
    assert "heading, not part of the running text" in page
    assert "A remark." in page
    assert "A warning." in page
    assert "\x1b[31m[-came-]\x1b[0m" in shown(verification.verify(answer), colour=True)


def test_what_is_absent_is_not_said_to_be_untrue() -> None:
    similar = (CitedSentence("Peace came to Orm.", _CITED),)
    page = " ".join(shown(verification.verify(VerifyAnswer(Verdict.ABSENT, similar=similar, searched=5))).split())
    assert page.startswith("Not found. Not in these 5 documents. This does not mean that it was never said.")
    assert "Similar, not the same: ~ Peace came to Orm." in page
    assert "ran out of time" in shown(verification.verify(VerifyAnswer(Verdict.ABSENT, incomplete=True)))


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_verdict_has_its_words(verdict: Verdict) -> None:
    part = VerifiedPart("Peace.", ((Change.EQUAL, "Peace."),), Kind.BODY, 1, _CITED)
    assert shown(verification.verify(VerifyAnswer(verdict, () if verdict is Verdict.ABSENT else (part,)))).strip()


def test_a_paragraph_shows_its_reason_and_dimly_how_sure_it_is() -> None:
    paragraph = Paragraph(1, 2, 13, Kind.BODY, "part of the text", Span(0, 5), "Peace", confidence=0.87)
    text = shown(documents.corrected(Inspection(_DOCUMENT, (InspectedParagraph(paragraph, (), ()),)), 13))
    assert "body  part of the text  0.87" in text
    assert "¶13" in text
    old = InspectedParagraph(replace(paragraph, confidence=None), (), ())
    assert "0.87" not in shown(documents.inspect(Inspection(_DOCUMENT, (old,))))
    coloured = shown(documents.inspect(Inspection(_DOCUMENT, (replace(old, paragraph=paragraph),))), colour=True)
    assert "\x1b[2;32m  0.87" in coloured


_WIDE: Final = "The 🎉 opened 港口 in Port Elm, then rain 🏮🏮 fell on café́ roofs; all went home at ten. " * 2


@pytest.mark.parametrize("width", range(30, 90))
def test_no_width_takes_a_letter_off_text_with_wide_characters(width: int) -> None:
    known = replace(_KNOWN, title=Fact(_WIDE, Basis.STATED))
    document = replace(_DOCUMENT, metadata=known)
    cited = replace(_CITED, document=document)
    event = replace(_EVENT, text=_WIDE, citation=cited)
    pages: list[tuple[RenderableType, int]] = [
        (passages.quote(QuoteAnswer((replace(_FOUND, text=_WIDE, hits=(), citation=cited),), 1)), 2),
        (timeline.timeline(TimelineAnswer((event,), 1, 0)), 2),
        (documents.documents([document]), 1),
    ]
    for page, times in pages:
        letters = "".join(shown(page, width=width).split())
        assert "…" not in letters
        if times > 1:
            assert "".join(_WIDE.split()) in letters


@given(st.integers(0, 40_000), st.integers(0, 40_000), st.booleans())
def test_of_a_very_long_passage_a_stretch_is_shown_and_what_is_left_out_is_counted(
    before: int,
    behind: int,
    spaced: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    blank = " " if spaced else "字"
    text = f"{'wharf' * 40 + blank}" * (before // 201) + "zeppelin" + f"{blank + 'quay'}" * (behind // 5)
    hit = Span(text.index("zeppelin"), text.index("zeppelin") + 8)
    page = shown(passages.quote(QuoteAnswer((replace(_FOUND, text=text, hits=(hit,)),), 1, ("zeppelin",))), width=100)
    assert "zeppelin" in "".join(page.split())
    letters = "".join(re.sub(r"…[^…]*has all of them\.|\[D2 ¶13\].*", "", page, flags=re.DOTALL).split())
    left = sum(int(count.replace(",", "")) for count in re.findall(r"([\d,]+) characters (?:before|behind)", page))
    assert ("python -m bot cite D2¶13 --json" in " ".join(page.split())) is (left > 0)
    assert (left > 0) is (len(text) > 5_000)
    kept = len(text) - left
    assert kept == len(text) or 4_000 <= kept <= 5_100
    assert letters.removeprefix("1") in "".join(text.split())


def test_a_narrow_window_gets_what_stands_in_columns_below_each_other() -> None:
    events = TimelineAnswer((replace(_EVENT, basis=Basis.WORKED_OUT), _EVENT), 2, 0)
    for what in (documents.documents([_DOCUMENT]), timeline.timeline(events)):
        narrow = [each.rstrip() for each in shown(what, width=34).splitlines()]
        assert any(each.startswith(("D2  Peace [red]in[/red]", "1998 ≈")) for each in narrow)
        assert max(map(len, narrow)) > 25, "no column of a few letters"
        assert not any(each.startswith("      ") for each in narrow)
