"""The starter collection: whole, catalogued, with the facts of its originals and none of their sentences."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from bot.documents.catalogue import Catalogue

SEEDS: Final = Path(__file__).parents[1] / "seeds"
GOLD: Final = Path(__file__).parent / "gold" / "starter_questions.toml"
DIGESTS: Final = tuple(sorted(SEEDS.glob("digest-*.txt")))
LONGEST_RUN: Final = 7
"""So many consecutive words may a digest have in common with an original."""

NAMES: Final = (
    "China's Position on the Political Settlement of the Ukraine Crisis",
    (
        "Joint Statement of the People's Republic of China and the Russian Federation on Deepening"
        " the Comprehensive Strategic Partnership of Coordination for the New Era"
    ),
    (
        "joint statement on the development planning for the key directions of China-Russia"
        " economic cooperation before 2030"
    ),
    "China-Russia comprehensive strategic partnership of coordination for a new era",
    (
        "the Belt and Road Initiative, the Global Development Initiative, the Global Security Initiative,"
        " and the Global Civilization Initiative"
    ),
    "Chongyang Institute for Financial Studies at Renmin University of China",
    "professor at the Institute of International Relations at the China Foreign Affairs University",
    (
        "deputy chairman of the Russian-Chinese Friendship Society and head of the expert council"
        " at the Russian-Chinese Committee for Friendship, Peace and Development"
    ),
    "third Belt and Road Forum for International Cooperation",
    "Treaty of Good Neighborliness, Friendship and Cooperation between China and Russia",
)
"""Names and titles that stand as they are, besides the titles in the catalogue."""

FACTS: Final = (
    (
        *("28 March 2023", "20 to 22 March 2023", "state visit", "builder of peace", "spillover effects", "ceasefire"),
        *("China's Position on the Political Settlement of the Ukraine Crisis", "position paper", "UN Charter"),
        *("Ukraine, the commentary says", "neither created", "rumors and falsehoods", "fanning the flames"),
        *("hegemonism", "unilateralism", "protectionism", "cold war mentality", "bloc politics", "bulwark"),
        *("permanent members", "signed article", "true multilateralism", "multi-polar", "ten years ago"),
        *("Moscow State Institute of International Relations", "Belt and Road Initiative", "past decade"),
        *("Global Development Initiative", "Global Security Initiative", "Global Civilization Initiative"),
        *("democracy vs autocracy", "power politics", "non-alignment", "non-confrontation", "shared future"),
        *("comprehensive strategic partnership of coordination", "sustainable", "results-oriented"),
    ),
    (
        *("Monday, 20 March 2023", "PR Newswire", "Beijing", "new vision", "new blueprint", "new measures"),
        *("Forging Ahead to Open a New Chapter", "Russian Gazette", "RIA Novosti", "10 years ago", "eight visits"),
        *("met 40 times", "fruitful results", "no alliance", "no confrontation", "$190 billion", "last year"),
        *("116 percent", "cross-border e-commerce", "March 2013", "Moscow State Institute of International Relations"),
        *("Belt and Road Initiative", "Global Civilization Initiative", "objective and impartial", "last month"),
        *("supply chains", "spillovers", "no simple solution", "lasting peace and common security", "sustainable"),
    ),
    (
        *("17 March 2023", "18 March 2023", "20 to 22 March 2023", "Wang Wenbin", "Chinese Foreign Ministry"),
        *("Xinhua News Agency", "Beijing Review", "Vladimir Putin", "friendship, cooperation and peace"),
        *("good neighborliness", "strategic trust", "Eurasian Economic Union", "Belt and Road Initiative"),
        *("true multilateralism", "multi-polar", "global governance", "non-alignment", "last month", "talks for peace"),
        *("position paper", "political dialogue", "unilateral sanctions", "maximum pressure", "fueling the fight"),
        *("assistance to Russia", "equality and mutual benefit", "above-board and candid", "third party"),
    ),
    (
        *("Tuesday", "Monday", "Kremlin", "Mikhail Mishustin", "Prime Minister", "two rounds", "restricted session"),
        *("Joint Statement of the People's Republic of China", "before 2030", "security concerns", "informal meeting"),
        *("this year", "third Belt and Road Forum for International Cooperation", "biggest neighbor", "hi-tech"),
        *("Li Haidong", "China Foreign Affairs University", "Yury Tavrovsky", "Russian-Chinese Friendship Society"),
        *("global catastrophe", "very irresponsible", "Boris Belyakov", "TASS", "Antony Blinken", "Secretary of State"),
        *("freeze", "Bloomberg", "Wang Wenbin", "Wang Wen is professor and executive dean", "war crimes", "refugees"),
        *("Chongyang Institute for Financial Studies at Renmin University of China", "Saudi Arabia and Iran"),
        *(
            "multipolar world",
            "multi-polarity",
            "cease-fire",
            "White House",
            "tourism",
            "Xinhua News Agency",
            "weapons",
        ),
    ),
    (
        *(
            "World Today News",
            "V. Sergeev",
            "Russian Federation",
            "first foreign visit",
            "ten years ago",
            "eight times",
        ),
        *(
            "more than 40 meetings",
            "record $190 billion in 2022",
            "116%",
            "13 years in a row",
            "largest trading partner",
        ),
        *("20th anniversary", "Treaty of Good Neighborliness", "eight areas", "Cross-Years", "coronavirus", "MGIMO"),
        *(
            "SCO",
            "BRICS",
            "G-20",
            "more than 70 years",
            "EAIS",
            "summer camps",
            "tourism",
            "March 2013",
            "global village",
        ),
        *("hegemony, despotism and persecution", "start of last year", "supply chains", "Chinese modernization"),
        *("Communist Party of China", "great rejuvenation", "non-alignment", "multipolarity", "permanent members"),
        *("aviation, space, energy", "sister provinces", "no model of governance", "friends in trouble"),
    ),
)
"""Figures, names, dates and short terms that each digest carries, in the order of the digests."""


def _tables() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = tomllib.loads((SEEDS / "catalogue.toml").read_text(encoding="utf-8"))["document"]
    return listed


def _paragraphs(file: Path) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")) if part.strip()]


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def _allowed_runs(length: int) -> set[tuple[str, ...]]:
    titles = [str(table["title"]) for table in _tables()]
    return {run for name in (*NAMES, *titles) for run in _runs(name, length)}


def test_there_are_five_digests_each_with_facts_to_hold() -> None:
    assert len(DIGESTS) == len(FACTS) == 5
    assert all(len(facts) >= 15 for facts in FACTS)


def test_the_catalogue_lists_five_originals_and_then_their_digests_in_order() -> None:
    tables = _tables()
    originals, digests = tables[:5], tables[5:]
    assert [table["sha256"] for table in digests] == [_sha256(file) for file in DIGESTS]
    assert [table["digest_of"] for table in digests] == [table["sha256"] for table in originals]
    assert not any("digest_of" in table for table in originals)
    for original, digest in zip(originals, digests, strict=True):
        assert digest["title"] == f"Digest: {original['title']}"
        assert digest["anchor_date"] == original["anchor_date"]
        assert (digest["publisher"], digest["kind"]) == ("Verbatim", "digest")


@pytest.mark.parametrize("file", DIGESTS, ids=lambda file: file.stem)
def test_the_catalogue_knows_each_digest_and_of_what_it_is_one(file: Path) -> None:
    catalogue = Catalogue.parse((SEEDS / "catalogue.toml").read_text(encoding="utf-8"), "catalogue.toml")
    known = catalogue.lookup(_sha256(file), file.name)
    assert known is not None
    assert known.digest_of is not None
    assert known.title.value == f"Digest: {known.digest_of.title}" == _paragraphs(file)[0]


@pytest.mark.parametrize("file", DIGESTS, ids=lambda file: file.stem)
def test_a_digest_says_what_it_is_and_has_eight_to_fifteen_paragraphs(file: Path) -> None:
    headline, byline, *body = _paragraphs(file)
    assert "\n" not in headline
    assert byline.startswith("By Verbatim | Digest written for the starter collection of ")
    assert 8 <= len(body) <= 15
    assert not any("\n" in paragraph for paragraph in body)
    assert all(paragraph.endswith(".") for paragraph in body)


@pytest.mark.parametrize("file", DIGESTS, ids=lambda file: file.stem)
def test_every_paragraph_of_a_digest_names_a_source(file: Path) -> None:
    sources = re.compile(
        r"the commentary|PR Newswire|Xinhua|Wang Wenbin|Global Times|Xi (also )?(writes|names)|to Xi\b"
    )
    assert [paragraph for paragraph in _paragraphs(file)[2:] if not sources.search(paragraph)] == []


@pytest.mark.parametrize(("file", "facts"), list(zip(DIGESTS, FACTS, strict=True)), ids=[file.stem for file in DIGESTS])
def test_a_digest_carries_the_facts_of_its_original(file: Path, facts: tuple[str, ...]) -> None:
    text = file.read_text(encoding="utf-8")
    assert [fact for fact in facts if fact not in text] == []


def test_the_questions_on_the_collection_expect_what_its_digests_say() -> None:
    questions = tomllib.loads(GOLD.read_text(encoding="utf-8"))["question"]
    for question in questions:
        numbers, terms = question["expect_documents"], question["expect_terms"]
        texts = [DIGESTS[number - 1].read_text(encoding="utf-8") for number in numbers]
        assert bool(texts) == bool(terms), question["text"]
        for text in texts:
            bodies = text.split("\n\n")[2:]
            assert any(all(term in body for term in terms) for body in bodies), question["text"]


@pytest.mark.originals
def test_the_catalogue_knows_the_originals(originals: Path) -> None:
    found = {_sha256(file) for file in originals.glob("*.txt")}
    assert {table["sha256"] for table in _tables()[:5]} <= found


@pytest.mark.originals
@pytest.mark.parametrize("file", [*DIGESTS, SEEDS / "catalogue.toml", GOLD], ids=lambda file: file.stem)
def test_no_sentence_of_the_originals_is_copied(file: Path, originals: Path) -> None:
    length = LONGEST_RUN + 1
    listed = {table["sha256"] for table in _tables()[:5]}
    texts = [text.read_text(encoding="utf-8") for text in originals.glob("*.txt") if _sha256(text) in listed]
    assert texts
    foreign = {run for text in texts for run in _runs(text, length)} - _allowed_runs(length)
    assert [" ".join(run) for run in _runs(file.read_text(encoding="utf-8"), length) if run in foreign] == []
