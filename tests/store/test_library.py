"""What goes in comes out, word for word, and what was damaged does not come out at all."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import DamagedStoreError, UnknownDocumentError
from bot.models import SHARED, Basis, DateMention, Fact, Kind, Metadata, Original, ParsedDocument, Span
from bot.store.library import FIELDS
from bot.store.store import Store
from tests.support import ailments, invented, keep, mention

KNOWN = Metadata(
    title=Fact("The mill", Basis.CURATOR),
    publisher=Fact("The Reed Post", Basis.STATED),
    author=Fact("Ada Vell", Basis.STATED),
    published=Fact("2021-04", Basis.STATED),
    anchor_date=Fact("2021-04-03", Basis.CURATOR),
    language=Fact("en", Basis.WORKED_OUT),
    kind=Fact("report", Basis.CURATOR),
    note=Fact("Kept as it was sent.", Basis.CURATOR),
    digest_of=Original("ab" * 32, "The whole mill", "The Reed Post", "2021-04-02"),
)
MILL = "The mill turned on 3 April 2021. It stood still by the summer."
RIVER = "The river rose last week."


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


def mill() -> ParsedDocument:
    return invented(
        (Kind.NAVIGATION, "Home"),
        (Kind.HEADING, "The mill"),
        MILL,
        RIVER,
        metadata=KNOWN,
        dates={
            2: [mention(MILL, "3 April 2021", "2021-04-03"), mention(MILL, "by the summer", "../2021-06")],
            3: [mention(RIVER, "last week", None)],
        },
    )


async def test_a_document_comes_out_as_it_went_in(store: Store) -> None:
    parsed = mill()
    document = await keep(store, parsed)
    assert document.metadata == KNOWN
    assert (document.number, document.reference, document.collection) == (1, "D1", SHARED)
    assert (document.file, document.format, document.sha256) == (parsed.file, parsed.format, parsed.sha256)
    assert document.paragraphs == {Kind.NAVIGATION: 1, Kind.HEADING: 1, Kind.BODY: 2}
    assert await store.library.source(document) == parsed.text
    paragraphs = await store.library.paragraphs(document)
    assert [each.number for each in paragraphs] == [1, 2, 3, 4]
    for kept, read in zip(paragraphs, parsed.paragraphs, strict=True):
        assert (kept.span, kept.kind, kept.reason) == (read.span, read.kind, read.reason)
        assert kept.text == read.span.of(parsed.text)
    marks = await store.library.marks(document)
    for kept, read in zip(paragraphs, parsed.paragraphs, strict=True):
        assert marks.sentences.get(kept.id, ()) == read.sentences
        assert marks.dates.get(kept.id, ()) == read.dates
    assert await ailments(store) == []


async def test_documents_are_found_by_number_in_their_collection(store: Store) -> None:
    await keep(store, mill())
    await keep(store, invented("One.", file="one.txt"), collection="77")
    await keep(store, invented("Two.", file="two.txt"), collection="77")
    library = store.library
    assert [each.reference for each in await library.documents([SHARED, "77"])] == ["D1", "S1", "S2"]
    assert [each.file for each in await library.documents(["77"])] == ["one.txt", "two.txt"]
    assert await library.documents(["78"]) == []
    found = await library.document("77", 2)
    assert found is not None
    assert found.file == "two.txt"
    assert await library.document(SHARED, 2) is None
    assert await library.document("78", 1) is None


async def test_paragraphs_are_found_by_number(store: Store) -> None:
    document = await keep(store, mill())
    found = await store.library.paragraph(document, 3)
    assert found is not None
    assert found.text == MILL
    assert await store.library.paragraph(document, 5) is None
    less = await keep(store, invented(MILL, metadata=KNOWN), document)
    assert await store.library.paragraph(less, 4) is None


async def test_a_removed_document_is_not_found(store: Store) -> None:
    document = await keep(store, mill())
    await store.keeper.remove(document.id)
    assert await store.library.documents([SHARED]) == []
    assert await store.library.document(SHARED, 1) is None
    assert await store.library.paragraphs(document) == []
    with pytest.raises(UnknownDocumentError, match="removed"):
        await store.library.document_by_id(document.id)


async def test_a_digest_gives_way_to_its_original_and_comes_back(store: Store) -> None:
    original = invented("The whole of it.", file="whole.txt")
    summary = Original(original.sha256, "The whole", None, None)
    digest = await keep(store, invented("The gist of it.", metadata=Metadata(digest_of=summary)))
    assert digest.retired_by is None
    elsewhere = await keep(store, original, collection="77")
    assert (await store.library.document_by_id(digest.id)).retired_by is None, "another collection's original"
    kept = await keep(store, original)
    retired = await store.library.document_by_id(digest.id)
    assert retired.retired_by == kept.number
    assert [each.retired_by for each in await store.library.documents([SHARED])] == [kept.number, None]
    await store.keeper.remove(kept.id)
    assert (await store.library.document_by_id(digest.id)).retired_by is None
    await store.keeper.remove(elsewhere.id)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE paragraph SET text = replace(text, '3 April', '4 April')", "D1¶3"),
        ("UPDATE paragraph SET sha256 = 'x' WHERE number = 3", "D1¶3"),
        ("UPDATE paragraph SET text = CAST(x'ff41' AS TEXT) WHERE number = 3", "damaged"),
    ],
)
async def test_a_damaged_paragraph_is_not_shown(store: Store, change: str, named: str) -> None:
    document = await keep(store, mill())
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute(change)
    with pytest.raises(DamagedStoreError, match=named):
        await store.library.paragraphs(document)
    with pytest.raises(DamagedStoreError, match=named):
        await store.library.paragraph(document, 3)


@pytest.mark.parametrize(
    "change",
    ["UPDATE source SET text = text || ' '", "DELETE FROM source", "UPDATE source SET text = CAST(x'c3' AS TEXT)"],
)
async def test_a_damaged_source_is_not_shown(store: Store, change: str) -> None:
    document = await keep(store, mill())
    with closing(sqlite3.connect(store.path)) as other, other:
        other.execute(change)
    with pytest.raises(DamagedStoreError):
        await store.library.source(document)


ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)
FACT = st.one_of(st.just(Fact()), st.builds(Fact, LINE, st.sampled_from([Basis.STATED, Basis.CURATOR])))
METADATA = st.tuples(*[FACT for _ in FIELDS]).map(lambda facts: Metadata(*facts))


@st.composite
def documents(draw: st.DrawFn) -> ParsedDocument:
    """Any text, cut anywhere into paragraphs of any kind with any sentences; white space only lies between them."""
    parts = draw(st.lists(st.tuples(st.sampled_from(Kind), LINE), min_size=1, max_size=8))
    parsed = invented(*parts, metadata=draw(METADATA))
    paragraphs = []
    for read in parsed.paragraphs:
        cuts = sorted(draw(st.sets(st.integers(0, len(read.span.of(parsed.text))), max_size=4)))
        sentences = tuple(Span(start, end) for start, end in pairwise(cuts))
        dates = tuple(DateMention(sentence, None, Basis.UNKNOWN) for sentence in sentences[::2])
        paragraphs.append(replace(read, sentences=sentences, dates=dates, reason=draw(ANY)))
    return replace(parsed, paragraphs=tuple(paragraphs))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(documents(), min_size=1, max_size=3))
async def test_any_document_comes_out_as_it_went_in(store: Store, versions: list[ParsedDocument]) -> None:
    document = None
    for parsed in versions:
        document = await keep(store, parsed, document)
        assert document.metadata == parsed.metadata
        assert await store.library.source(document) == parsed.text
        paragraphs = await store.library.paragraphs(document)
        marks = await store.library.marks(document)
        assert [each.span for each in paragraphs] == [each.span for each in parsed.paragraphs]
        assert len({each.number for each in paragraphs}) == len(paragraphs)
        for kept, read in zip(paragraphs, parsed.paragraphs, strict=True):
            assert (kept.kind, kept.reason) == (read.kind, read.reason)
            assert kept.text == read.span.of(parsed.text)
            assert marks.sentences.get(kept.id, ()) == read.sentences
            assert marks.dates.get(kept.id, ()) == read.dates
    assert await ailments(store) == []
