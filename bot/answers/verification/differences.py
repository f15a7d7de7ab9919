"""From an alignment to what is shown: slices of paragraphs, each with the way from the source to what was pasted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from bot.answers.results import Change
from bot.answers.verification.alignment import Alignment, Run
from bot.answers.verification.pasted import TextReading
from bot.answers.verification.seams import between_spaces
from bot.folding import fold
from bot.models import Span
from bot.store.phrases import Standing

_MARKS: Final = 6  # characters around a passage that may be marks of it
Diff = tuple[tuple[Change, str], ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of one paragraph, `span` counting in the source text, with its differences."""

    paragraph: Standing
    span: Span
    diff: Diff

    @property
    def text(self) -> str:
        """The source text that lies here."""
        return self.span.shifted(-self.paragraph.span.start).of(self.paragraph.text)


@dataclass(frozen=True, slots=True)
class Step:
    """Words from `first` up to `last`: of the stretch where they are equal or deleted, of the pasted text otherwise.

    `mark` is what the pasted text has in their place to mark an omission; None where it marks none.
    """

    change: Change
    first: int
    last: int
    mark: str | None = None


def steps(alignment: Alignment, reading: TextReading) -> Iterator[Step]:
    """The way from the stretch to the pasted text, in order."""
    runs = iter(alignment.runs)
    for first, last, begin, end in alignment.gaps():
        gap = reading.gaps.get(first) if first == last else None
        mark = None if gap is None or not 0 < first < len(reading.wording.words) else gap.mark
        if begin < end:
            yield Step(Change.DELETE, begin, end, mark)
        if first < last or mark is not None:
            yield Step(Change.INSERT, first, last, mark)
        if (run := next(runs, None)) is not None:
            yield from _equal(run, reading)


def _equal(run: Run, reading: TextReading) -> Iterator[Step]:
    """A run of equal words, with what was put in between in brackets."""
    start = run.pasted
    for place in sorted(
        place for place, gap in reading.gaps.items() if gap.bracketed and start < place < run.pasted_end
    ):
        yield Step(Change.EQUAL, run.source + start - run.pasted, run.source + place - run.pasted)
        yield Step(Change.INSERT, place, place, reading.gaps[place].mark)
        start = place
    yield Step(Change.EQUAL, run.source + start - run.pasted, run.source_end)


def slices(alignment: Alignment, reading: TextReading, outer: Span | None = None) -> list[Slice]:
    """The paragraphs that an alignment touches, each with its stretch and its differences.

    Args:
        alignment: What stands where.
        reading: The pasted text.
        outer: Where the text begins and ends in the source, where that is known better than by its words.
    """
    outer = outer or _with_marks(alignment, reading)
    alignment = between_spaces(alignment, reading)
    stretch = alignment.stretch
    found = []
    for owner, sheet in _sheets(alignment, reading).items():
        paragraph = stretch.paragraphs[owner]
        first, last = _ends(sheet)
        # a text that goes over the end of a paragraph has all of its marks there
        start = outer.start if first == alignment.begin else paragraph.span.start
        end = outer.end if last == alignment.end else paragraph.span.end
        span = Span(max(start, paragraph.span.start), min(end, paragraph.span.end))
        found.append(Slice(paragraph, span, tuple(_written(alignment, reading, sheet, span))))
    return found


def _sheets(alignment: Alignment, reading: TextReading) -> dict[int, list[Step]]:
    """The steps by the paragraph where they stand; what was inserted goes with the words before it."""
    owners = alignment.stretch.owners
    sheets: dict[int, list[Step]] = {}
    owner = owners[alignment.begin]
    for step in steps(alignment, reading):
        if step.change is Change.INSERT:
            sheets.setdefault(owner, []).append(step)
            continue
        for owner, places in groupby(range(step.first, step.last), key=owners.__getitem__):
            cut = list(places)
            sheets.setdefault(owner, []).append(replace(step, first=cut[0], last=cut[-1] + 1))
    return sheets


def _ends(sheet: Sequence[Step]) -> tuple[int, int]:
    source = [step for step in sheet if step.change is not Change.INSERT]
    return source[0].first, source[-1].last


def _written(
    alignment: Alignment, reading: TextReading, sheet: Sequence[Step], span: Span
) -> Iterator[tuple[Change, str]]:
    """The steps of one paragraph as words; those of the source together are its slice but for white space."""
    stretch = alignment.stretch
    _, behind = _ends(sheet)
    start = span.start
    for step in sheet:
        if step.change is Change.INSERT:
            yield step.change, inserted(reading, step)
            continue
        owner, end = stretch.owners[step.first], span.end
        if step.last != behind:
            last = stretch.spans[step.last - 1].end
            end = last + _seam(stretch.between(last, stretch.spans[step.last].start, owner))
        yield step.change, stretch.between(start, end, owner).strip()
        start = end


def inserted(reading: TextReading, step: Step) -> str:
    """The words of an insertion with the marks around them, as they were pasted."""
    if step.mark is not None:
        return step.mark
    written = ""
    for place in range(step.first, step.last):
        if place > step.first and place in reading.gaps:
            written += f" {reading.gaps[place].mark} "
        written += _pasted(reading, place)
    return " ".join(written.split())


def _pasted(reading: TextReading, place: int) -> str:
    """A pasted word with the marks that belong to it."""
    text, spans = reading.text, reading.wording.spans
    start = 0 if place == 0 else spans[place - 1].end
    start += 0 if place == 0 else _seam(text[start : spans[place].start])
    end = spans[place].end
    end = end + _seam(text[end : spans[place + 1].start]) if place + 1 < len(spans) else len(text)
    return text[start:end]


def _seam(gap: str) -> int:
    """Where to part what stands between two words: at the first white space, otherwise before the second word."""
    return next((at for at, sign in enumerate(gap) if sign.isspace()), len(gap))


def _with_marks(alignment: Alignment, reading: TextReading) -> Span:
    """From the first word to the last, with those marks around them that the pasted text has as well."""
    stretch, spans = alignment.stretch, reading.wording.spans
    start, end = stretch.spans[alignment.begin].start, stretch.spans[alignment.end - 1].end
    first, last = (stretch.paragraphs[stretch.owners[place]] for place in (alignment.begin, alignment.end - 1))
    ahead = first.text[: start - first.span.start][-_MARKS:]
    behind = last.text[end - last.span.start :][:_MARKS]
    before = reading.text[: spans[0].start] if alignment.first == 0 else ""
    after = reading.text[spans[-1].end :] if alignment.last == len(spans) else ""
    return Span(start - _agreeing(ahead[::-1], before[::-1]), end + _agreeing(behind, after))


def _agreeing(source: str, pasted: str) -> int:
    """How many marks two texts have in common from their beginning on."""
    count = 0
    for one, other in zip(source, pasted, strict=False):
        if one.isspace() or fold(one) != fold(other):
            break
        count += 1
    return count
