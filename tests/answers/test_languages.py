"""Finding passages in other languages than English, in one mixed collection."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.answers.quote import quote
from bot.answers.results import QuoteAnswer, QuoteRequest
from bot.store.store import Store
from tests.answers.shelf import shelve
from tests.answers.tongues import FOREIGN, QUERIES, TEXTS

pytestmark = pytest.mark.asyncio(loop_scope="module")

# овец of овца: Snowball keeps the vowel that comes and goes
_MISSED = {"пастух потерял овец"}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path_factory.mktemp("mixed") / "store.sqlite3") as opened:
        for language, texts in TEXTS.items():
            await shelve(opened, texts, title=f"A paper in {language}", language=language)
        await shelve(opened, ["The old bridge is gone.", "Wolves are back, the shepherd says."], language="en")
        yield opened


async def ask(store: Store, text: str) -> QuoteAnswer:
    return await quote(store, QuoteRequest(text))


@pytest.mark.parametrize("language", list(QUERIES))
async def test_queries_find_their_passage_first_and_mark_it(store: Store, language: str) -> None:
    assert len(QUERIES[language]) >= 5 or language == "hi"
    for text, place in QUERIES[language]:
        answer = await ask(store, text)
        if text in _MISSED:
            assert answer.passages == ()
            continue
        assert answer.passages, text
        first = answer.passages[0]
        assert first.text == TEXTS[language][place], text
        assert first.hits, text
        assert all(0 <= hit.start < hit.end <= len(first.text) for hit in first.hits)


@pytest.mark.parametrize("language", list(FOREIGN))
async def test_what_no_passage_speaks_of_finds_nothing(store: Store, language: str) -> None:
    for text in FOREIGN[language]:
        answer = await ask(store, text)
        assert answer.passages == (), text
        assert answer.words_not_found, text
        assert answer.searched == len(TEXTS) + 1


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("老桥", ["老桥"]),
        ("「北の森」", ["北の森"]),
        ("ระฆัง โบสถ์", ["ระฆัง", "โบสถ์"]),
        ("羊", ["羊", "羊"]),
        ("新", ["新"]),
        ("新桥 OR 森林", ["新桥"]),
        ("колокола", ["колокол"]),
        ("Glocken", ["Glocke"]),
        ("Strasse", ["Straße"]),
        ("еще моркови", ["ещё", "моркови"]),
        ("घंटी", ["घंटी"]),
        ("qu'a dit la mairesse des routes", ["mairesse", "route"]),
    ],
)
async def test_what_was_found_is_marked_in_the_source(store: Store, typed: str, marked: list[str]) -> None:
    first = (await ask(store, typed)).passages[0]
    assert [hit.of(first.text) for hit in first.hits] == marked


async def test_a_phrase_of_a_script_without_spaces_is_characters_in_a_row(store: Store) -> None:
    assert [passage.text for passage in (await ask(store, "“森林北方”")).passages] == []
    assert [passage.text for passage in (await ask(store, "“新橋”")).passages] == [
        TEXTS["zh"][1]
    ]  # 新しい橋 is no 新橋
    assert (await ask(store, "“新桥将在后年”")).total == 1


@pytest.mark.parametrize(
    ("typed", "place", "marked"),
    [
        ("老橋", 0, ["老桥"]),
        ("林曉梅說了什麼", 1, ["林晓梅"]),
        ("漁民為什麼反對充電站？", 2, ["渔民反对", "充电站"]),
        ("“銅鐘歸還”", 3, ["铜钟归还"]),
        ("館", 3, ["馆"]),
        ("歸還 -學校", 3, ["归还"]),
    ],
)
async def test_traditional_characters_find_simplified_ones(
    store: Store, typed: str, place: int, marked: list[str]
) -> None:
    first = (await ask(store, typed)).passages[0]
    assert first.text == TEXTS["zh"][place]
    assert [hit.of(first.text) for hit in first.hits] == marked


@pytest.mark.parametrize(("typed", "marked"), [("图书馆", ["圖書館"]), ("“发展迅速”", ["發展迅速"]), ("関係", [])])
async def test_simplified_characters_find_traditional_ones(tmp_path: Path, typed: str, marked: list[str]) -> None:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await shelve(opened, ["縣立圖書館的館藏發展迅速。"], language="zh-Hant")
        found = (await ask(opened, typed)).passages
        assert [hit.of(passage.text) for passage in found for hit in passage.hits] == marked


async def test_what_is_found_nowhere_is_named_as_it_was_typed(store: Store) -> None:
    answer = await ask(store, "鋼鐵廠")
    assert (answer.terms, answer.words_not_found) == (("鋼鐵廠",), ("鋼鐵廠",))
    assert (await ask(store, "鋼鐵")).words_not_found == ("鋼鐵",)


@pytest.mark.parametrize(
    ("typed", "missing", "proposed"),
    [
        ("火星探测器", ("火星探测器",), ()),
        ("колоколл", ("колоколл",), ("колокол",)),
        ("Ladestazion", ("ladestazion",), ("Ladestation",)),
        ("calabasas", ("calabasas",), ("calabazas",)),
        ("mairese", ("mairese",), ("mairesse",)),
        ("दरारोंं", ("दरारोंं",), ("दरारों",)),
    ],
)
async def test_words_found_nowhere_are_named_whole_with_the_nearest_spellings(
    store: Store, typed: str, missing: tuple[str, ...], proposed: tuple[str, ...]
) -> None:
    answer = await ask(store, typed)
    assert (answer.passages, answer.words_not_found, answer.suggestions) == ((), missing, proposed)
    assert answer.terms == missing


async def test_english_words_meet_no_stems_of_another_language(store: Store) -> None:
    assert [passage.text for passage in (await ask(store, "shepherd")).passages] == [
        "Wolves are back, the shepherd says."
    ]
    assert await store.search.languages() == ("de", "es", "fr", "ru")
