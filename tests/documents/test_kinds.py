"""Kinds of paragraph, on invented pages of different make-up.

Each file in `pages/` is a page with the expected kind and a bar before each of its paragraphs. The pages were written
before the rules were tuned on them: the first runs had 195 of 238 paragraphs right on pages 01 to 22, and then 81 of 96
on pages 23 to 30.
"""

import re
from pathlib import Path
from typing import Final

import pytest

from bot.documents.reader import read
from bot.models import Kind

PAGES: Final = sorted((Path(__file__).parent / "pages").iterdir())
_LABEL: Final = re.compile(rf"(?<!\S)({'|'.join(Kind)})\|")


def _expected(page: Path) -> tuple[str, list[tuple[Kind, str]]]:
    """The page as it would stand in a file, and its paragraphs with their kinds."""
    labelled = page.read_text(encoding="utf-8")
    parts = _LABEL.split(labelled)
    pairs = [(Kind(kind), text.strip()) for kind, text in zip(parts[1::2], parts[2::2], strict=True)]
    return _LABEL.sub("", labelled), pairs


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_is_typed_as_an_editor_would(page: Path) -> None:
    source, expected = _expected(page)
    document = read(source.encode(), page.name)
    found = [(paragraph.kind, paragraph.span.of(source)) for paragraph in document.paragraphs]
    assert found == expected
