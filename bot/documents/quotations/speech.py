"""Speech or not: what tells words that somebody said from titles, terms and words at arm's length."""

import re
from typing import Final

from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.lexicon import SMALL_WORDS
from bot.documents.quotations.marks import Stretch
from bot.documents.quotations.page import MASK, Page
from bot.models import Span

_TITLED: Final = re.compile(
    r"\b(?:titled|entitled|headlined|captioned|named|nicknamed|dubbed|christened|called|known as|billed as|book|novel"
    r"|film|movie|song|album|single|show|series|play|poem|hit|ballad|musical|opera|painting|episode|essay|column|program"
    r"|programme|drama|documentary|sitcom|memoir|anthem|podcast|game|article|chapter|thriller|comedy|magazine|exhibition|video"
    r"|a document)\s*(?:,|:|is)?\s*$"
)
# Verbs of making, behind which capitals throughout tell the name of a work.
_MADE: Final = re.compile(r"\b(?:wrote|writes|sang|sings|performed|directed|painted|recorded|composed)\s*$")
_TERM: Final = re.compile(
    r"(?:\bso[- ]called|\bknown as|\bcalled itself|\baka|\bdefined as|\bmeaning|\bmeans|\bdefinition of|\bknown by"
    r"|\bself-described|\bself-styled|\bwhat (?:is|are|was|were) (?:known as|called)"
    r"|\bthe (?:terms?|words?|phrases?|concepts?|notion|acronym|hashtag|label|slogan|letters?|nickname"
    r"|expression)(?: of)?)"
    r"\s*(?:the\s|a\s|an\s)?$"
)
_NAMING: Final = re.compile(r"named|nicknamed|dubbed|christened|called")
_WORD: Final = re.compile(r"[^\W_][\w’'.-]*")
# Words one behind the other; no part of one is taken for another.
_FEW: Final = re.compile(r"(?:[\W_]*+[^\W_][\w’'.-]*+){5}")
_MANY: Final = re.compile(r"(?:[\W_]*+[^\W_][\w’'.-]*+){8}")
_SENTENCE: Final = 5
_NOUN_BEHIND: Final = re.compile(
    r"\s+(?!(?:and|or|but|to|in|of|for|on|at|by|from|with|as|that|when|while|if|because|during|after|before|is|was|are|were"
    r"|who|which|about|since|until|than|over|under|into|against)\b)[a-z]"
)
_COLON_BEFORE: Final = re.compile(r"[:：]\s?$")
_COMMA_BEHIND: Final = re.compile(r"\s?(?:[,，、]|[—–-]\s)")
_NO_SPACES: Final = "\u2e80"
_ARM: Final = 2
_ENOUGH: Final = 8
_NEAR: Final = 40


def word_count(page: Page, stretch: Stretch) -> int:
    """How many words stand between the marks; of a long stretch, enough of them to tell that it is one."""
    start, end = stretch.inner.start, stretch.inner.end
    many = _MANY.match(page.text, start, end) is not None
    words = _ENOUGH if many else len(_WORD.findall(page.text, start, end))
    if page.text[start] > _NO_SPACES:
        # in writing without spaces, two characters are about a word
        return words + len(stretch.inner.of(page.text)) // 2
    return words


def is_bare(page: Page, frame: Span) -> bool:
    """Whether nothing but quotations, marks and spaces fills a frame."""
    return not any(map(str.isalnum, page.masked[frame.start : frame.end].replace(MASK, "")))


def is_title(page: Page, stretch: Stretch, *, capitals: bool) -> bool:
    """Whether a stretch is introduced as a title, and has capitals throughout or is short."""
    inner = stretch.inner.of(page.text)
    if not capitals and _FEW.match(inner) is not None:
        return False
    text = page.masked[max(0, stretch.outer.start - _NEAR) : stretch.outer.start]
    found = _TITLED.search(text)
    if found is None and capitals and _MADE.search(text) is not None:
        return len(_WORD.findall(inner)) > 1
    return found is not None and (capitals or not _NAMING.match(found[0]))


def _is_term(page: Page, stretch: Stretch) -> bool:
    """Whether a stretch is introduced as a term."""
    return _TERM.search(page.masked[max(0, stretch.outer.start - _NEAR) : stretch.outer.start]) is not None


def _in_capitals(inner: str) -> bool:
    """Whether every word but the small ones begins with a capital or a figure."""
    if inner[-1] in "!?":
        return False
    long = False
    for found in _WORD.finditer(inner):
        word = found[0]
        if word.lower() in SMALL_WORDS:
            continue
        if not (word[0].isupper() or word[0].isdigit()):
            return False
        long = True
    return long


def is_speech(page: Page, stretch: Stretch, report: Report | None, *, alone: bool, shared: bool = False) -> bool:
    """Whether somebody says the words of a stretch.

    Args:
        page: Its paragraph.
        stretch: The stretch between marks.
        report: The reporting clause that was found for it.
        alone: Whether it fills its sentence.
        shared: Whether the clause is that of another stretch in the same sentence.
    """
    words = word_count(page, stretch)
    if words == 0:
        return False
    capitals = _in_capitals(stretch.inner.of(page.text))
    title = is_title(page, stretch, capitals=capitals)
    if title and capitals and not alone:
        return False
    if report is not None and report.way in (Way.BEHIND, Way.COLON) and not shared:
        return True
    if title or (words < _SENTENCE and _is_term(page, stretch)):
        return False
    if alone:
        ends = stretch.inner.of(page.text)[-1:] in ".!?…,"
        return words >= _SENTENCE or ends or report is not None
    told = None if report is None or report.way is Way.LOOSE else report
    return _is_part(page, stretch, told, words, shared=shared, capitals=capitals)


def is_set_off(page: Page, stretch: Stretch) -> bool:
    """Whether the marks around a stretch set it off as speech, in languages whose reporting clauses are not read.

    It stands behind a colon, or begins its sentence and what says who speaks follows behind a comma or a dash
    („Die Mühle bleibt“, sagte …; «Мельница останется», — сказал …).
    """
    words = word_count(page, stretch)
    if words <= 1 or is_title(page, stretch, capitals=_in_capitals(stretch.inner.of(page.text))):
        return False
    if _COLON_BEFORE.search(page.masked, max(0, stretch.outer.start - 3), stretch.outer.start) is not None:
        return True
    begins = page.frame_of(stretch.outer).start == stretch.outer.start
    followed = _COMMA_BEHIND.match(page.masked, stretch.outer.end) is not None
    return begins and stretch.closed and followed and words > _ARM and not stretch.inner.of(page.text)[0].islower()


def _is_inserted(page: Page, stretch: Stretch) -> bool:
    """Whether a stretch is a sentence of its own within another (The sign read, "Mind the step!")."""
    inner = stretch.inner.of(page.text)
    before = page.masked[max(0, stretch.outer.start - 3) : stretch.outer.start].rstrip()
    return inner[0].isupper() and inner[-1] in ".!?" and before[-1:] in (",", ":")


def _leads(page: Page, stretch: Stretch, words: int) -> bool:
    """Whether a stretch begins its sentence and breaks off as speech does ("The lamps burn," somebody else said)."""
    inner = stretch.inner.of(page.text)
    begins = page.frame_of(stretch.outer).start == stretch.outer.start
    return begins and stretch.closed and words > _ARM and inner[0].isupper() and inner[-1] in ",!?"


def _is_part(page: Page, stretch: Stretch, report: Report | None, words: int, *, shared: bool, capitals: bool) -> bool:
    """Whether a stretch that is only a part of its sentence is said by somebody."""
    # a word or two before a noun of the sentence are a term that the writer holds at arm's length
    noun = _NOUN_BEHIND.match(page.masked, stretch.outer.end) is not None
    if report is None:
        return not capitals and (words > _SENTENCE or _is_inserted(page, stretch) or _leads(page, stretch, words))
    if shared:
        return words >= _SENTENCE or not (capitals or noun)
    if not _WORD.search(page.masked, report.cue.end, stretch.outer.start):
        return True
    return not capitals and not (words <= _ARM and noun) and (words > 1 or report.way is not Way.FINAL)
