"""Citations in every format, read again by strict readers."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.citing import Cited
from bot.console.verbs import CITATIONS
from bot.errors import BadRequestError
from bot.exports.citations.bibtex import bibtex
from bot.exports.citations.csl import csl
from bot.exports.citations.formats import FORMATS, named
from bot.exports.citations.prose import markdown, text
from bot.exports.citations.ris import ris
from bot.exports.plain import one_line
from bot.models import SHARED, Basis, Document, Fact, Format, Kind, Metadata, Original, Pages, Span
from tests.exports.parsing import read_bibtex, read_csl, read_ris, typeset

NASTY = r"50% of {Tax & Duty}_#1: $5 ~ ^ \end{document} *now* `run` <b>|x| [a](b) ! @misc{x,"
_LINES = st.text(
    st.one_of(st.sampled_from("{}\\%$&#_~^`*<>[]|!-+=1.)@,\"' ab\n\r\t\x1b\u202e\u2028\x85"), st.characters()),
    min_size=1,
    max_size=60,
)


def fact(value: str | None, basis: Basis = Basis.STATED) -> Fact:
    return Fact() if value is None else Fact(value, basis)


def cited(
    *,
    title: str | None = "Ferry to the point",
    publisher: str | None = "The Courier",
    author: str | None = "Ada Holm",
    published: str | None = "2021-05-04",
    basis: Basis = Basis.STATED,
    kind: str | None = None,
    collection: str = SHARED,
    paragraph: int | None = 3,
    page: Pages | None = None,
    removed_at: str | None = None,
    original: Original | None = None,
) -> Cited:
    known = Metadata(
        title=fact(title),
        publisher=fact(publisher),
        author=fact(author),
        published=fact(published, basis),
        language=fact("en"),
        kind=fact(kind),
        digest_of=original,
    )
    document = Document(1, collection, 2, "ferry.txt", Format.TEXT, "00", known)
    return Cited(document, paragraph, Kind.BODY, "A text.", Span(0, 7), page, removed_at)


def test_the_formats_are_those_of_the_command_line() -> None:
    assert tuple(FORMATS) == CITATIONS
    assert named(" BibTeX ").name == "bibtex"
    with pytest.raises(BadRequestError, match="There are: text, markdown"):
        named("word")


def test_a_text_says_who_what_where_and_when() -> None:
    assert text(cited(page=Pages(4, 5))) == "Ada Holm: Ferry to the point. The Courier, 2021-05-04. [D2 ¶3, pp. 4–5]"
    assert text(cited(author=None, publisher=None, published=None)) == "Ferry to the point. no date. [D2 ¶3]"
    assert text(cited(title="Who rows?", published="2021", paragraph=None)) == (
        "Ada Holm: Who rows? The Courier, 2021. [D2]"
    )


def test_a_digest_says_whose_digest_it_is() -> None:
    source = Original("ff", "The ferry", "The Herald", "2020-01")
    for written in (text, markdown):
        assert written(cited(original=source)).endswith(" A digest of: The ferry, The Herald, 2020-01.")
    for form in ("bibtex", "csl-json", "ris"):
        assert "a digest of: The ferry, The Herald, 2020-01" in FORMATS[form].write(cited(original=source))


def test_what_was_removed_says_when() -> None:
    gone = cited(removed_at="2026-11-22T04:00:00+00:00")
    for form in FORMATS.values():
        assert re.search(r"removed .*on 2026-11-22", form.write(gone)), form.name


@pytest.mark.parametrize(
    ("published", "parts", "bib", "stamp"),
    [
        ("2021-05-04", [2021, 5, 4], ("2021", "may", "2021-05-04"), ("2021", "2021/05/04")),
        ("2021-05", [2021, 5], ("2021", "may", "2021-05"), ("2021", "2021/05/")),
        ("2021", [2021], ("2021", None, "2021"), ("2021", "2021//")),
        ("0850", [850], ("0850", None, "0850"), ("0850", "0850//")),
        ("2021-21", [2021], ("2021", None, "2021-21"), ("2021", "2021//")),
        (None, None, (None, None, None), (None, None)),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    published: str | None,
    parts: list[int] | None,
    bib: tuple[str | None, ...],
    stamp: tuple[str | None, ...],
) -> None:
    asked = cited(published=published)
    assert read_csl(csl(asked)).get("issued", {}).get("date-parts", [None])[0] == parts
    fields = read_bibtex(bibtex(asked))[2]
    assert (fields.get("year"), fields.get("month"), fields.get("date")) == bib
    lines = dict(read_ris(ris(asked)))
    assert (lines.get("PY"), lines.get("DA")) == stamp


@pytest.mark.parametrize(
    ("changed", "types"),
    [
        ({}, ("misc", "document", "GEN")),
        ({"kind": "news report"}, ("article", "article-newspaper", "NEWS")),
        ({"kind": "Signed article"}, ("article", "article-newspaper", "NEWS")),
        ({"kind": "report"}, ("techreport", "report", "RPRT")),
        ({"kind": "book"}, ("book", "book", "BOOK")),
        ({"kind": "press release"}, ("misc", "document", "GEN")),
        ({"kind": "news report", "publisher": None}, ("misc", "document", "GEN")),
        ({"kind": "news report", "author": None}, ("misc", "article-newspaper", "NEWS")),
        ({"kind": "book", "published": None}, ("misc", "book", "BOOK")),
    ],
)
def test_the_type_fits_what_is_known(changed: dict[str, str | None], types: tuple[str, ...]) -> None:
    asked = cited(**changed)  # type: ignore[arg-type]  # facts by name
    kind, _, fields = read_bibtex(bibtex(asked))
    item, lines = read_csl(csl(asked)), dict(read_ris(ris(asked)))
    assert (kind, item["type"], lines["TY"]) == types
    required = {"article": {"journal"}, "techreport": {"institution"}, "book": {"publisher"}, "misc": set[str]()}[kind]
    assert required | ({"author", "title", "year"} if kind != "misc" else {"title"}) <= set(fields)
    publisher = asked.document.metadata.publisher.value
    named = [
        typeset(fields[name]) for name in ("journal", "institution", "publisher", "howpublished") if name in fields
    ]
    assert named == ([publisher] if publisher else [])
    assert [item[key] for key in ("container-title", "publisher") if key in item] == named
    assert [lines[tag] for tag in ("T2", "PB") if tag in lines] == named
    assert ("author" in fields, "author" in item, "AU" in lines) == (bool(asked.document.metadata.author.value),) * 3


def test_keys_are_unique_and_stay_the_same() -> None:
    asked = [
        cited(),
        cited(paragraph=13),
        cited(paragraph=None),
        cited(collection="77"),
        cited(collection="78"),
        cited(collection="78", paragraph=None),
    ]
    keys = [read_bibtex(bibtex(each))[1] for each in asked]
    assert len(set(keys)) == len(keys)
    assert keys == [read_csl(csl(each))["id"] for each in asked] == [dict(read_ris(ris(each)))["ID"] for each in asked]
    assert read_bibtex(bibtex(cited(title="Corrected", published="1999")))[1] == keys[0]


def test_the_place_is_a_page_and_a_paragraph() -> None:
    asked = cited(page=Pages(4, 5))
    item, lines, fields = read_csl(csl(asked)), read_ris(ris(asked)), read_bibtex(bibtex(asked))[2]
    assert (item["page"], item["locator"]) == ("4-5", "¶3")
    assert "D2¶3" in item["note"]
    assert {("SP", "4"), ("EP", "5"), ("N1", "¶3 (D2¶3)")} <= set(lines)
    assert fields["pages"] == "4--5"
    assert "D2¶3" in fields["note"]
    assert read_bibtex(bibtex(cited(page=Pages(4, 4))))[2]["pages"] == "4"


def test_a_date_that_was_worked_out_says_so() -> None:
    assert "date worked out" in bibtex(cited(basis=Basis.WORKED_OUT))
    assert "worked out" not in bibtex(cited())


def seen_in(shown: str) -> str:
    """What a reader of Markdown sees: escapes carried out, emphasis gone; fails on any other markup."""
    assert "\n" not in shown
    assert not re.match(r"\s*(?:[-+#=>]|\d{1,9}[.)])", shown), shown
    seen = []
    at = 0
    while at < len(shown):
        if shown[at] == "\\":
            assert shown[at + 1] in "\\`*_[]<>&|~$!-+#=.)"
            seen.append(shown[at + 1])
            at += 2
            continue
        assert shown[at] not in "\\`_[]<>&|~$!"
        seen.append("" if shown[at] == "*" else shown[at])
        at += 1
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\*", shown)) == 2, "only the title is emphasised"
    return "".join(seen)


@given(title=_LINES, author=_LINES, publisher=_LINES)
def test_any_text_comes_through_every_format(title: str, author: str, publisher: str) -> None:
    asked = cited(title=title, author=author, publisher=publisher, kind="news report")
    shown = {"t": one_line(title) or "Untitled (ferry.txt)", "a": one_line(author)}
    _, key, fields = read_bibtex(bibtex(asked))
    assert key == "verbatim-D2p3"
    assert typeset(fields["title"]) == shown["t"]
    assert typeset(fields.get("author", "")) == shown["a"]
    assert read_csl(csl(asked))["title"] == shown["t"]
    lines = dict(read_ris(ris(asked)))
    assert lines["TI"] == shown["t"]
    assert lines.get("AU", "").replace("∗", "*") == shown["a"].replace("∗", "*")
    assert "*" not in lines.get("AU", "")
    plain = text(asked)
    assert seen_in(markdown(asked)) == plain
    for form in FORMATS.values():
        hidden = [
            each for each in form.write(asked) if unicodedata.category(each) in {"Cc", "Cs"} and each not in "\r\n"
        ]
        assert not hidden, form.name


@pytest.mark.parametrize("title", [NASTY, "{", "}{", "\\{", "1. Not a list", "- nor this", "# nor this", "\\alpha and"])
def test_titles_that_look_like_markup(title: str) -> None:
    test_any_text_comes_through_every_format.hypothesis.inner_test(title, title, title)  # type: ignore[attr-defined]
    # a command at the start of a braced text would be one of BibTeX's accents, whose text styles do change
    assert not re.search(r"\{\{\\", bibtex(cited(title=title, author=title, publisher=title)))
