"""Files that mean harm: each is refused with a reason, within the bounds, and the next file is read."""

import time
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio

from bot.app import App, open_app
from bot.settings import Settings
from tests.documents.formats.papers import archive, assembled, column, docx, epub, page, paragraph, pdf

GOOD: Final = "The signal box at Lower Tarn was built by a company that went bankrupt before the first train.\n"
SECONDS: Final = 20.0
pytestmark = pytest.mark.asyncio(loop_scope="module")
_ARTICLE: Final = "<html><body><article>{}</article></body></html>"
_LAUGHS: Final = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))


def _pdf_of_arrays() -> bytes:
    deep = b"[" * 100_000 + b"]" * 100_000
    return assembled([b"<< /Type /Catalog /Pages 2 0 R /X " + deep + b" >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def _pdf_of_loops() -> bytes:
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 9999999 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 9999999 >>",
        ]
    )


def _pdf_twice_packed() -> bytes:
    return pdf([zlib.compress(b" " * 400_000_000, 9)], packed=True, filters="[/FlateDecode /FlateDecode]")


HOSTILE: Final = {
    "angles.html": b"<" * 5_000_000,
    "nested.html": _ARTICLE.format("<div>" * 100_000 + "words").encode(),
    "nested-and-closed.html": _ARTICLE.format("<div>" * 100_000 + "words" + "</div>" * 100_000).encode(),
    "lists.html": _ARTICLE.format("<ul><li>" * 30_000 + "words").encode(),
    "quotes.html": _ARTICLE.format("<blockquote>" * 50_000 + "words").encode(),
    "tables.html": _ARTICLE.format("<table><tr><td>" * 20_000 + "words").encode(),
    "attributes.html": b"<p " + b"a='" * 1_000_000 + b">",
    "bomb.pdf": pdf([b" " * 300_000_000], packed=True),
    "twice.pdf": _pdf_twice_packed(),
    "arrays.pdf": _pdf_of_arrays(),
    "loops.pdf": _pdf_of_loops(),
    "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 4_000,
    "bomb.docx": archive({"word/document.xml": b"<d>" + b" " * 200_000_000}),
    "laughs.docx": archive({"word/document.xml": f'<!DOCTYPE d [<!ENTITY a0 "ha">{_LAUGHS}]><d>&a9;</d>'}),
    "outside.docx": archive(
        {"word/document.xml": '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'}
    ),
    "deep.docx": docx("<w:sdt>" * 100_000),
    "empty.docx": docx(paragraph("")),
    "bomb.epub": epub({"a.xhtml": page("<p>" + " " * 100_000_000 + "</p>")}),
    "deep.epub": epub({"a.xhtml": page("<div>" * 100_000 + "words")}),
    "laughs.epub": epub({"a.xhtml": f'<!DOCTYPE html [<!ENTITY a0 "ha">{_LAUGHS}]><html><body>&a9;</body></html>'}),
    "scan.pdf": pdf([[], []]),
    "bomb.zip": archive({"a.txt": b"x" * 19_000_000}),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hardened(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    settings = Settings(
        database=tmp_path_factory.mktemp("store") / "store.sqlite3", worker_seconds=SECONDS, worker_memory=1_000_000_000
    )
    async with open_app(settings) as app:
        yield app


@pytest.mark.parametrize("name", HOSTILE)
async def test_what_means_harm_is_refused_and_the_next_file_is_read(hardened: App, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    good_file = tmp_path / f"{name}.txt"
    good_file.write_text(GOOD + name)
    started = time.monotonic()
    bad, good = await hardened.intake.add([tmp_path / name, good_file])
    assert time.monotonic() - started < 2 * SECONDS
    assert bad.status == "refused", bad
    assert bad.why is not None
    assert bad.why.endswith(".")
    assert "see the log" not in bad.why, "a reason that the reader was ready for"
    assert good.status == "new", good


async def test_a_long_file_is_read_within_the_bounds(hardened: App, tmp_path: Path) -> None:
    rows = [f"The boat number {at} came in with the tide of the day and left with it again." for at in range(40)]
    (tmp_path / "long.pdf").write_bytes(pdf([column(rows, top=800)] * 60))
    (outcome,) = await hardened.intake.add([tmp_path / "long.pdf"])
    assert outcome.status == "new"
