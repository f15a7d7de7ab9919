"""How fast files are read: lines to paragraphs beside pypdf alone, and the formats beside each other, in one run."""

import io
import logging
import random
import time
from collections.abc import Callable
from typing import Any, Final

import pypdf
import pytest

from bot.documents.formats import docx, epub, pdf
from tests.documents.formats.papers import FOOT, HEAD, Line, column, page, paragraph
from tests.documents.formats.papers import docx as made_docx
from tests.documents.formats.papers import epub as made_epub
from tests.documents.formats.papers import pdf as made_pdf

pytestmark = pytest.mark.benchmark(group="formats")
_LOG: Final = logging.getLogger(__name__)
_WORDS: Final = "harbour ferry lamp keeper board tide island winter summer stone rope mast captain bell".split()
_CHANCE: Final = random.Random(1)  # noqa: S311 - the same text in every run


def _line() -> str:
    return " ".join(_CHANCE.choice(_WORDS) for _ in range(12))


def _text() -> str:
    return " ".join(_line() for _ in range(8)) + "."


def _page(number: int) -> list[Line]:
    text = [column([*(_line() for _ in range(8)), "a short end."], top=730.0 - 130 * part) for part in range(5)]
    return [(*HEAD, "The Board"), *(line for lines in text for line in lines), (*FOOT, str(number))]


def _seconds(work: Callable[[], Any]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def test_pdf(benchmark: Any) -> None:
    pages = 60
    data = made_pdf([_page(number) for number in range(pages)], packed=True)
    alone = min(
        _seconds(lambda: [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(data)).pages]) for _ in "12"
    )
    ours = min(_seconds(lambda: pdf.extract(data, "a.pdf")) for _ in "12")
    text = benchmark(pdf.extract, data, "a.pdf")
    _LOG.info("%.0f pages/s, %.2f times pypdf alone", pages / ours, ours / alone)
    assert text.count("\f") == pages - 1
    assert ours < 3 * alone, "lines, furniture and paragraphs cost less than reading the file"


@pytest.mark.parametrize("form", ["docx", "epub"])
def test_xml_formats(benchmark: Any, form: str) -> None:
    texts = [_text() for _ in range(1_000)]
    if form == "docx":
        data = made_docx("".join(map(paragraph, texts)))
        text = benchmark(docx.extract, data, "a.docx")
    else:
        data = made_epub({"a.xhtml": page("".join(f"<p>{each}</p>" for each in texts))})
        text = benchmark(epub.extract, data, "a.epub")
    assert len(text) > sum(map(len, texts))
