"""Sentences that stand within longer ones, word for word: what is shared is one passage, the rest is another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from bot.answers.comparison.pairing import Match, Weights
from bot.answers.comparison.units import Unit
from bot.models import Span

_FEWEST: Final = 8  # words of a sentence that is looked for within another
_KEYS: Final = 3  # and keys of it
_LOOKED_AT: Final = 60  # sentences in which it is looked for
_REST: Final = 4  # keys that must be left of the longer one: with less, the two are one sentence with a few words added
_ROUNDS: Final = 3  # sentences that one may hold


def shared_runs(first: list[Unit], second: list[Unit]) -> list[Match]:
    """The sentences of either document that stand within one of the other.

    Both lists are changed: what is matched is taken out, what is left of the longer sentences is put in.
    """
    found: list[Match] = []
    for _ in range(_ROUNDS):
        weights = Weights([*first, *second])
        cuts = [(inner, *cut) for inner, cut in _cuts(first, second, weights)]
        found += [Match(inner, shared, 1.0) for inner, _, shared, _ in cuts]
        _replace(first, [inner for inner, *_ in cuts], [])
        _replace(second, [outer for _, outer, _, _ in cuts], [part for *_, rest in cuts for part in rest])
        back = [(inner, *cut) for inner, cut in _cuts(second, first, weights)]
        found += [Match(shared, inner, 1.0) for inner, _, shared, _ in back]
        _replace(second, [inner for inner, *_ in back], [])
        _replace(first, [outer for _, outer, _, _ in back], [part for *_, rest in back for part in rest])
        if not (cuts or back):
            break
    return found


def _replace(units: list[Unit], gone: Sequence[Unit], parts: Sequence[Unit]) -> None:
    """Take sentences out of a list that is in the order of the text, and put parts of them in."""
    if gone:
        known = set(map(id, gone))
        kept = [unit for unit in units if id(unit) not in known]
        units[:] = sorted((*kept, *parts), key=lambda unit: (unit.paragraph, unit.start))


def _cuts(
    inner: Sequence[Unit], outer: Sequence[Unit], weights: Weights
) -> Iterator[tuple[Unit, tuple[Unit, Unit, list[Unit]]]]:
    """Sentences that stand within others: which, within which, that part of it, and the rest of it.

    A sentence is looked for where its rarest word stands; each of the others is cut once.
    """
    postings: dict[str, list[Unit]] = defaultdict(list)
    for unit in outer:
        for key in unit.keys:
            postings[key].append(unit)
    gone: set[int] = set()
    for unit in inner:
        if len(unit.keys) < _KEYS:
            continue
        for other in postings.get(min(unit.keys, key=weights.order), ())[:_LOOKED_AT]:
            if id(other) not in gone and unit.keys <= other.keys and (cut := _cut(other, unit)) is not None:
                gone.add(id(other))
                yield unit, (other, *cut)
                break


def _cut(outer: Unit, inner: Unit) -> tuple[Unit, list[Unit]] | None:
    """A sentence cut at another that stands within it: that part, and the rest; None where it does not."""
    size = len(inner.wording.words)
    if size < _FEWEST or size >= len(outer.wording.words) or not inner.keys <= outer.keys:
        return None
    at = _place(outer.wording.words, inner.wording.words)
    if at is None:
        return None
    spans = outer.wording.spans
    start, end = spans[at].start, spans[at + size - 1].end
    rest = [span for span in (_trimmed(outer.text, 0, start), _trimmed(outer.text, end, len(outer.text))) if span]
    parts = [outer.part(span, whole=False) for span in rest]
    if sum(len(part.keys) for part in parts) < _REST:
        return None
    shared = outer.part(_with_mark(outer.text, inner.text, start, end), whole=False)
    return shared, [part for part in parts if part.keys]


def _with_mark(text: str, inner: str, start: int, end: int) -> Span:
    """The part, with the full stop that both have behind it."""
    return Span(start, end + 1) if text[end : end + 1] == inner[-1:] and inner[-1:] in ".!?" else Span(start, end)


def _place(words: Sequence[str], run: Sequence[str]) -> int | None:
    size, wanted = len(run), list(run)
    starts = range(len(words) - size + 1)
    return next((at for at in starts if words[at] == run[0] and list(words[at : at + size]) == wanted), None)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without marks and white space at its ends; None where nothing is left."""
    while start < end and not text[start].isalnum() and text[start] not in "“\"'‘(«$€£":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(sign.isalnum() for sign in text[start:end]) else None
