"""Invented texts for the tests of summaries, and a generator of longer ones."""

import hashlib
import random
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from bot.models import SHARED, Basis, Fact, Format, Kind, Metadata, Outline, ParsedDocument, ParsedParagraph, Span
from bot.store.preparation import Period
from bot.store.store import Store

HARBOUR: Final = (
    (
        "The harbour council of Ostrava Bay voted on Tuesday to dredge the northern channel.",
        "Dredging will begin in April and cost forty million crowns.",
        "Fishing crews had asked for a deeper channel since two trawlers ran aground last winter.",
    ),
    (
        "Marta Velin, who chairs the council, said the channel was the life of the harbour.",
        "“Without a deeper channel the ferries will go elsewhere,” she told the crews.",
        "She spoke for ten minutes.",
    ),
    (
        "Not all were pleased.",
        "Divers warned that dredging the channel would bury the mussel beds that feed the bay's ducks.",
        "The council promised to move the mussel beds before dredging begins.",
        "It did not say how.",
    ),
    (
        "The ferries carry nine hundred passengers a day through the northern channel.",
        "A survey of the harbour in 2019 found the channel two metres too shallow for the new ferries.",
    ),
)
ORCHARD: Final = (
    (
        "Apple growers in the Lenner valley lost a third of their blossom to frost.",
        "The frost came on two nights in a row and reached orchards that it had spared for decades.",
    ),
    (
        "Growers lit candles between the rows of apple trees.",
        "The candles kept some blossom alive, but they cost more than many growers could pay.",
        "“We burned a month's income in two nights,” said Ilo Brandt, who tends twelve hectares.",
    ),
    (
        "The valley's cooperative expects a harvest of nine thousand tonnes of apples.",
        "Last year's harvest was fourteen thousand tonnes.",
        "Prices for apples will rise.",
        "Shoppers may not notice before the autumn, since cold stores still hold apples from last year's harvest.",
    ),
    (
        "Insurance against frost is offered in the valley, yet few growers buy it.",
        "The cooperative wants the state to pay half of the insurance against frost.",
        "A decision is expected in June.",
    ),
)
LIBRARY: Final = (
    ("The town library will open on Sundays.", "Readers had asked for Sundays in a petition."),
    (
        "The library counted its readers for a month: most came on Saturdays.",
        "On Saturdays the reading room is full by ten.",
        "Opening on Sundays should spread the readers over two days.",
    ),
    (
        "Two new librarians will be hired.",
        "The librarians' union agreed to Sundays after the town promised a free Monday.",
        "The café in the library stays shut on Sundays.",
    ),
)
DOCUMENTS: Final = (HARBOUR, ORCHARD, LIBRARY)

_WORDS: Final = 6_000
_SYLLABLES: Final = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "xo", "zu", "ka")


def flat(document: tuple[tuple[str, ...], ...]) -> tuple[list[str], list[int]]:
    """The sentences of a document, and for each the index of its paragraph."""
    sentences = [sentence for paragraph in document for sentence in paragraph]
    return sentences, [place for place, paragraph in enumerate(document) for _ in paragraph]


def generated(count: int, seed: int) -> tuple[list[str], list[int]]:
    """`count` sentences of made-up words, used as unevenly as those of a language and with a topic of their own."""
    chance = random.Random(seed)  # noqa: S311 - the same texts in every run, no secret
    vocabulary = [_word(number) for number in range(_WORDS)]
    weights = list(accumulate(1 / (3 + number) for number in range(_WORDS)))
    topic = chance.sample(vocabulary[: _WORDS // 2], 40)
    sentences = []
    for _ in range(count):
        size = chance.randint(4, 22)
        chosen = chance.choices(vocabulary, cum_weights=weights, k=size) + chance.choices(topic, k=1 + size // 4)
        sentences.append(" ".join(chosen).capitalize() + ".")
    return sentences, [place // 4 for place in range(count)]


def _word(number: int) -> str:
    letters = ""
    number += len(_SYLLABLES)
    while number:
        number, syllable = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[syllable]
    return letters


def parsed(
    paragraphs: Sequence[tuple[Kind, Sequence[str]]], *, title: str = "The northern channel", language: str = "en"
) -> ParsedDocument:
    """A document as the reader would give it: paragraphs of some kind, whose sentences are joined by spaces."""
    text = "\ufeff"
    read = []
    for kind, sentences in paragraphs:
        start = len(text)
        spans = []
        for sentence in sentences:
            at = len(text) - start
            spans.append(Span(at, at + len(sentence)))
            text += sentence + " "
        text = text.rstrip(" ")
        read.append(ParsedParagraph(Span(start, len(text)), kind, "as the test says", tuple(spans)))
        text += "\n\n"
    return ParsedDocument(
        file=f"{title}.txt",
        format=Format.TEXT,
        encoding="utf-8",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        metadata=Metadata(
            title=Fact(title, Basis.STATED),
            published=Fact("2024-03-05", Basis.STATED),
            language=Fact(language, Basis.STATED),
        ),
        paragraphs=tuple(read),
        reader=1,
    )


def harbour() -> ParsedDocument:
    """`HARBOUR` with paragraphs around it that are no body."""
    return parsed(
        [
            (Kind.NAVIGATION, ("Home | Harbour | Weather",)),
            (Kind.HEADING, ("Channel to be dredged",)),
            *((Kind.BODY, sentences) for sentences in HARBOUR),
            (Kind.PROMOTION, ("Subscribe to the harbour letter.",)),
            (Kind.NAVIGATION, ("More about dredging the northern channel of the harbour",)),
        ]
    )


async def kept(store: Store, document: ParsedDocument, ranking: Sequence[int] = ()) -> int:
    """Keep a document in the shared collection; its row id."""
    outline = Outline(len(ranking), 60, ("northern channel",)) if ranking else None
    return await store.keeper.keep(
        document, path=document.file, collection=SHARED, period=Period(), ranking=ranking, outline=outline
    )
