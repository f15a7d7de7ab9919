"""Furniture of pages: running heads, page numbers, tables of contents."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.documents.blocks import Form
from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.documents.vocabulary import CONTENTS, short
from bot.folding import words
from bot.models import Kind

_DIGITS: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(r"[-–—\s(\[]*(\d{1,4})[-–—\s)\]]*")
_LEADERS: Final = re.compile(r"(?:\.\s?){4,}\s*[\dxivl]{1,6}$|…+\s*\d{1,4}$")
_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.|[a-zA-Z][.)])\s+\S")
_HEAD_WORDS: Final = 14
_ENTRY_WORDS: Final = 16
_PAGE_WORDS: Final = 40
_REPEATED: Final = 3
_FEWEST_ENTRIES: Final = 2
_MOST_ENTRIES: Final = 60
_MOST_CONTENTS: Final = 5
_LOOKED_AT: Final = 1_000
_FEWEST_HEAD_WORDS: Final = 3
_FEWEST_HEADLINE_WORDS: Final = 2
_WIDE: Final = re.compile(r"\S(?: {4,}|\t+)\S")
_CALLING_WORDS: Final = 10
_MONTH: Final = re.compile(r"[^\W\d_]{3,10} (?:19|20)\d\d(?: ?\(\d+\))?")
_COUNTED: Final = re.compile(r"[^()]{1,50}\((?!(?:1[5-9]|20)\d\d\))[\d.,]{1,7}\)")
_FEWEST_COUNTED: Final = 4
_FOOTNOTE: Final = "footnote"
PAGE_MARKS: Final = frozenset({"page number", "running head of a page", "running head, running foot or page number"})
_NOTE: Final = re.compile(r"(\d{1,3}|\*{1,3}|[†‡])\s+[^\W\d_]\S*\s")
_CITED: Final = re.compile(r"(\d{1,3})\s+\d{1,4} [A-Z]\S*\s")
_RAISED: Final = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}\s*[^\W\d_].*\.$", re.DOTALL)
_NOTE_WORDS: Final = 80
_LETTERED: Final = re.compile(r"\w(?: \w){3,}")
# the number of a page behind a bar, as in `Annual report | iv`
_BARRED: Final = re.compile(r"\s+[|·•]\s*(?:\d{1,4}|[ivxl]{1,6})$")
_NUMBERED_HEAD: Final = re.compile(r"(?:(\d{1,4})(?: {3,}|\t+)\S.*|\S.*\S(?: {3,}|\t+)(\d{1,4}))")
_NEXT_PAGES: Final = 2
_FEW_ABOVE: Final = 8
_NOTES_SHARE: Final = 0.25
_CALL: Final = re.compile(r"\d+(?![\d.,%]|\w)")
_BEFORE_CALL: Final = re.compile(r"[^\W\d_]|[.,;”\"’)]")
_STAR: Final = re.compile(r"(?<=[\w.,;”\"’)])\*(?![\w*])")
_SWITCHES: Final = ("hide", "show", "verbergen", "masquer", "ocultar", "]")
_SWITCH: Final = re.compile(r"\s*\[?(?:hide|show|verbergen|masquer|ocultar)\]?$")


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Type the furniture of pages, in place."""
    _running_heads(looks, found, source)
    _page_numbers(looks, found, source)
    _running_heads(looks, found, source)
    _numbered_heads(looks, found)
    _contents(looks, found)
    _dot_leaders(looks, found)
    _footnotes(looks, found)
    _archive(looks, found)
    _counted(looks, found)


def _key(seen: Look) -> str:
    return " ".join(word.text for word in words(seen.text))


def _short(seen: Look) -> bool:
    return (
        0 < seen.words <= _HEAD_WORDS
        and not seen.ended
        and seen.block.form is Form.PLAIN
        and not seen.text.endswith((":", ",", ";"))
    )


def _running_heads(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """A short line that comes again and again, and is plainly that of a page.

    It differs by its number only, says the title, or stands beside a page number or page break: lines that merely come
    again may be the names of speakers, or a refrain.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, seen in enumerate(looks):
        if found[at] is None and _short(seen):
            unnumbered = _BARRED.sub("", seen.text)
            key = _key(seen) if unnumbered == seen.text else f"{' '.join(word.text for word in words(unnumbered))} #"
            places[_DIGITS.sub("#", key)].append(at)
    repeated = {
        key: where
        for key, where in places.items()
        if len(where) >= _REPEATED or (len(where) > 1 and _on_pages(looks, found, where, source))
    }
    if not repeated:
        return
    first = next((_key(seen) for at, seen in enumerate(looks) if found[at] is None and seen.words > 1), "")
    for key, where in repeated.items():
        wide = _on_pages(looks, found, where, source)
        least = _FEWEST_ENTRIES if wide else _REPEATED
        if sum(_prose_between(looks, one, two) for one, two in pairwise(where)) + 1 < least:
            continue
        wordings = {_key(looks[place]) for place in where}
        titled = len(first.split()) >= _FEWEST_HEADLINE_WORDS and first in key
        paged = sum(_beside_page_mark(looks, found, place, source) for place in where) * 2 >= len(where)
        counted = len(wordings) == len(where) and _counts_up([looks[place].raw for place in where])
        barred = all(_BARRED.search(looks[place].text) for place in where)
        if titled or paged or counted or barred:
            # the first may be the title itself
            for place in where[1:] if key == first and not wide and not paged else where:
                found[place] = (Kind.NAVIGATION, "running head of a page")


def _numbered_heads(looks: Sequence[Look], found: list[Decided]) -> None:
    """Lines with a page number at one end, far from the words: the author's name on one page, the title on the next."""
    numbered = [
        (at, int(number[1] or number[2]))
        for at, seen in enumerate(looks)
        if ((decided := found[at]) is None or decided[1] in PAGE_MARKS)
        and _short(seen)
        and (number := _NUMBERED_HEAD.fullmatch(seen.raw)) is not None
    ]
    lone = [
        (at, number)
        for at, number in numbered
        if not any(0 <= near < len(looks) and _WIDE.search(looks[near].raw) for near in (at - 1, at + 1))
    ]
    for (one, before), (two, after) in pairwise(lone):
        if 0 < after - before <= _NEXT_PAGES and sum(seen.words for seen in looks[one:two]) >= _PAGE_WORDS:
            found[one] = found[two] = (Kind.NAVIGATION, "running head of a page")


def _on_pages(looks: Sequence[Look], found: Sequence[Decided], where: Sequence[int], source: str) -> bool:
    """Whether a line that comes twice is that of a page for sure: set in columns, or beside page numbers each time."""
    if _WIDE.search(looks[where[0]].raw) is not None:
        return True
    return all(_beside_page_mark(looks, found, place, source) for place in where)


def _counts_up(lines: Sequence[str]) -> bool:
    """Whether lines differ in their last or first number only, which grows, and say more than "Chapter 3" does."""
    if len(_DIGITS.sub(" ", lines[0]).split()) < _FEWEST_HEAD_WORDS or ":" in lines[0]:
        return False
    for place in (0, -1):
        numbers = [int(found[place]) for line in lines if (found := _DIGITS.findall(line[:200]))]
        if len(numbers) == len(lines) and all(one < two for one, two in pairwise(numbers)):
            return True
    return False


def _prose_between(looks: Sequence[Look], one: int, two: int) -> bool:
    return any(looks[at].prose for at in range(one + 1, two))


def _beside_page_mark(looks: Sequence[Look], found: Sequence[Decided], at: int, source: str) -> bool:
    return any(
        0 <= near < len(looks)
        and (
            _NUMBER.fullmatch(looks[near].raw) is not None
            or ((decided := found[near]) is not None and decided[1] in PAGE_MARKS)
        )
        for near in (at - 1, at + 1)
    ) or _page_break(looks, at, source)


def _page_break(looks: Sequence[Look], at: int, source: str) -> bool:
    """Whether a form feed stands before or behind a block."""
    start = looks[at - 1].block.span.end if at else 0
    end = looks[at + 1].block.span.start if at + 1 < len(looks) else len(source)
    span = looks[at].block.span
    return "\f" in source[start : span.start] or "\f" in source[span.end : end]


def _page_numbers(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Lone numbers that count up; those of the steps of a recipe lie closer together than pages do."""
    numbers = [
        (at, int(number[1]))
        for at, seen in enumerate(looks)
        if len(seen.raw) <= _HEAD_WORDS and (number := _NUMBER.fullmatch(seen.raw))
    ]
    counting = [one[0] for one, two in pairwise(numbers) if two[1] == one[1] + 1]
    counting += [numbers[-1][0]] if counting and numbers[-1][1] == numbers[-2][1] + 1 else []
    if len(counting) * 2 <= len(numbers):
        _last_number(looks, found, numbers)
        return
    between = [sum(seen.words for seen in looks[one:two]) for one, two in pairwise(counting)]
    apart = sum(between) >= _PAGE_WORDS * len(between) and counting[0] > 0
    for at in counting:
        heads = any(
            0 <= near < len(looks) and (decided := found[near]) is not None and "running head" in decided[1]
            for near in (at - 1, at + 1)
        )
        if apart or heads or _page_break(looks, at, source):
            found[at] = (Kind.NAVIGATION, "page number")


def _last_number(looks: Sequence[Look], found: list[Decided], numbers: Sequence[tuple[int, int]]) -> None:
    """A lone number at the very end of a text that has no other."""
    if len(numbers) == 1 and numbers[0][0] == len(looks) - 1 and any(seen.prose for seen in looks):
        found[numbers[0][0]] = (Kind.NAVIGATION, "page number")


def _contents(looks: Sequence[Look], found: list[Decided]) -> None:
    """A title such as "Contents" and the lines below it that come again as headings, or are numbered."""
    titles = [
        at
        for at, seen in enumerate(looks)
        if seen.block.form in {Form.PLAIN, Form.HEADING} and CONTENTS.fullmatch(_spelt_apart(short(seen.text)))
    ]
    for at in titles[:_MOST_CONTENTS]:
        end = _contents_end(looks, found, at)
        entries = range(at + 1, end)
        if len(entries) < _FEWEST_ENTRIES:
            continue
        later = [_key(other) for other in looks[end : end + _LOOKED_AT] if other.words <= _ENTRY_WORDS]
        known = [any(_same(_entry(looks[entry]), key) for key in later) for entry in entries]
        numbered = [bool(_NUMBERED.match(looks[entry].raw)) for entry in entries]
        if sum(one or two for one, two in zip(known, numbered, strict=True)) * 2 >= len(entries):
            for place in range(at, end):
                found[place] = (Kind.NAVIGATION, "table of contents")
            _named_in_contents(looks, found, [_entry(looks[entry]) for entry in entries], end)


def _named_in_contents(looks: Sequence[Look], found: list[Decided], entries: Sequence[str], end: int) -> None:
    """The headings that a table of contents names."""
    named = set(entries)
    for at in range(end, len(looks)):
        seen = looks[at]
        if (
            seen.words <= _ENTRY_WORDS
            and seen.block.form in {Form.PLAIN, Form.ITEM}
            and found[at] is None
            and _entry(seen) in named
        ):
            found[at] = (Kind.HEADING, "named in the table of contents")


def _spelt_apart(text: str) -> str:
    """A title without the spaces between its letters (`c o n t e n t s`) or the switch behind it (`[hide]`)."""
    joined = text.replace(" ", "") if _LETTERED.fullmatch(text) else text
    return _SWITCH.sub("", joined) if joined.endswith(_SWITCHES) else joined


def _contents_end(looks: Sequence[Look], found: Sequence[Decided], at: int) -> int:
    """Where the entries end: with a sentence, something else, or the first heading that an entry has named."""
    entries: list[str] = []
    for place in range(at + 1, min(len(looks), at + _MOST_ENTRIES)):
        seen = looks[place]
        decided = found[place]
        if seen.block.form is Form.HEADING or seen.words > _ENTRY_WORDS or seen.prose or not seen.words:
            return place
        if seen.text.endswith(","):
            return place
        if (decided is not None and decided[0] is not Kind.NAVIGATION) or any(
            _same(entry, _key(seen)) for entry in entries
        ):
            return place
        entries.append(_entry(seen))
    return min(len(looks), at + _MOST_ENTRIES)


def _entry(seen: Look) -> str:
    """The words of an entry without its number."""
    return re.sub(r"^(?:\d+ )+", "", _key(seen))


def _same(entry: str, line: str) -> bool:
    """Whether a later line is what an entry names: with a number before it, or a part of a longer entry."""
    line = re.sub(r"^(?:\d+ )+", "", line)
    return bool(line and entry) and (f" {line} " in f" {entry} " or f" {entry} " in f" {line} ")


def _dot_leaders(looks: Sequence[Look], found: list[Decided]) -> None:
    for at, seen in enumerate(looks):
        if found[at] is None and seen.words <= _ENTRY_WORDS and _LEADERS.search(seen.text):
            found[at] = (Kind.NAVIGATION, "entry of a table of contents")


def _footnotes(looks: Sequence[Look], found: list[Decided]) -> None:
    """Numbered notes at the foot of a page: above its number or running foot, or above other notes."""
    _notes_below_numbers(looks, found)
    calls: Mapping[str, int] | None = None
    for at in range(len(looks) - 1, 0, -1):
        seen = looks[at]
        if found[at] is not None or seen.words > _NOTE_WORDS:
            continue
        numbered = _NOTE.match(seen.raw) or _CITED.match(seen.raw)
        raised = _RAISED.match(seen.raw) is not None
        if numbered is not None and not raised:
            calls = _calls(looks) if calls is None else calls
            raised = calls.get(numbered[1], at) < at or (numbered[1] == "*" and _starred(looks, at))
        elif not raised:
            continue
        below = found[at + 1] if at + 1 < len(looks) else None
        if raised or (below is not None and (below[1] in PAGE_MARKS or below[1] == _FOOTNOTE)):
            found[at] = (Kind.APPENDED, _FOOTNOTE)


def _notes_below_numbers(looks: Sequence[Look], found: list[Decided]) -> None:
    """Notes behind the text, each below a line that holds its number alone."""
    numbers = [at for at, seen in enumerate(looks[:-1]) if seen.raw.isdecimal() and looks[at + 1].words > 1]
    called = _calls(looks).get("1", len(looks)) if numbers else 0
    first = next((at for at in numbers if looks[at].raw == "1" and called < at), None)
    if first is None:
        return
    behind = sum(seen.words for seen, decided in zip(looks[first:], found[first:], strict=True) if decided is None)
    if behind > _NOTES_SHARE * sum(seen.words for seen in looks):
        return
    wanted = 1
    for at in numbers[numbers.index(first) :]:
        if looks[at].raw == str(wanted) and found[at + 1] is None and looks[at + 1].words <= _NOTE_WORDS:
            found[at] = found[at + 1] = (Kind.APPENDED, _FOOTNOTE)
            wanted += 1


def _calls(looks: Sequence[Look]) -> Mapping[str, int]:
    """By the number of a note, where it is first glued to a word or an end mark in a paragraph."""
    first: dict[str, int] = {}
    for at, seen in enumerate(looks):
        for found in _CALL.finditer(seen.raw) if seen.words >= _CALLING_WORDS else ():
            before = seen.raw[max(0, found.start() - 2) : found.start()]
            if _BEFORE_CALL.match(before[-1:]) and not before[:-1].isdigit():
                first.setdefault(found[0], at)
    return first


def _starred(looks: Sequence[Look], at: int) -> bool:
    """Whether one of the last paragraphs above has a lone star behind a word."""
    above = looks[max(0, at - _FEW_ABOVE) : at]
    return any(seen.raw.count("*") == 1 and _STAR.search(seen.raw) is not None for seen in above)


def _archive(looks: Sequence[Look], found: list[Decided]) -> None:
    """Months one below the other, as a site lists its archive."""
    months = [at for at, seen in enumerate(looks) if seen.words <= _FEWEST_ENTRIES and _MONTH.fullmatch(seen.text)]
    for at in months:
        if at - 1 in months or at + 1 in months:
            found[at] = (Kind.APPENDED, "month of an archive")


def _counted(looks: Sequence[Look], found: list[Decided]) -> None:
    """Labels with a number in brackets, one below the other: how many pages a site has under each."""
    run: list[int] = []
    for at in range(len(looks) + 1):
        if at < len(looks) and looks[at].text.endswith(")") and _COUNTED.fullmatch(looks[at].text):
            run.append(at)
            continue
        if len(run) >= _FEWEST_COUNTED:
            for each in run:
                found[each] = (Kind.NAVIGATION, "label with a count")
        run = []
