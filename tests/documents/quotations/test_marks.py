"""Stretches between quotation marks: every form of mark, whole, broken and on the wrong side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.quotations.marks import quotes_with_single, stretches

FORMS = [
    ('The clerk said "come in" twice.', ["come in"]),
    ("The clerk said “come in” twice.", ["come in"]),
    ("The clerk said ''come in'' twice.", ["come in"]),
    ("The clerk said ``come in'' twice.", ["come in"]),
    ("The clerk said «come in» twice.", ["come in"]),
    ("The clerk said « come in » twice.", ["come in"]),
    ("Der Schaffner sagte „komm herein“ und ging.", ["komm herein"]),
    ("Konduktøren sagde »kom ind« og gik.", ["kom ind"]),
    ("Przewodnik powiedział „wejdź” i poszedł.", ["wejdź"]),
    ("守衛は「お入り」と言った。", ["お入り"]),
    ("他说『请进』。", ["请进"]),
    ('"Come in." "Go out."', ["Come in.", "Go out."]),
    ("“Come in,” she said. “Sit down.”", ["Come in,", "Sit down."]),
    ("“He told me ‘go away’ and left,” she said.", ["He told me ‘go away’ and left,"]),
    ("“He told me “go away” and left,” she said.", ["He told me “go away” and left,"]),
    ("「父は「行け」と言った」と母。", ["父は「行け」と言った"]),
    ("\"I asked 'why?' and he left,\" she said.", ["I asked 'why?' and he left,"]),
    ("“The gate stays open", ["The gate stays open"]),
    ("“The gate stays open. ” he said.", ["The gate stays open."]),
    ("The clerk left. ” Perhaps the gate stays open.” Nobody came.", ["Perhaps the gate stays open."]),
    ("“Apparently not,“ he said.", ["Apparently not,"]),
    ("“First part of it. “Second part of it,” he said.", ["First part of it.", "Second part of it,"]),
    ('A board 12" wide and "very old" was found.', ["very old"]),
    ("''It was called 'the mill,''' she said.", ["It was called 'the mill,"]),
    ("(“Come in,” she said.)", ["Come in,"]),
    ("It was—“come in”—and nothing else.", ["come in"]),
    ("Nothing is quoted here, isn't it so?", []),
    ("“” and nothing", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_finds_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert [each.inner.of(text) for each in stretches(text)] == expected


def test_says_whether_the_closing_mark_is_there() -> None:
    assert [each.closed for each in stretches("“Come in,” she said. “Sit")] == [True, False]


def test_outer_span_holds_the_marks() -> None:
    text = "She said “come in” twice."
    assert [each.outer.of(text) for each in stretches(text)] == ["“come in”"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["‘We shall not sell the mill,’ said Ada Thorne."], True),
        (["'We shan't sell the mill,' said Ada Thorne."], True),
        (["“We shall not sell the mill,” said Ada Thorne.", "She called it ‘mine,’ again."], False),
        (["The miller's daughter and the dogs' bowls."], False),
        (["The ‘mill’ is a barn."], False),
    ],
)
def test_single_marks_quote_only_where_no_double_ones_do(texts: list[str], *, expected: bool) -> None:
    assert quotes_with_single(texts) is expected


def test_single_marks_leave_apostrophes_alone() -> None:
    text = "‘We don’t sell the Thornes’ mill,’ said Ada."
    assert [each.inner.of(text) for each in stretches(text, single=True)] == ["We don’t sell the Thornes’ mill,"]


@given(st.text(alphabet="ab .,\n\"'“”„«»「」`‘’é", max_size=200), st.booleans())
def test_stretches_are_ordered_and_apart(text: str, single: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    end = 0
    for each in stretches(text, single=single):
        assert end <= each.outer.start <= each.inner.start < each.inner.end <= each.outer.end <= len(text)
        assert not each.inner.of(text)[0].isspace()
        assert not each.inner.of(text)[-1].isspace()
        end = each.outer.end
