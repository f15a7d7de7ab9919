"""Score quotations and speakers on PolNeAR: `python tests/benchmarks/polnear.py FOLDER [--errors N]`.

FOLDER is one part of the corpus, such as `data/dev`, with `text/`, `attributions/` and, if it is there, `corenlp/`.

What counts as a direct quotation: each annotated content is laid against the pairs of double quotation marks
(straight, curly, or doubled single ones) of its paragraph. A content at least half of whose characters lie between
marks is direct; each stretch between marks in it is one quotation, whose speaker is the content's source. It is
*full* when at least four fifths of the content lie between marks and the stretch has five words or more. Stretches in
contents that are mostly not between marks count neither as missed nor as wrong. Of a text annotated several times,
the first annotator counts.

A quotation is found when one of ours overlaps it with IoU of at least .5. Its speaker is right when

- the last name in its source (before a comma or bracket) is one of the words of our speaker's name, or
- our speaker is known from words that overlap the source (the lines `all` and `full (source)`); in the line `full
  (resolved)`, where the corpus' own coreference links a source without a name to one, the last word of that name has
  to be one of ours instead, which is noisy, since that coreference is automatic and often wrong itself.

A quotation without any source is right when we name nobody. Where a source is only "said" or another such verb, source
and cue were annotated the wrong way round, and the cue counts as a source too.

Precision is taken over all quotations of ours, attributed or not; *served* are those with a speaker.

Of reported speech, the line `reported` tells how many stretches we find, how many of them overlap an annotated content
with IoU of at least .5, and how many begin and end with it, marks, full stops and a "that" before it aside.
"""

import argparse
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.documents.quotations.attribution import attribute
from bot.documents.quotations.model import Marks
from bot.documents.sentences import split
from bot.models import Span, Speaker

_DIRECT: Final = 0.5
_FULL: Final = 0.8
_WORDS: Final = 5
_EDGES: Final = ' .,”"“'
_MARK: Final = re.compile(r"“|”|\"|''|``")
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*")
_TITLE: Final = frozenset("mr mrs ms dr rep sen gov gen president senator secretary jr sr the".split())
_CUES: Final = frozenset("said says asked added wrote".split())
_HEAD_END: Final = re.compile(r"[,(]| who | of | for | from | in | at ")


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated direct quotation, in offsets of its text."""

    span: Span
    sources: tuple[Span, ...]
    share: float
    full: bool


@dataclass(slots=True)
class Score:
    """Counts over the quotations of one selection."""

    gold: int = 0
    ours: int = 0
    found: int = 0
    right: int = 0
    served: int = 0
    served_right: int = 0
    bases: Counter[str] = field(default_factory=Counter)

    def line(self, name: str) -> str:
        """The figures as one line of text."""
        precision, recall = self.right / max(1, self.ours), self.right / max(1, self.gold)
        joint = 2 * precision * recall / max(1e-9, precision + recall)
        spans = 2 * self.found / max(1, self.gold + self.ours)
        served = self.served / max(1, self.found)
        correct = self.served_right / max(1, self.served)
        return (
            f"{name:22} gold {self.gold:5} ours {self.ours:5} found {self.found:5}  span F1 {100 * spans:6.2f}"
            f"  joint P {100 * precision:6.2f} R {100 * recall:6.2f} F1 {100 * joint:6.2f}"
            f"  served {100 * served:6.2f} right {100 * correct:6.2f}"
        )


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that are not blank."""
    return [Span(*found.span()) for found in re.finditer(r"[^\n]*\S[^\n]*", text)]


def pairs(text: str, base: int) -> Iterator[Span]:
    """Stretches between double marks of one paragraph, marks included; an open one ends with the paragraph."""
    opened: int | None = None
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        if opened is None:
            before = text[at - 1 : at]
            if mark == "”" and not (before.isspace() or not before):
                continue
            opened = at
        elif mark in "“``" and text[at - 1 : at].isspace():
            yield Span(base + opened, base + at)
            opened = at
        else:
            yield Span(base + opened, base + found.end())
            opened = None
    if opened is not None:
        yield Span(base + opened, base + len(text))


def annotations(path: Path) -> Iterator[tuple[list[Span], tuple[Span, ...]]]:
    """The contents of a standoff file, each with its sources."""
    spans: dict[str, list[Span]] = {}
    words: dict[Span, str] = {}
    relations: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 1 and cells[0].startswith("T"):
            stretches = cells[1].split(" ", 1)[1].split(";")
            spans[cells[0]] = [Span(*map(int, stretch.split())) for stretch in stretches]
            words[spans[cells[0]][0]] = cells[-1]
        elif len(cells) > 1 and cells[0].startswith("E"):
            relations.append(cells[1])
    for relation in relations:
        roles: dict[str, list[Span]] = defaultdict(list)
        for role in relation.split():
            name, _, target = role.partition(":")
            roles[name.rstrip("0123456789")] += spans.get(target, [])
        # some annotations of "said Obama" have source and cue the wrong way round
        text = " ".join(words[span] for span in roles["Source"] if span in words)
        sources = roles["Source"] + (roles["Cue"] if text in _CUES else [])
        yield sorted(roles["Content"], key=lambda span: span.start), tuple(sources)


def _likeness(one: Span, other: Span) -> float:
    shared = _overlap(one, other)
    return shared / max(1, one.end - one.start + other.end - other.start - shared)


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def gold_quotations(text: str, path: Path) -> tuple[list[Gold], list[Span]]:
    """The direct quotations of a text, and the quoted stretches in contents that are mostly not quoted."""
    quoted = [pair for place in paragraphs(text) for pair in pairs(place.of(text), place.start)]
    gold: list[Gold] = []
    partial: list[Span] = []
    for contents, sources in annotations(path):
        size = sum(span.end - span.start for span in contents)
        inside = [pair for pair in quoted if sum(_overlap(pair, span) for span in contents) * 2 > pair.end - pair.start]
        share = sum(_overlap(pair, span) for pair in inside for span in contents) / max(1, size)
        for pair in inside:
            words = len(re.findall(r"\w[\w'’-]*", pair.of(text)))
            if share >= _DIRECT:
                gold.append(Gold(pair, sources, share, share >= _FULL and words >= _WORDS))
            else:
                partial.append(pair)
    return sorted(gold, key=lambda each: each.span.start), partial


def chains(path: Path) -> dict[Span, str]:
    """The last word of the name to which automatic coreference links each mention."""
    if not path.exists() or path.stat().st_size == 0:
        return {}
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - a corpus that the caller chose
    tokens: dict[tuple[str, int], tuple[int, int, str, str]] = {}
    for sentence in root.iterfind("document/sentences/sentence"):
        for token in sentence.iterfind("tokens/token"):
            start, end = (int(token.findtext(f"CharacterOffset{edge}", "0")) for edge in ("Begin", "End"))
            key = (sentence.get("id", ""), int(token.get("id", "0")))
            tokens[key] = (start, end, token.findtext("word", ""), token.findtext("NER", "O"))
    linked: dict[Span, str] = {}
    for chain in root.iterfind("document/coreference/coreference"):
        names: Counter[str] = Counter()
        places: list[Span] = []
        for mention in chain.iterfind("mention"):
            sentence_id = mention.findtext("sentence", "")
            first, last, head = (int(mention.findtext(part, "0")) for part in ("start", "end", "head"))
            places.append(Span(tokens[sentence_id, first][0], tokens[sentence_id, last - 1][1]))
            if tokens[sentence_id, head][3] == "PERSON":
                names[tokens[sentence_id, head][2].lower()] += 1
        if names:
            linked.update(dict.fromkeys(places, names.most_common(1)[0][0]))
    return linked


def last_name(source: str) -> str | None:
    """The last name in a source as annotated; None where it has none."""
    head = _HEAD_END.split(source, maxsplit=1)[0]
    names = [re.sub(r"['’]s?$", "", name.lower()) for name in _NAME.findall(head)]
    names = [name for name in names if name.rstrip(".") not in _TITLE]
    if names and not (len(names) == 1 and names[0] in {"he", "she", "they", "it", "i", "we", "a", "one", "his", "her"}):
        return names[-1]
    return None


def _words(name: str) -> set[str]:
    return {re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w’'-]+", name.lower())}


def is_right(text: str, gold: Gold, ours: Speaker | None, places: Sequence[Span], linked: dict[Span, str]) -> bool:
    """Whether our speaker is the annotated one; with `linked`, sources without a name count by what they link to."""
    if ours is None or not gold.sources:
        return ours is None and not gold.sources
    for source in gold.sources:
        if (name := last_name(source.of(text))) is not None and name in _words(ours.name):
            return True
        if name is None and (name := linked.get(source)) is not None:
            return name in _words(ours.name)
    if ours.mention is None:
        return False
    at = ours.mention.span.shifted(places[ours.mention.paragraph].start)
    return any(_overlap(at, source) for source in gold.sources)


@dataclass(slots=True)
class Told:
    """Counts over the reported speech that we find."""

    ours: int = 0
    matched: int = 0
    exact: int = 0

    def count(self, text: str, ours: Sequence[Span], contents: Sequence[Span]) -> None:
        """Add what we found in a text with these annotated contents."""
        for span in ours:
            best = max(contents, key=lambda each: _likeness(each, span), default=span)
            self.ours += 1
            if best is not span and _likeness(best, span) >= _DIRECT:
                self.matched += 1
                edges = (sorted((span.start, best.start)), sorted((span.end, best.end)))
                self.exact += all(text[one:other].strip(_EDGES) in ("", "that", "That") for one, other in edges)


@dataclass(slots=True)
class Report:
    """All scores of a run, and its errors in words."""

    every: Score = field(default_factory=Score)
    full: Score = field(default_factory=Score)
    resolved: Score = field(default_factory=Score)
    told: Told = field(default_factory=Told)
    served_by: dict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[str] = field(default_factory=list)
    characters: int = 0
    seconds: float = 0.0


def _count(report: Report, name: str, text: str, path: Path, linked: dict[Span, str]) -> None:
    places = paragraphs(text)
    given = [(place.of(text), split(place.of(text), "en")) for place in places]
    started = time.process_time()
    marks = attribute(given, language="en")
    report.seconds += time.process_time() - started
    report.characters += len(text)
    gold, partial = gold_quotations(text, path)
    contents = [Span(content[0].start, content[-1].end) for content, _ in annotations(path) if content]
    reported = [each.span.shifted(at.start) for at, found in zip(places, marks, strict=True) for each in found.reported]
    report.told.count(text, reported, contents)
    ours = list(_ours(marks, places))
    taken: set[int] = set()
    for each in gold:
        scores = [report.every] + ([report.full, report.resolved] if each.full else [])
        for score in scores:
            score.gold += 1
        match = _match(each.span, [span for span, _ in ours], taken)
        if match is None:
            report.errors.append(f"missed  {name}: {_shown(text, each.span)} <- {_sources(text, each)}")
            continue
        taken.add(match)
        speaker = ours[match][1]
        for score in scores:
            right = is_right(text, each, speaker, places, linked if score is report.resolved else {})
            score.ours += 1
            score.found += 1
            score.right += right
            score.served += speaker is not None
            score.served_right += right and speaker is not None
        right = is_right(text, each, speaker, places, {})
        if speaker is not None and each.full:
            report.served_by[speaker.basis][right] += 1
        if not right:
            kind = "nobody " if speaker is None else "wrong  "
            report.errors.append(f"{kind} {name}: {_shown(text, each.span)} <- {_sources(text, each)} NOT {speaker}")
    for at, (span, speaker) in enumerate(ours):
        if at in taken or any(_overlap(span, other) for other in partial):
            continue
        report.every.ours += 1
        if len(span.of(text).split()) >= _WORDS and not any(_overlap(span, each.span) for each in gold):
            report.full.ours += 1
            report.resolved.ours += 1
        report.errors.append(f"surplus {name}: {_shown(text, span)} NOT {speaker}")


def _ours(marks: Sequence[Marks], places: Sequence[Span]) -> Iterator[tuple[Span, Speaker | None]]:
    for place, found in zip(places, marks, strict=True):
        for quotation in found.quotations:
            yield quotation.span.shifted(place.start), quotation.speaker


def _match(wanted: Span, ours: Sequence[Span], taken: set[int]) -> int | None:
    for at, span in enumerate(ours):
        shared = _overlap(wanted, span)
        union = wanted.end - wanted.start + span.end - span.start - shared
        if at not in taken and shared >= union / 2:
            return at
    return None


def _shown(text: str, span: Span) -> str:
    return f"{text[max(0, span.start - 160) : span.start]}[[{span.of(text)}]]{text[span.end : span.end + 100]}".replace(
        "\n", "¶"
    )


def _sources(text: str, gold: Gold) -> str:
    return " + ".join(source.of(text) for source in gold.sources) or "(nobody)"


def run(folder: Path) -> Report:
    """Score every text of a folder."""
    report = Report()
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotated = sorted(each for each in (folder / "attributions").glob("*.ann") if each.name[:-9] == path.stem)
        if annotated:
            _count(report, path.stem, text, annotated[0], chains(folder / "corenlp" / f"{path.name}.xml"))
    return report


def main() -> None:
    """Print the figures, and some errors where they are asked for."""
    parser = argparse.ArgumentParser(description="Score quotations and speakers on a part of PolNeAR.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="how many errors to show")
    arguments = parser.parse_args()
    report = run(arguments.folder)
    for error in report.errors[: arguments.errors]:
        print(error)
    print(report.every.line("all"))
    print(report.full.line("full (source)"))
    print(report.resolved.line("full (resolved)"))
    for basis, counts in sorted(report.served_by.items()):
        print(f"  full, {basis:10} {counts.total():5}  right {100 * counts[True] / counts.total():6.2f}")
    print(f"reported               ours {report.told.ours} matched {report.told.matched} exact {report.told.exact}")
    print(
        f"speed {report.characters / 1000 / max(1e-9, report.seconds):.0f} kchar/s over {report.characters} characters"
    )


if __name__ == "__main__":
    main()
