"""Headlines: the line that heads a document, and what stands with it above the text."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.documents import calls
from bot.documents.blocks import Form
from bot.documents.looks import Look, in_columns
from bot.documents.numbering import capital
from bot.documents.sections import Decided
from bot.folding import fold
from bot.models import Kind

HEADLINE: Final = "headline"
HEADING_WORDS: Final = 14
LABEL_WORDS: Final = 5
SET_AS_HEADING: Final = (Kind.HEADING, "set as a heading")
_HEADLINE_WORDS: Final = 40
_FEWEST_WORDS: Final = 4
_TOP: Final = 12
_NEAR: Final = 5
_LEAST_WORTH: Final = 1.5
_PRELIMINARY: Final = re.compile(
    r"(?:moderators?|editors?|authors?|from|to|pages?|date|time|venue|place|location|present|attending|attendance"
    r"|in attendance|chair|phone|e-?mail|coordinates|sources?|apologies|contact|for release|issue|volume|tags?"
    r"|topics?|category)\b",
    re.IGNORECASE,
)
_ATTENDING: Final = re.compile(
    r"(?:members |also |others )?(?:present|attending|in attendance|attendance|absent|apologies|excused|guests|anwesend"
    r"|entschuldigt|présents|excusés|asistentes|presenti)\b",
    re.IGNORECASE,
)
_USUAL_WORDS: Final = 20
_SUMMARY_WORDS: Final = 40
_SEPARATED: Final = re.compile(r"\S(?: {3,}|\t)\S|\s[|•·‹›»«]\s")
_FEW_LABELS: Final = 2
_FARTHEST: Final = 5
_OPENING_MARKS: Final = '"“„«‘'
_CLOSING_MARKS: Final = '"”“»’'
EMPTY_LINE: Final = re.compile(r"\r\n\s*\r\n|\n\s*\n|\r\s*\r")
_LABEL_LENGTH: Final = 32
_SPEAKER: Final = re.compile(
    r"^(?!(?:Part|Step|Chapter|Section|Day|Lesson|Act|Annex|Appendix)\b)[^\W\d_][^\d:]{0,30}:\s"
)
_PROPER: Final = r"[A-ZÀ-ÖØ-Þ](?:[^\W\d_]+(?:[-'’][^\W\d_]+)?|\.)"
_NAME: Final = re.compile(rf"{_PROPER}(?:\s(?:(?:van|von|de|der|al|bin|da|di)\s)?{_PROPER}){{1,3}}")
_PLACE: Final = re.compile(rf"{_PROPER}(?:\s{_PROPER}){{0,3}},\s{_PROPER}(?:\s{_PROPER}){{0,2}}")
_NAMES_WITH_NOTES: Final = re.compile(
    rf"{_PROPER}(?:\s{_PROPER}){{0,3}}[\d¹²³⁴⁵*†‡§][\d¹²³⁴⁵*†‡§,]*(?:(?:,|\sand|,\sand"
    rf"|\s&)?\s{_PROPER}(?:\s{_PROPER}){{0,3}}[\d¹²³⁴⁵*†‡§,]*){{0,12}}"
)
_NAME_LIST: Final = re.compile(
    rf"{_NAME.pattern}(?:(?:, | & | and |, and |, & ){_NAME.pattern}){{0,12}}(?: & | "
    rf"and |, and |, & ){_NAME.pattern}"
)
_INSTITUTE: Final = re.compile(
    r"(?:\d\s?)?(?:Department|Institute|Faculty|School|Centre|Center|Laboratory"
    r"|Division|College) (?:of|for)\b.*,|(?:University|Institute|Office|Ministry"
    r"|Department|Faculty) (?:of|for) (?:the )?[A-ZÀ-Þ][\w ]*$"
)
_AT_INSTITUTE: Final = re.compile(
    rf"{_NAME.pattern}(?:,| \(|: ) ?[^,]{{0,40}}\b(?:University|Institut\w*|College|School|Cent(?:er|re)"
    rf"|Foundation|Council|Academy|Universit\w+|Hochschule|Ministry|Bank)\b[^.]{{0,60}}"
)
_AFFILIATION: Final = re.compile(r"[¹²³⁴⁵*†‡§]\s?[A-Z]")
_WORK_BY: Final = re.compile(rf"[A-Z][\w-]+(?:\s[\w-]+){{0,2}}\sby\s{_PROPER}(?:(?:,|\sand|\s&)?\s{_PROPER}){{1,7}}")
_COMPANY: Final = re.compile(r"\b(?:plc|PLC|Ltd|Limited|Inc|LLC|Corp|AG|GmbH|S\.?A\.?|SE|NV|AB|ASA?|Oyj)\.?$")
_MONTH: Final = re.compile(
    r"(?:(?:early|late|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre)\s){1,2}(?:de\s)?\d{4}",
    re.IGNORECASE,
)


def labelled_often(looks: Sequence[Look]) -> bool:
    """Whether lines open with a label and a colon again and again, as in a dialogue or a letter head."""
    return sum(has_label(seen.text) for seen in looks) > _FEW_LABELS


def has_label(text: str) -> bool:
    """Whether a line opens with a label or a speaker's name and a colon."""
    return ":" in text[:_LABEL_LENGTH] and _SPEAKER.match(text) is not None


def mark_title(looks: Sequence[Look], found: list[Decided], title: str) -> None:
    """Type the line that gives the title which something other than the text states."""
    wanted = fold(title)
    for at, seen in enumerate(looks[:_TOP]):
        if (
            seen.words <= _HEADLINE_WORDS
            and seen.block.form in {Form.PLAIN, Form.HEADING}
            and fold(seen.text) == wanted
        ):
            found[at] = (Kind.HEADING, HEADLINE)
            return


def could_head(seen: Look, words: int) -> bool:
    """Whether a block could be a heading by its own make: short, no sentence, no item of a list."""
    if seen.block.form is Form.HEADING:
        return True
    text = seen.text
    return (
        seen.block.form is Form.PLAIN
        and seen.words <= words
        and not text.endswith((".", ",", ";", "…", "。"))
        and not (seen.ended and not seen.question and not text.endswith("!"))
        and text[:1] not in "$>"
        and not text[:1].islower()
        and any(map(str.isalpha, text))
        and not in_columns(seen.raw)
        and not (text[:1] in _OPENING_MARKS and text[-1:] in _CLOSING_MARKS)
    )


def type_top(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Headline, and what stands above the text with it."""
    first = _first_prose(looks, found)
    if first == len(looks):
        _without_prose(looks, found, source)
        return
    open_lines = [at for at in range(first) if found[at] is None and could_head(looks[at], _HEADLINE_WORDS)]
    headline = next((at for at in range(first) if found[at] == (Kind.HEADING, HEADLINE)), None)
    if headline is None:
        headline = _headline(looks, found, first, open_lines)
    if headline is None:
        return
    found[headline] = (Kind.HEADING, HEADLINE)
    _within_head(looks, found, headline, first)
    menu = sum(at < headline and looks[at].words < LABEL_WORDS // 2 + 1 for at in open_lines) > 1
    furnished = menu or any(decided is not None and decided[0] is Kind.NAVIGATION for decided in found[:headline])
    for at in open_lines:
        if (
            found[at] is None
            and (decided := _beside_headline(looks, at, headline, first, furnished=furnished)) is not None
        ):
            found[at] = decided


def _within_head(looks: Sequence[Look], found: list[Decided], headline: int, first: int) -> None:
    """Short lines between the headline and the last credit above the text: both ends of the head are known there."""
    last = next((at for at in range(first - 1, headline, -1) if _credited(found[at])), headline)
    for at in range(headline + 1, last):
        # a name in capitals, and not a second title
        if (
            found[at] == (Kind.HEADING, "line in capitals")
            and _credited(found[at + 1])
            and _NAME.fullmatch(looks[at].text)
        ):
            found[at] = (Kind.BYLINE, "name below the headline")
    for at in range(headline + 1, last):
        seen = looks[at]
        if found[at] is not None or seen.block.form is not Form.PLAIN or seen.ended or seen.words > HEADING_WORDS:
            continue
        if seen.text.endswith((",", ";")):
            continue
        if any(in_columns(other.raw) for other in looks[max(0, at - 2) : at + 3]):
            continue
        if (decided := _named_or_dated(seen)) is not None:
            found[at] = decided
        elif _on_button(looks, found, at):
            found[at] = (Kind.NAVIGATION, "line among the furniture above the text")
        elif not seen.question and not has_label(seen.text):
            found[at] = (Kind.HEADING, "line between headline and credits")


def _on_button(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether a line says no more than a button does: a figure, or a word or two beside a button."""
    seen = looks[at]
    if seen.words <= _FEWEST_WORDS and seen.text[0].isdecimal():
        return True
    beside = any((decided := found[near]) is not None and decided[0] is Kind.NAVIGATION for near in (at - 1, at + 1))
    return beside and seen.words <= _FEW_LABELS


def _credited(decided: Decided) -> bool:
    return decided is not None and decided[0] is Kind.BYLINE


def _opens_in_capitals(text: str) -> bool:
    """Whether a line opens with a word in capitals, as the names of the parties of a case do."""
    return text.split(maxsplit=1)[0].strip(",.").isupper()


def _named_or_dated(seen: Look) -> Decided:  # noqa: PLR0911 - one form after the other
    """A name, a place or a month alone, as they stand below a headline."""
    if _NAME.fullmatch(seen.text):
        return Kind.BYLINE, "name below the headline"
    if _NAME_LIST.fullmatch(seen.text):
        return Kind.BYLINE, "names below the headline"
    if (_INSTITUTE.match(seen.text) or _AT_INSTITUTE.fullmatch(seen.text)) and seen.words <= HEADING_WORDS:
        return Kind.BYLINE, "where an author works"
    if _NAMES_WITH_NOTES.fullmatch(seen.text) or _AFFILIATION.match(seen.text):
        return Kind.BYLINE, "names with notes on where they work"
    if _WORK_BY.fullmatch(seen.text):
        return Kind.BYLINE, "author's name"
    if _PLACE.fullmatch(seen.text) and not _opens_in_capitals(seen.text):
        return Kind.BYLINE, "place below the headline"
    if _MONTH.fullmatch(seen.text):
        return Kind.BYLINE, "date below the headline"
    return None


def _first_prose(looks: Sequence[Look], found: Sequence[Decided]) -> int:
    """The first paragraph of the text; a question or a summary above the credits stands above it still."""
    places = (at for at, seen in enumerate(looks) if found[at] is None and seen.prose)
    first = next((at for at in places if not (looks[at].only_questions and looks[at].words <= _USUAL_WORDS)), None)
    if first is None:
        return next((at for at, seen in enumerate(looks) if found[at] is None and seen.prose), len(looks))
    second = next(places, len(looks))
    if looks[first].words > _SUMMARY_WORDS or not looks[first].ended or second - first <= 1 or second == len(looks):
        return first
    credited = any(
        (decided := found[at]) is not None
        and decided[0] is Kind.BYLINE
        and decided[1] in {"date line", "author's name"}
        for at in range(first + 1, min(second, first + _NEAR))
    )
    return second if credited and not any(map(_credited, found[:first])) else first


def _headline(looks: Sequence[Look], found: Sequence[Decided], first: int, open_lines: Sequence[int]) -> int | None:
    """The line that heads the document: the highest heading, or the first open line that is no mere label."""
    marked = [at for at in open_lines if looks[at].block.form is Form.HEADING]
    if marked:
        return min(marked, key=lambda at: (looks[at].block.level, at))
    quoted = [at for at in range(first) if found[at] is None and quoted_title(looks[at])][:1]
    open_lines = [at for at in open_lines if not (has_label(looks[at].text) and _ATTENDING.match(looks[at].text))]
    long = [at for at in open_lines if looks[at].words >= _FEWEST_WORDS and not looks[at].text.endswith(":")]
    if quoted and (not long or quoted[0] < long[0]):
        return quoted[0]
    named = [at for at in open_lines if first < len(looks) and _named_at_start(looks[at].text, looks[first].text)]
    if long := sorted({*long, *named}):
        best = max(long, key=lambda at: (_worth(looks, found, at, first), -at))
        headed = [at for at in range(first) if (decided := found[at]) is not None and decided[0] is Kind.HEADING]
        above = all(found[at] is None for at in range(headed[0])) if headed else False
        far = above and best - headed[0] > _FARTHEST
        return headed[0] if headed and (far or _worth(looks, found, best, first) < _LEAST_WORTH) else best
    return max(open_lines[:_TOP], key=lambda at: looks[at].words) if open_lines else None


def _named_at_start(title: str, text: str) -> bool:
    """Whether a text opens with the words of its title, as entries of reference works do."""
    return len(title) > _FEWEST_WORDS and fold(text).removeprefix("the ").startswith(fold(title))


def _worth(looks: Sequence[Look], found: Sequence[Decided], at: int, first: int) -> float:
    """How much a line above the text looks like its headline: weights set by hand."""
    seen = looks[at]
    below = found[at + 1 : min(at + _NEAR, first + 1)]
    worth = 2.0 if seen.words <= _USUAL_WORDS else 1.0
    worth += 1.0 * (seen.words > _FEWEST_WORDS) - 1.5 * (at > 0 and _credited(found[at - 1]))
    worth += 2.5 * (first < len(looks) and _named_at_start(seen.text, looks[first].text))
    worth += 2.0 * any(map(_credited, below)) + 1.0 * (first - at <= _NEAR)
    worth += (
        1.5 * all(decided is None or decided[0] is Kind.BYLINE for decided in found[:at]) * (at < _FEWEST_WORDS // 2)
    )
    worth -= 2.0 * (seen.text.count(",") > _FEW_LABELS)
    worth -= 2.0 * has_label(seen.text) * (seen.words > _USUAL_WORDS // 2 or _PRELIMINARY.match(seen.text) is not None)
    worth -= 3.0 * (_SEPARATED.search(seen.raw) is not None) + 1.5 * (seen.ended and not seen.question)
    worth -= 3.0 * (";" in seen.text or _named_or_dated(seen) is not None)
    worth -= min(3.0, calls.call(seen.text, linked=seen.links))
    following = found[at + 1] if at + 1 < len(found) else None
    return worth - 1.0 * (following is not None and following[1] == "words of a menu or button")


def quoted_title(seen: Look) -> bool:
    """Whether a line is in quotation marks and yet no sentence, as some headlines are."""
    text = seen.text
    return (
        seen.block.form is Form.PLAIN
        and text[:1] in '"“„«‘'
        and text[-1:] in _CLOSING_MARKS
        and _FEWEST_WORDS <= seen.words <= _HEADLINE_WORDS
        and not text[1:-1].rstrip().endswith((".", ",", "!", "?", "…"))
    )


def _beside_headline(looks: Sequence[Look], at: int, headline: int, first: int, *, furnished: bool) -> Decided:  # noqa: PLR0911 - one rule after the other, the first that fits
    seen = looks[at]
    if seen.block.form is Form.HEADING:
        return SET_AS_HEADING
    if at < headline:
        if _COMPANY.search(seen.text) and seen.words <= LABEL_WORDS:
            return Kind.BYLINE, "name of a company above the headline"
        if furnished and seen.words <= LABEL_WORDS and not any(map(str.isdigit, seen.text)) and not capital(seen):
            return Kind.NAVIGATION, "short line above the headline"
        return Kind.HEADING, "line above the headline"
    if first - headline > _FARTHEST or has_label(seen.text) or seen.question:
        return None
    if (named := _named_or_dated(seen)) is not None:
        return named
    if at == headline + 1 and at < first - 1:
        return Kind.HEADING, "line below the headline"
    return None


def _without_prose(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """In a text without a long sentence only what is set apart is a headline: a poem's lines are none."""
    opening = next((at for at in range(len(looks)) if found[at] is None), None)
    for at, seen in enumerate(looks):
        if found[at] is not None:
            continue
        if seen.block.form is Form.HEADING:
            found[at] = (Kind.HEADING, HEADLINE if at == opening else "set as a heading")
        elif (
            at == opening and at + 1 < len(looks) and could_head(seen, HEADING_WORDS) and _set_apart(looks, at, source)
        ):
            found[at] = (Kind.HEADING, HEADLINE)


def _set_apart(looks: Sequence[Look], at: int, source: str) -> bool:
    """Whether an empty line follows here and not after every line, or most of what follows are sentences."""
    gaps = [
        EMPTY_LINE.search(source, one.block.span.end, two.block.span.start) is not None
        for one, two in pairwise(looks[at:])
    ]
    ended = sum(seen.ended for seen in looks[at + 1 :])
    return gaps[0] and (not all(gaps) or ended * 2 > len(gaps))
