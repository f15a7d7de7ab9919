"""Score the date tagger on a folder of TimeML files: `python tests/benchmarks/timex.py FOLDER [--errors N]`.

Files are read below FOLDER (`*.tml`); the anchor is the file's document creation time. Printed are the figures of
TempEval-3: strict and relaxed F1 of the spans, and F1 of the values (spans that overlap and have the same value), over
all expressions and over those of type DATE and TIME; then what goes wrong by kind (spurious, missed, extent, value,
type), and how many sentences, already split, the tagger reads in a second. TIMEX3 exists only here: the tagger itself
speaks EDTF.
"""

import argparse
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.documents.dates.lexicon import Unit
from bot.documents.dates.linking import Expression
from bot.documents.dates.meaning import Length, Meaning, Partial, Repeated, Share, Shift, Stretch, Vague
from bot.documents.dates.tagger import expressions, tag
from bot.documents.dates.words import ENGLISH
from bot.documents.sentences import split
from bot.models import DateValue, Precision, Span

_LETTERS: Final = {
    Unit.SECOND: "TS", Unit.MINUTE: "TM", Unit.HOUR: "TH", Unit.DAY: "D", Unit.WEEK: "W", Unit.MONTH: "M",
    Unit.FORTNIGHT: "W",
    Unit.QUARTER: "Q", Unit.SEASON: "S", Unit.YEAR: "Y", Unit.DECADE: "DE", Unit.CENTURY: "CE", Unit.MILLENNIUM: "ML",
}  # fmt: skip
_VAGUE: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_DAYPARTS: Final = {1: "TMO", 2: "TAF", 3: "TEV", 4: "TNI"}
_SEASONS: Final = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_YEARS: Final = {Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_FIRST_QUARTER: Final = 32
_HALF_ALONE: Final = {
    Unit.CENTURY: "P50Y", Unit.DECADE: "P5Y", Unit.YEAR: "P6M", Unit.DAY: "PT12H", Unit.HOUR: "PT30M",
    Unit.MINUTE: "PT30S",
}  # fmt: skip
_HALF_UNITS: Final = {Unit.YEAR: "6M", Unit.HOUR: "30M", Unit.MINUTE: "30S"}


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 in a text."""

    span: Span
    type: str
    value: str


@dataclass(slots=True)
class Score:
    """Counts, and what they come to."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def line(self, name: str) -> str:
        """The figures as one line of text."""
        figures = (2 * hits / max(1, self.gold + self.found) for hits in (self.strict, self.relaxed, self.value))
        strict, relaxed, value = (f"{100 * figure:6.2f}" for figure in figures)
        return f"{name:10} gold {self.gold:5} found {self.found:5}  strict {strict}  relaxed {relaxed}  value {value}"


def read(path: Path) -> tuple[str, date | None, list[Timex]]:
    """The text of a TimeML file, its creation time, and its TIMEX3s."""
    root = ET.fromstring(path.read_bytes())  # noqa: S314 - corpora that the caller chose
    created = root.find("DCT/TIMEX3")
    stamp = re.match(r"(\d{4})-?(\d{2})-?(\d{2})", created.get("value", "") if created is not None else "")
    anchor = date(int(stamp[1]), int(stamp[2]), int(stamp[3])) if stamp else None
    gold: list[Timex] = []
    body = root.find("TEXT")
    text = "" if body is None else "".join(_walk(body, gold, 0))
    return text, anchor, gold


def _walk(element: ET.Element, gold: list[Timex], offset: int) -> Iterator[str]:
    start = offset
    for piece in _pieces(element, gold, offset):
        offset += len(piece)
        yield piece
    if element.tag == "TIMEX3":
        gold.append(Timex(Span(start, offset), element.get("type", ""), element.get("value", "")))


def _pieces(element: ET.Element, gold: list[Timex], offset: int) -> Iterator[str]:
    text = element.text or ""
    yield text
    offset += len(text)
    for child in element:
        for piece in _walk(child, gold, offset):
            offset += len(piece)
            yield piece
        tail = child.tail or ""
        offset += len(tail)
        yield tail


def paragraphs_of(text: str) -> tuple[list[int], list[tuple[str, tuple[Span, ...]]]]:
    """Where the paragraphs of a text begin, and their text and sentences."""
    blocks = [(found.start(), found[0]) for found in re.finditer(r"(?:(?!\n\s*\n).)+", text, re.DOTALL)]
    return [start for start, _ in blocks], [(block, tuple(split(block, "en"))) for _, block in blocks]


def tagged(text: str, anchor: date | None) -> list[Timex]:
    """What the tagger finds in a text, as TIMEX3s."""
    starts, paragraphs = paragraphs_of(text)
    timexes = []
    for start, sentences in zip(starts, expressions(paragraphs, anchor, ENGLISH), strict=True):
        for tokens, found in sentences:
            for expression in found:
                span = Span(tokens.start(expression.first), tokens.ends[expression.end - 1]).shifted(start)
                kind, value = timex(expression)
                timexes.append(Timex(span, kind, value))
    return timexes


def timex(expression: Expression) -> tuple[str, str]:
    """The type and value of an expression in TIMEX3."""
    meaning = expression.meaning
    if (lengthy := _off_calendar(meaning)) is not None:
        return lengthy
    if isinstance(meaning, Vague):
        return "DATE", _VAGUE[meaning.when]
    if isinstance(meaning, Shift) and meaning.amount is None:
        return "DATE", "PAST_REF"
    if expression.value is None:
        return "DATE", _bare(meaning)
    value = _calendar(expression.value, meaning)
    daypart = None if isinstance(meaning, Share | Length | Stretch | Repeated) else meaning.daypart
    if daypart is not None and "T" not in value:
        value += _DAYPARTS[daypart]
    return ("TIME" if "T" in value else "DATE"), value


def _off_calendar(meaning: Meaning) -> tuple[str, str] | None:
    """The type and value of a duration or a repeating time; of "the first nine months of 2023" its length."""
    if isinstance(meaning, Length) and meaning.half and meaning.amount == 0:
        return "DURATION", _HALF_ALONE.get(meaning.unit, "PXD")
    if isinstance(meaning, Length) and meaning.half and meaning.amount is not None:
        return "DURATION", _period(meaning.unit, meaning.amount) + _HALF_UNITS.get(meaning.unit, "")
    if isinstance(meaning, Length | Stretch):
        return "DURATION", _period(meaning.unit, meaning.amount)
    if isinstance(meaning, Share) and meaning.unit is not None and meaning.count > 1:
        return "DURATION", _period(meaning.unit, meaning.count)
    return ("SET", _repeated(meaning)) if isinstance(meaning, Repeated) else None


def _bare(meaning: Meaning) -> str:
    if isinstance(meaning, Partial) and meaning.era < 0 and meaning.year is not None:
        part = (
            f"-{meaning.month:02}" if meaning.month else f"-{_SEASONS[20 + meaning.season]}" if meaning.season else ""
        )
        return f"BC{meaning.year:04}{part}" + (f"-{meaning.day:02}" if meaning.day else "")
    return "PRESENT_REF" if isinstance(meaning, Shift) and meaning.amount == 0 else "XXXX-XX-XX"


def _repeated(meaning: Repeated) -> str:
    each = meaning.each
    if each is None:
        return _period(meaning.unit, meaning.amount)
    if each.weekday is not None:
        return f"XXXX-WXX-{each.weekday + 1}{_DAYPARTS.get(each.daypart or 0, '')}"
    if each.month is not None:
        return f"XXXX-{each.month:02}"
    return f"XXXX-{_SEASONS[20 + (each.season or 1)]}"


def _period(unit: Unit, amount: float | None) -> str:
    if amount is not None and unit in _YEARS:
        unit, amount = Unit.YEAR, amount * _YEARS[unit]
    letter = _LETTERS[unit]
    time_mark, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    return f"P{time_mark}{'X' if amount is None else amount}{letter}"


def _calendar(value: DateValue, meaning: Meaning) -> str:
    if isinstance(meaning, Share) and meaning.unit is None and value.edtf[4:8] in ("-01/", "-07/"):
        return f"{value.edtf[:4]}-H{1 if value.edtf[5:7] == '01' else 2}"
    if value.precision is Precision.WEEK and value.earliest is not None:
        year, week, _ = value.earliest.isocalendar()
        return f"{year}-W{week:02}"
    if isinstance(meaning, Partial) and meaning.weekend and value.earliest is not None:
        year, week, _ = value.earliest.isocalendar()
        return f"{year}-W{week:02}-WE"
    if value.precision is Precision.QUARTER:
        return f"{value.edtf[:4]}-Q{int(value.edtf[5:]) - _FIRST_QUARTER}"
    if value.precision is Precision.SEASON:
        return f"{value.edtf[:4]}-{_SEASONS[int(value.edtf[5:])]}"
    return value.edtf.rstrip("X") if value.precision in (Precision.DECADE, Precision.CENTURY) else value.edtf


def compare(gold: Sequence[Timex], found: Sequence[Timex], score: Score) -> list[tuple[Timex | None, Timex | None]]:
    """Count the agreement of one text; the disagreements are returned, gold first."""
    errors: list[tuple[Timex | None, Timex | None]] = []
    free = list(found)
    score.gold += len(gold)
    score.found += len(found)
    for wanted in gold:
        overlapping = [t for t in free if t.span.start < wanted.span.end and wanted.span.start < t.span.end]
        if not overlapping:
            errors.append((wanted, None))
            continue
        best = next((t for t in overlapping if t.span == wanted.span), overlapping[0])
        free.remove(best)
        score.relaxed += 1
        score.strict += best.span == wanted.span
        if _plain(best.value) == _plain(wanted.value):
            score.value += 1
        if best.span != wanted.span or _plain(best.value) != _plain(wanted.value):
            errors.append((wanted, best))
    errors.extend((None, extra) for extra in free)
    return errors


def _plain(value: str) -> str:
    """A value without the spellings that differ between files: seconds, week numbers of one digit."""
    value = re.sub(r"(T\d\d:\d\d):\d\d$", r"\1", value)
    value = re.sub(r"(T\d\d)$", r"\1:00", value)
    return re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)


def main() -> None:
    """Read the command line, print the figures."""
    parser = argparse.ArgumentParser(description="Score the date tagger on TimeML files.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list so many of the commonest errors")
    chosen = parser.parse_args()
    overall, dates = Score(), Score()
    errors: Counter[str] = Counter()
    kinds: Counter[tuple[str, str]] = Counter()
    spent, sentences = 0.0, 0
    for path in sorted(chosen.folder.rglob("[!.]*.tml")):
        text, anchor, gold = read(path)
        found = tagged(text, anchor)
        _, paragraphs = paragraphs_of(text)
        begun = time.process_time()
        tag(paragraphs, anchor)
        spent += time.process_time() - begun
        sentences += sum(len(spans) for _, spans in paragraphs)
        for wanted, got in compare(gold, found, overall):
            errors[_described(text, wanted, got, path, anchor)] += 1
            kinds[_kind(wanted, got), (wanted or got or _NONE).type] += 1
        calendar = ("DATE", "TIME")
        compare([t for t in gold if t.type in calendar], [t for t in found if t.type in calendar], dates)
    out = sys.stdout.write
    out(overall.line("all") + "\n" + dates.line("DATE, TIME") + "\n")
    for kind in _KINDS:
        counts = ", ".join(f"{type_} {kinds[kind, type_]}" for type_ in _TYPES if kinds[kind, type_])
        out(f"{kind:10} {sum(kinds[kind, type_] for type_ in _TYPES):4}  {counts}\n")
    out(f"{spent:.2f} s of the processor, {sentences / max(spent, 0.001):,.0f} sentences a second\n")
    for text, count in errors.most_common(chosen.errors):
        out(f"{count:3} {text}\n")


_NONE: Final = Timex(Span(0, 0), "", "")
_TYPES: Final = ("DATE", "TIME", "DURATION", "SET")
_KINDS: Final = ("spurious", "missed", "extent", "value", "both", "type")


def _kind(wanted: Timex | None, got: Timex | None) -> str:
    """What went wrong; "type" where the value differs since one is a date and the other a duration or a set."""
    if wanted is None or got is None:
        return "spurious" if wanted is None else "missed"
    if _plain(wanted.value) == _plain(got.value):
        return "extent"
    if {wanted.type, got.type} not in ({"DATE", "TIME"}, {wanted.type}):
        return "type"
    return "value" if wanted.span == got.span else "both"


def _described(text: str, wanted: Timex | None, got: Timex | None, path: Path, anchor: date | None) -> str:
    def show(timex: Timex | None) -> str:
        return "-" if timex is None else f"[{' '.join(timex.span.of(text).split())}] {timex.type} {timex.value}"

    span = (wanted or got or _NONE).span
    around = " ".join(text[max(0, span.start - 50) : span.end + 30].split())
    return f"gold {show(wanted)}  found {show(got)}  | {around} ({path.stem} {anchor})"


if __name__ == "__main__":
    main()
