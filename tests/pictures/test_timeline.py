"""Timelines as pictures: a size that a phone shows, words that fit, and a description."""

import io
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.answers.chronicle import chronicle
from bot.answers.results import Event
from bot.documents.dates.values import parse_edtf
from bot.models import SHARED, Basis, Citation, Document, Fact, Format, Metadata, Span
from bot.pictures import lettering
from bot.pictures.timeline import LONGEST_ALT, MOST_ENTRIES, WIDTH, draw

PLAIN: Final = "The harbour board of Osthaven voted to buy a second ferry."


@pytest.fixture(params=["machine", "built in"], autouse=True)
def _fonts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Once with the fonts of this machine, and once with the one that Pillow brings."""
    for cached in (lettering.font, lettering._has, lettering._drawn):
        cached.cache_clear()
    if request.param == "built in":
        monkeypatch.setattr(lettering, "_COMMON", ())
    yield
    for cached in (lettering.font, lettering._has, lettering._drawn):
        cached.cache_clear()


def told(edtf: str, text: str = PLAIN, document: int = 1, *, planned: bool = False) -> Event:
    value = parse_edtf(edtf)
    assert value is not None
    known = Metadata(title=Fact("A title", Basis.STATED), publisher=Fact("A publisher", Basis.STATED))
    kept = Document(document, SHARED, document, "one.txt", Format.TEXT, "b" * 64, known)
    return Event(value, "that day", Basis.STATED, text, Citation(kept, 2, Span(0, len(text))), planned=planned)


def image(png: bytes) -> Image.Image:
    opened = Image.open(io.BytesIO(png))
    opened.load()
    return opened


def test_a_picture_of_a_few_dates() -> None:
    drawn = draw(chronicle([told("2021-05-11"), told("2030", planned=True)]), "Timeline")
    picture = image(drawn.png)
    assert picture.format == "PNG"
    assert picture.width == WIDTH
    assert 400 < picture.height < 1200
    assert drawn.left_out == 0
    assert drawn.alt == (f"Timeline of 2 dates. 11 May 2021: {PLAIN} [D1¶2]. 2030: {PLAIN} [D1¶2].")


def test_letters_stand_out_from_the_ground_and_keep_to_the_margin() -> None:
    picture = image(draw(chronicle([told("2021-05-11", "W" * 500)]), "W" * 500).png).convert("L")
    darkest, brightest = picture.getextrema()
    assert isinstance(darkest, (int, float))
    assert isinstance(brightest, (int, float))
    assert darkest < 40
    assert brightest > 230
    margin = picture.crop((WIDTH - 40, 0, WIDTH, picture.height))
    assert margin.getextrema() == (darkest, darkest)


def test_of_many_dates_those_are_drawn_of_which_most_is_told() -> None:
    events = [told(f"{year}", f"Matter{year} of{year} its own.") for year in range(1900, 1950)]
    events[20:20] = [told("1920", PLAIN), told("1920", PLAIN, 2)]
    drawn = draw(chronicle(sorted(events, key=lambda each: each.value.edtf), 1), "Timeline")
    assert drawn.left_out == 50 - MOST_ENTRIES
    assert "1920: " in drawn.alt
    assert image(drawn.png).height < 3000


def test_a_long_description_is_cut_and_says_so() -> None:
    events = [told(f"{year}", f"In {year} {PLAIN} {PLAIN} {PLAIN}") for year in range(2000, 2010)]
    alt = draw(chronicle(events), "Timeline").alt
    assert len(alt) <= LONGEST_ALT
    assert alt.endswith(" more.")
    assert "…" in alt


def test_a_sentence_that_is_too_long_is_cut_visibly() -> None:
    cut = lettering.lines(PLAIN * 20, 31, 800, 3)
    assert len(cut) == 3
    assert cut[-1].endswith("…")
    assert all(lettering.font(31).getlength(line) <= 800 for line in cut)
    assert lettering.lines(PLAIN, 31, 5000, 3) == [PLAIN]


def test_a_script_that_the_font_lacks_is_not_drawn_as_boxes() -> None:
    assert lettering.drawable(PLAIN)
    assert not lettering.drawable("\U0001e900\U0001e901\U0001e902 \U0001e903\U0001e904")
    assert lettering.drawable("Café — naïve")
    assert len(lettering.lettered("Café — naïve")) == len("Café — naïve")


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(1, 9999), st.text(max_size=300)), min_size=1, max_size=12), st.text(max_size=200))
def test_anything_can_be_drawn(drawn: list[tuple[int, str]], title: str) -> None:
    events = [told(f"{year:04}", text) for year, text in sorted(drawn)]
    picture = draw(chronicle(events), title)
    assert image(picture.png).width == WIDTH
    assert len(picture.alt) <= LONGEST_ALT


def test_letters_of_a_title_that_the_font_lacks_are_owned_up_to() -> None:
    groups = chronicle([told("2021-05-11")])
    plainly, lacking = (image(draw(groups, title).png).height for title in ("Of nets", "Of \U0001e900\U0001e901"))
    assert lacking > plainly
