"""Splitting: every character in one paragraph, and paragraphs where a reader would see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.splitting import split
from bot.models import Format

LINES = st.lists(
    st.sampled_from(
        [
            "",
            " ",
            "A sentence that stands here and goes on for a while so that it fills the line",
            "and goes on in small letters until it ends.",
            "# Heading",
            "=====",
            "---",
            "- item",
            "  continued",
            "> quoted",
            ">",
            "| a | b |",
            "```",
            "<!-- hidden",
            "-->",
            "title: x",
            "PARIS, May 3 (AP) — Words follow.",
            "/ a site / Words follow.",
            "\u200b",
            "\xa0",
        ]
    )
)


@given(
    text=st.one_of(st.text(), st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r"])).map(lambda x: x[1].join(x[0])))
)
@pytest.mark.parametrize("form", [Format.TEXT, Format.MARKDOWN])
def test_every_character_that_is_not_white_space_lies_in_exactly_one_paragraph(text: str, form: Format) -> None:
    end = 0
    for block in split(text, form):
        assert end <= block.span.start < block.span.end <= len(text)
        assert not text[end : block.span.start].strip()
        piece = block.span.of(text)
        assert piece == piece.strip()
        end = block.span.end
    assert not text[end:].strip()


def _paragraphs(text: str, form: Format = Format.TEXT) -> list[str]:
    return [block.span.of(text) for block in split(text, form)]


def test_empty_lines_part_paragraphs_whatever_the_line_ends() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert _paragraphs(end.join(["One.", "", " ", "Two."])) == ["One.", "Two."]


def test_each_line_is_a_paragraph_where_lines_were_not_broken() -> None:
    text = "The first paragraph is rather long, longer than anybody would set a line, and so it stands alone. " * 3
    assert len(_paragraphs(f"{text}\n{text}\nShort one.\n{text}")) == 4


def test_broken_lines_are_one_paragraph_and_keep_their_breaks() -> None:
    text = (
        "The keeper climbed the tower every evening at the same hour, and every\n"
        "morning he came down again. Nobody had told him that the lamp had been\n"
        "dark for a year.\n"
    )
    assert _paragraphs(text) == [text.strip()]


def test_a_short_paragraph_beside_broken_ones_is_judged_by_the_width_of_the_file() -> None:
    long = (
        "The keeper climbed the tower every evening at the same hour, and every\n"
        "morning he came down again. Nobody had told him that the lamp had been\n"
        "dark for a year.\n"
    )
    short = "He was asked about it once, in the winter before the harbour was closed.\nNobody wrote it down.\n"
    assert len(_paragraphs(f"{long}\n{short}\n{long}")) == 3


def test_an_indented_line_opens_a_paragraph_in_broken_prose() -> None:
    text = (
        "  The keeper climbed the tower every evening at the same hour, and every\n"
        "morning he came down again. Nobody had told him that the lamp had been\n"
        "dark for a year, since the harbour company had simply forgotten to do it.\n"
        "  The company has since been closed, and with it the office in which such\n"
        "letters had been written for a hundred years by men of the same family.\n"
    )
    assert len(_paragraphs(text)) == 2


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("BEIJING, March 20, 2023 /PRNewswire/ — The firm said so.", "BEIJING, March 20, 2023 /PRNewswire/ —"),
        ("LONDON (Reuters) - Shares fell.", "LONDON (Reuters) -"),
        ("PARIS, May 3 (AP) — The tower closed.", "PARIS, May 3 (AP) —"),
        ("WASHINGTON, D.C., March 1, 2021 — The office opened.", "WASHINGTON, D.C., March 1, 2021 —"),
        ("MOSCOW, March 20. /TASS/. The train left.", "MOSCOW, March 20. /TASS/."),
        ("HARNSUND, 4 June 2021 – The ferry sails.", "HARNSUND, 4 June 2021 –"),
        ("Geneva, 5 June 2020 – The agency warned.", "Geneva, 5 June 2020 –"),
        ("NEW YORK — Trading stopped.", "NEW YORK —"),
        ("(Nordwire) — The ship sank.", "(Nordwire) —"),
        ("/ valley news/ The bell rang.", "/ valley news/"),
    ],
)
def test_a_dateline_is_cut_off(line: str, dateline: str) -> None:
    assert _paragraphs(line) == [dateline, line[len(dateline) :].strip()]


@pytest.mark.parametrize(
    "line",
    [
        "May 3 was cold - nobody came.",
        "The WHO (World Health Organization) - once small - grew.",
        "In March 2021 — as always — it rained.",
        "He left. She stayed (Reuters was told) — and wept.",
        "A/B tests/ trials are common.",
    ],
)
def test_what_is_no_dateline_stays(line: str) -> None:
    assert _paragraphs(line) == [line]


def test_markdown_blocks() -> None:
    text = (
        "---\ntitle: x\n---\n\n# One\n\nTwo\nlines.\n\n- a\n  more\n- b\n\n> q\n> r\n\n```\nx\n\ny\n```\n\n"
        "| a | b |\n|---|---|\n\nThree\n=====\n\n***\n"
    )
    assert _paragraphs(text, Format.MARKDOWN) == [
        "---\ntitle: x\n---",
        "# One",
        "Two\nlines.",
        "- a\n  more",
        "- b",
        "> q\n> r",
        "```\nx\n\ny\n```",
        "| a | b |\n|---|---|",
        "Three\n=====",
        "***",
    ]


def test_front_matter_that_is_no_yaml_is_text() -> None:
    assert _paragraphs("---\n: : [\n---\n\nWords.", Format.MARKDOWN)[-1] == "Words."
    assert _paragraphs("---\nJust words.\n---\n\nWords.", Format.MARKDOWN)[0] == "---"


def test_lines_broken_at_no_width_are_joined_where_they_plainly_go_on() -> None:
    text = (
        "The old ferry crossed the river\nat noon every single day of the week, and nobody who lived on\n"
        "either bank could remember a morning\nwhen it had not been there, waiting for the\nfirst cart.\n\n"
        "It was opened in March by a minister who\nhad never seen the river before and who said\nso.\n"
    )
    assert _paragraphs(text) == [part.strip() for part in text.split("\n\n")]


@pytest.mark.parametrize(
    "lines",
    [
        ["and when the night comes down", "i think of you", "and of the road we took"],
        ["two eggs and a pound of flour", "half a pint of milk", "butter the size of a walnut"],
        ["- the first thing that was said that evening", "- and another that nobody said"],
        ["The committee met in the hall on Monday evening.", "Nobody had brought the key to the cupboard."],
    ],
)
def test_lines_of_their_own_stay_apart(lines: list[str]) -> None:
    assert _paragraphs("\n".join(lines)) == lines
