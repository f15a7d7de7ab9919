"""Threads: who wrote the posts of a forum or a list, and the signatures that members put below what they write."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.looks import Look, runs
from bot.documents.sections import Decided
from bot.documents.vocabulary import is_label
from bot.folding import fold
from bot.models import Kind

_RULED: Final = re.compile(r"_{3,}|-{2}|-{5,}|—{2,}|={5,}")
_LONGEST: Final = 3
_WORDS: Final = 40
_POST_ENDS: Final = frozenset({Kind.NAVIGATION, Kind.BYLINE})
_ANSWER: Final = re.compile(r"(?:re|aw|fwd?|sv|antw|tr|rv)\s?:\s?(?P<subject>\S.{2,200})", re.IGNORECASE)
_WROTE: Final = re.compile(
    r"(?:.{0,60}[,;>] )?(?P<name>[\w.@ '’-]{2,30}) (?:wrote|said|schrieb|a écrit|escribió|ha scritto|пишет"
    r"|писал)\s?:[\s↑]*",
    re.IGNORECASE,
)
_DETAILS: Final = frozenset({"details of a member", "date line", "time of day"})
_MEMBER: Final = "details of a member"
_NAME_WORDS: Final = 4
_TITLES: Final = re.compile(
    r"(?:(?:senior|junior|new|active|well-known|distinguished|regular|full|gold|silver|premium|veteran|honou?red"
    r"|registered|forum|global|super) )?"
    r"(?:member|moderator|administrator|admin|newbie|user|poster|veteran|regular|guest|lurker|contributor|mod|op"
    r"|original poster|thread starter|mitglied|neuling|miembro|membre)",
    re.IGNORECASE,
)
_ADDED: Final = re.compile(
    r"(?:attach(?:ments?|ed files?)|reactions?|likes?|liked by|thanked by|(?:\d+ )?(?:users?|members?) (?:like"
    r"|thanked|found)|last edited(?: by)?|edited by|\d+ (?:likes?|reactions?|people like))\b.{0,120}"
    r"|[\w ()-]{1,60}\.(?:jpe?g|png|gif|pdf|zip|docx?|xlsx?)(?: .{0,60})?|[\d.,]+ [KMG]i?B\b.{0,60}|(?:views"
    r"|replies|downloads)\s?: ?[\d.,]+[KM]?.{0,40}",
    re.IGNORECASE,
)
_FEWEST_POSTS: Final = 2
_FEWEST_HEADS: Final = 3
_MOST_LINES: Final = 4
_ODD_NAME: Final = re.compile(r"(?=\S*[\d_]|[a-z])[\w.-]{3,24}")


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Type names, ranks and signatures, in place."""
    _ruled_signatures(looks, found)
    posts = [at for at, decided in enumerate(found) if decided is not None and decided[1] in _DETAILS]
    if len(posts) < _FEWEST_POSTS or not any(looks[at].prose for at in range(posts[0], posts[-1])):
        return
    _answers(looks, found)
    _beside_posts(looks, found)
    _writers(looks, found)
    _heads(looks, found, source)
    _signatures(looks, found)


def _answers(looks: Sequence[Look], found: list[Decided]) -> None:
    """`Re: …` above a post."""
    for at, seen in enumerate(looks):
        if found[at] is None and seen.block.form is Form.PLAIN and not seen.prose and _ANSWER.fullmatch(seen.text):
            found[at] = (Kind.HEADING, "subject of a post")


def _beside_posts(looks: Sequence[Look], found: list[Decided]) -> None:
    """What the forum itself puts below a post."""
    for at, seen in enumerate(looks):
        if found[at] is None and not seen.prose and _ADDED.fullmatch(seen.text):
            found[at] = (Kind.APPENDED, "added to a post by the forum")


def _writers(looks: Sequence[Look], found: list[Decided]) -> None:
    """Names and ranks beside the details of a member or the time of a post."""
    often = Counter(fold(seen.text) for seen in looks if seen.words <= _NAME_WORDS)
    for at, seen in enumerate(looks):
        if found[at] is None and not seen.prose and (wrote := _WROTE.fullmatch(seen.text)) is not None:
            asked = often[fold(wrote["name"].strip())] > 0 or "wrote" in seen.text
            if asked:
                found[at] = (Kind.BYLINE, "name of the writer of a post")
        elif found[at] is None and seen.text.endswith(":") and often[fold(seen.text[:-1].strip())] > 1:
            found[at] = (Kind.BYLINE, "name of the writer of a post")
    beside = Counter(
        fold(seen.text)
        for at, seen in enumerate(looks)
        if seen.words <= _NAME_WORDS
        and any(
            (decided := found[near]) is not None and decided[0] is Kind.BYLINE
            for near in range(max(0, at - 2), min(len(looks), at + 3))
            if near != at
        )
    )
    for run in _runs(looks, found):
        if not any((decided := found[at]) is not None and decided[1] in _DETAILS for at in run):
            continue
        member = any((decided := found[at]) is not None and decided[1] == _MEMBER for at in run)
        for at in run:
            seen = looks[at]
            repeated = beside[fold(seen.text)] > 1 and not is_label(seen.text)
            named = repeated or _TITLES.fullmatch(seen.text) or _ODD_NAME.fullmatch(seen.text) or seen.text.isdecimal()
            if found[at] is None and (named or (member and seen.words < _NAME_WORDS)):
                found[at] = (Kind.BYLINE, "name of the writer of a post")


def _heads(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Lines above the time of a post, in one block with it, where that comes again and again."""
    heads: list[list[int]] = []
    for at, decided in enumerate(found):
        if decided is None or decided[1] not in _DETAILS:
            continue
        lines: list[int] = []
        for above in range(at - 1, max(-1, at - _MOST_LINES - 1), -1):
            gap = source.count("\n", looks[above].block.span.end, looks[above + 1].block.span.start) > 1
            if gap or not ((other := found[above]) is None or other[0] is Kind.BYLINE) or not _could_name(looks[above]):
                break
            lines.append(above)
        if lines:
            heads.append([each for each in lines if found[each] is None])
    if len(heads) >= _FEWEST_HEADS:
        for each in (line for lines in heads for line in lines):
            found[each] = (Kind.BYLINE, "head of a post")


def _runs(looks: Sequence[Look], found: Sequence[Decided]) -> Iterator[list[int]]:
    """Runs of credits and of lines that could be names."""
    return runs(_credits(seen, found[at]) for at, seen in enumerate(looks))


def _credits(seen: Look, decided: Decided) -> bool:
    if decided is None:
        return _could_name(seen)
    return decided[0] is Kind.BYLINE or (decided[0] is Kind.NAVIGATION and seen.words == 1)


def _could_name(seen: Look) -> bool:
    return (
        seen.block.form is Form.PLAIN
        and 0 < seen.words <= _NAME_WORDS
        and not seen.ended
        and not seen.text.endswith((",", ":", ";"))
        and not seen.text.startswith(("+", "^"))
    )


def _signatures(looks: Sequence[Look], found: list[Decided]) -> None:
    """Lines between the details of a member that stand below a post and the buttons that close it."""
    for at in range(1, len(looks)):
        above, here = found[at - 1], found[at]
        if above is None or above[1] != _MEMBER or here is not None or not _post_over(found, at - 1):
            continue
        end = at
        while end < len(looks) and found[end] is None:
            end += 1
        closed = end < len(looks) and (below := found[end]) is not None and below[0] in _POST_ENDS
        if closed and end - at <= _LONGEST and sum(seen.words for seen in looks[at:end]) <= _WORDS:
            for inside in range(at, end):
                found[inside] = (Kind.APPENDED, "signature of a member")


def _post_over(found: Sequence[Decided], at: int) -> bool:
    """Whether the run of credits that ends here stands below a post rather than above it."""
    while at >= 0 and (decided := found[at]) is not None and decided[0] is Kind.BYLINE:
        at -= 1
    return at >= 0 and found[at] is None


def _ruled_signatures(looks: Sequence[Look], found: list[Decided]) -> None:
    """Short paragraphs between a ruled line and the buttons or the head of the next post."""
    if not any(seen.raw[:2] in {"__", "--", "——", "=="} for seen in looks):
        return
    for at, seen in enumerate(looks):
        if not _RULED.fullmatch(seen.raw) or not _post_above(found, at):
            continue
        end = at + 1
        while end < len(looks) and found[end] is None:
            end += 1
        short = end - at - 1 <= _LONGEST and sum(other.words for other in looks[at + 1 : end]) <= _WORDS
        after = found[end] if end < len(looks) else None
        if at + 1 < end < len(looks) and short and after is not None and after[0] in _POST_ENDS:
            for inside in range(at + 1, end):
                found[inside] = (Kind.APPENDED, "signature of a member")


def _post_above(found: Sequence[Decided], at: int) -> bool:
    """Whether the paragraphs above belong to a post: text below a line that names its writer or the time."""
    above = at - 1
    while above >= 0 and found[above] is None:
        above -= 1
    decided = found[above] if 0 <= above < at - 1 else None
    return decided is not None and (decided[0] is Kind.BYLINE or decided == (Kind.HEADING, "subject line"))
