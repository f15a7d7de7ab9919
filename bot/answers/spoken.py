"""Who says it: the words that are said in passages, as answers of their own, and the speaker of a passage.

A whole passage has a speaker only where one person says, in it, every word that was looked for: in other words, where
the passage was found for what that person says. The words of the speaker's name itself do not count, since they stand
beside what is said. A passage that merely mentions somebody has no speaker, and neither has one in which several people
say what was looked for. Without a query, a passage has the one speaker whose words are most of it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from bot.answers.finding import find_passages
from bot.answers.plan import Plan
from bot.answers.results import Passage
from bot.answers.weighing import Score
from bot.models import SHARED, Citation, Document, Kind, Span, Speaker, Speech
from bot.store.foreign import index_stems
from bot.store.indexing import index_text, indexed_words
from bot.store.preparation import fingerprint
from bot.store.search import Candidate, Scope, Stored
from bot.store.speakers import Said, name_words
from bot.store.stemming import stem
from bot.store.store import Reading

_MOST: Final = 2_000  # texts that are read and compared for one answer: about a tenth of a second
_NO_QUERY: Final = Score(whole=True, enough=True, close=True, value=0.0)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that somebody says, with the paragraph in which they stand and how well they answer.

    `rank` is their place among all that is said in the paragraph, from 0.
    """

    said: Said
    stored: Stored
    score: Score
    rank: int = 0

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.said.span.of(self.stored.text)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The same words of the same speaker, wherever they stand: the first place, and the others."""

    first: Words
    others: tuple[Words, ...] = ()


def speaker_of(text: str, hits: Sequence[Span], said: Sequence[Said]) -> Speaker | None:
    """The speaker of a whole passage; None where that is nobody, or several.

    Args:
        text: The passage.
        hits: Where the words that were looked for stand; empty where nothing was looked for.
        said: What is said in the passage.
    """
    if not hits:
        return _most_of(text, said)
    if any(_within(hit, [each.span]) for hit in hits for each in said if each.speaker is None):
        return None
    names = {each.speaker.name for each in said if each.speaker is not None}
    found = [speaker for name in names if (speaker := _says_all(name, text, hits, said)) is not None]
    return found[0] if len(found) == 1 else None


def _says_all(name: str, text: str, hits: Sequence[Span], said: Sequence[Said]) -> Speaker | None:
    """The speaker of this name, where all that was looked for stands in what is said under it."""
    own = {stem(word) for word in name_words(name)}
    sought = {form for hit in hits if not own.issuperset(form := _form(hit.of(text)))}
    theirs = [each for each in said if each.speaker is not None and each.speaker.name == name]
    holding = [each for each in theirs if any(_within(hit, [each.span]) for hit in hits)]
    held = {_form(hit.of(text)) for hit in hits if _within(hit, [each.span for each in holding])}
    return holding[0].speaker if sought and sought <= held else None


def _form(words: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in name_words(words))


def _within(hit: Span, spans: Iterable[Span]) -> bool:
    return any(span.start <= hit.start and hit.end <= span.end for span in spans)


def _most_of(text: str, said: Sequence[Said]) -> Speaker | None:
    """The only speaker of a passage, where what is said is at least half of it."""
    if len({None if each.speaker is None else each.speaker.name for each in said}) != 1:
        return None
    covered: set[int] = set()
    for each in said:
        covered.update(range(each.span.start, each.span.end))
    return said[0].speaker if 2 * len(covered) >= len(text) else None


async def about(store: Reading, plan: Plan, scope: Scope) -> tuple[list[Gathered], bool]:
    """What is said about something in a scope: direct speech first, the best of each first.

    Args:
        store: Where to look.
        plan: What is looked for.
        scope: Where; it asks for paragraphs in which somebody, or one of some speakers, speaks.

    Returns:
        What was found, and whether the time was over before everything was looked at.
    """
    finding = await find_passages(store, plan, scope)
    ranked = [each.candidate for each in finding.ranked]
    marks = {each.fingerprint for each in ranked if each.fingerprint}
    copies = await store.search.shared(marks, scope) if marks else []
    paragraphs = dict.fromkeys((*(each.id for each in ranked), *(each.id for each in copies)))
    return gathered(await words_said(store, list(paragraphs), plan, scope)), finding.incomplete


async def all_by(store: Reading, scope: Scope, speakers: Collection[int]) -> list[Gathered]:
    """All that these speakers (row ids) say in a scope: direct speech first, each in the order of the documents.

    Of somebody who speaks more than 2,000 times, the first 2,000.
    """
    said = await store.speakers.said_by(speakers, scope, limit=_MOST)
    texts = {each.id: each for each in await store.search.passages(list({each.paragraph for each in said}))}
    return gathered([Words(each, texts[each.paragraph], _NO_QUERY) for each in said if each.paragraph in texts])


async def words_said(store: Reading, paragraphs: Sequence[int], plan: Plan | None, scope: Scope) -> list[Words]:
    """What is said in paragraphs and answers a query by itself: direct speech first, the best of each first.

    Args:
        store: Where they are kept.
        paragraphs: Their row ids, in order of preference.
        plan: The query; None where all that is said answers.
        scope: Where they were found; where it asks for speakers, only their words are wanted.

    Raises:
        DamagedStoreError: A paragraph is not what was stored.
    """
    speakers = None if scope.speakers is None else set(json.loads(scope.speakers))
    said = await store.speakers.said_in(paragraphs)
    wanted = {
        paragraph: [(rank, each) for rank, each in enumerate(some) if speakers is None or each.speaker_id in speakers]
        for paragraph, some in said.items()
    }
    texts = await store.search.passages([each for each in paragraphs if wanted.get(each)])
    found = [Words(each, text, _score(each, text, plan), rank) for text in texts for rank, each in wanted[text.id]]
    found = [each for each in found if each.score.enough]
    # a stable sort: what answers equally well keeps the order of the paragraphs
    return sorted(found, key=_order)


def _order(words: Words) -> tuple[bool, bool, float]:
    return words.said.form is not Speech.DIRECT, not words.score.whole, -words.score.value


def _score(said: Said, stored: Stored, plan: Plan | None) -> Score:
    if plan is None:
        return _NO_QUERY
    text = said.span.of(stored.text)
    words, stems = indexed_words(*index_text(text)), index_stems(text, None).split()
    return plan.scale.score(Candidate(stored.id, stored.document, stored.span.start, words, stems, "", stored.place))


def gathered(words: Sequence[Words]) -> list[Gathered]:
    """In order, what is said in the same words by the same speaker once; the lowest reference stands for all."""
    groups: dict[tuple[str, str, Speech], list[Words]] = {}
    for each in words:
        name = "" if each.said.speaker is None else each.said.speaker.name
        key = (fingerprint(each.text) or each.text, name, each.said.form)
        groups.setdefault(key, []).append(each)
    result = []
    for group in groups.values():
        first, *others = sorted(group, key=lambda each: (each.stored.place, each.said.span.start))
        result.append(Gathered(first, tuple(others)))
    return result


async def standing_at(
    store: Reading, places: Sequence[tuple[int, int, int]], collection: str = SHARED
) -> list[Gathered]:
    """What is said at these places, in their order; what no longer stands there is left out.

    Args:
        store: Where they are kept.
        places: Each a document and a paragraph by their numbers, and the rank within the paragraph.
        collection: The collection of the documents.

    Raises:
        DamagedStoreError: A paragraph is not what was stored.
    """
    ids: dict[tuple[int, int], int] = {}
    documents = {number: await store.library.document(collection, number) for number in {each[0] for each in places}}
    for number, paragraph in {each[:2] for each in places}:
        document = documents[number]
        kept = None if document is None else await store.library.paragraph(document, paragraph)
        if kept is not None and kept.kind is Kind.BODY:
            ids[number, paragraph] = kept.id
    said = await store.speakers.said_in(ids.values())
    texts = {each.id: each for each in await store.search.passages(list(ids.values()))}
    found = []
    for *place, rank in places:
        id_ = ids.get((place[0], place[1]))
        if id_ is not None and id_ in texts and rank < len(here := said.get(id_, ())):
            found.append(Gathered(Words(here[rank], texts[id_], _NO_QUERY, rank)))
    return found


async def as_passages(store: Reading, found: Sequence[Gathered], plan: Plan | None) -> list[Passage]:
    """What is said as passages: each text is the slice of the source that its citation delimits."""
    everywhere = [each for group in found for each in (group.first, *group.others)]
    documents = await store.library.documents_by_id({each.stored.document for each in everywhere})
    passages = []
    for group in found:
        words = group.first
        match: Literal["all", "some"] = "all" if words.score.whole else "some"
        passages.append(
            Passage(
                text=words.text,
                match=match,
                hits=() if plan is None else plan.scale.matcher.hits(words.text),
                also_in=tuple(_citation(each, documents) for each in group.others),
                citation=_citation(words, documents),
                speaker=words.said.speaker,
                speech=words.said.form,
                rank=words.rank,
            )
        )
    return passages


def _citation(words: Words, documents: Mapping[int, Document]) -> Citation:
    stored = words.stored
    return Citation(documents[stored.document], stored.number, words.said.span.shifted(stored.span.start), stored.page)
