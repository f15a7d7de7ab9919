"""Edges: whole sentences above and behind a text that are not of it: notices, notes on authors and institutions.

A text is peeled from its two ends inwards, until a paragraph is met that can only be of the text. What is left behind
the end, an island of prose among the furniture of a page, is cut off where the furniture outweighs it.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents import calls
from bot.documents.blocks import Form
from bot.documents.furniture import PAGE_MARKS
from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.models import Kind

_PROPER: Final = r"(?:[A-ZÀ-Þ][\w'’-]*\.?|[A-ZÀ-Þ]\.)"
_PERSON: Final = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Sir|Professor|Capt)\.? )?(?P<name>{_PROPER}(?: (?:(?:van|von|de|der|al|bin|da|di"
    rf"|la) )?{_PROPER}){{1,3}})"
    r"(?:,? [^,.]{2,80},)?(?: (?:currently|also|regularly|previously|formerly))? (?:is|was|has|have|lives|works"
    r"|teaches|writes|reports|covers|studies|leads|serves"
    r"|edits|directs|joined|holds|hosts|blogs|runs|left|graduated|spent|contributes|contributed|researches|can "
    r"be reached|may be reached|are|ist|war"
    r"|lebt|schreibt|arbeitet|est|vit|enseigne|es|vive|escribe)\b"
)
_CALLING: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|author|fellow|professor|journalist|columnist|lecturer|researcher"
    r"|historian"
    r"|analyst|contributor|freelancer?|novelist|poet|essayist|economist|scholar|blogger|photographer|translator|teaches"
    r"|lives (?:in|on|near|with)|based in|latest book|author of|(?:is|as) an? [\w -]{0,40}(?:at|with|for) the"
    r"|(?:his|her|their) (?:book|most recent|latest|work)|redakteurin?|korrespondentin?|autorin?|journaliste"
    r"|periodista|autora?"
    r"|senior|director|engineer|attorney|co-?founder|founder|chef|expert|specialist|PhD|student|staff|advis[eo]r"
    r"|consultant)\b",
    re.IGNORECASE,
)
_REACH: Final = re.compile(
    r"\b(?:reach|follow|email|e-mail|contact|find|tweets?|connect with) (?:him|her|them|me|at|@)\b|@\w{3,}",
    re.IGNORECASE,
)
_HELPED: Final = re.compile(
    r"\b(?:(?:condensed|edited|shortened) (?:and (?:lightly )?(?:condensed|edited) )?for (?:clarity|length|brevity)"
    r"|contributed (?:to this (?:report|story|article|post)|reporting|research)|reporting was contributed by"
    r"|(?:translated|adapted|excerpted|edited|transcribed|compiled) (?:from|by|with)|wurde (?:übersetzt"
    r"|aktualisiert)|traduit d[eu'])",
    re.IGNORECASE,
)
_INSTITUTION: Final = re.compile(
    r"^(?:The |Die |Das |Der |Le |La |L['’]|El )?[A-ZÀ-Þ][^.!?]{1,90}? (?:is|are|was founded|manages|provides"
    r"|operates|publishes|ist|est|es) "
    r"[^.!?]{0,90}\b(?:independent|non-?profit|non-?partisan|not-for-profit|registered|think[- ]tank|company"
    r"|provider|manufacturer|supplier|organi[sz]ation"
    r"|institute|charity|foundation|network|association|magazine|newspaper|newsletter|quarterly|publisher"
    r"|platform|podcast"
    r"|agency|responsible for|maker|unternehmen|verein|stiftung|entreprise|association|empresa|fundación)\b",
)
_IMPRINT: Final = re.compile(
    r"\S@\S+\.\w|\bP\.? ?O\.? Box\b|\bhttps?://|\bwww\."
    r"|^(?:published|printed|produced|issued|distributed|herausgegeben|publié|édité|publicado|editado) (?:by|in"
    r"|von|par|por)\b|^(?:herausgeber|impressum|verantwortlich|redaktion|v\.i\.s\.d\.p)",
    re.IGNORECASE,
)
_IMPRINT_WORDS: Final = 40
_FIRST: Final = re.compile(r"[^.!?]+[.!?](?= [A-ZÀ-Þ])")
_FIRST_WORDS: Final = 6
_PHONE: Final = re.compile(r"\b(?:tel|phone|fax|telefon|téléphone|teléfono)\b\.?:? ?[+(\d]", re.IGNORECASE)
_HATNOTE: Final = re.compile(
    r"(?:for [^.]{2,80}, see [^.]{2,80}\.|this (?:article|page) is about [^.]{2,80}\. for [^.]{2,80}|not to be "
    r"confused with [^.]{2,60}\.?|[\"“][^\"]+[\"”] redirects here\..*)",
    re.IGNORECASE,
)
_TOP: Final = 16
_LEAST: Final = 2.0
_BESIDE: Final = 1.75
_BIO_WORDS: Final = 70
_NOTE_WORDS: Final = 50
_FEW_SENTENCES: Final = 3
_DEEPEST: Final = 40
_KIN: Final = 0.15
_LONG: Final = re.compile(r"[^\W\d_]{5,}")
_PAST: Final = (" was", " has", " have", " are", " left", " joined", " war")
_NO_NAMES: Final = frozenset(
    [
        "Although",
        "While",
        "When",
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "If",
        "As",
        "But",
        "And",
        "Since",
        "After",
        "Before",
        "This",
        "That",
        "These",
        "Those",
        "His",
        "Her",
        "Their",
        "Our",
        "My",
        "For",
    ]
)
_SURNAME: Final = re.compile(
    r"([A-ZÀ-Þ][\w'’-]+) (?:is|covers|reports|writes|teaches|works|lives|edits|reported"
    r"|was a|joined)\b"
)
_ISLAND_WORDS: Final = 60
_ISLAND_SHARE: Final = 0.34
_HELP_WORDS: Final = 25
_VALLEY: Final[dict[Kind, int]] = {
    Kind.NAVIGATION: 6,
    Kind.PROMOTION: 3,
    Kind.APPENDED: 10,
    Kind.BYLINE: 2,
    Kind.HEADING: 0,
    Kind.BODY: 0,
}
_FEWEST_ADDED: Final = 2
_MOST_SKIPPED: Final = 3
_POSTS: Final = frozenset({"date line", "details of a member", "time of day"})
_ADDED: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED})


def peel(looks: Sequence[Look], found: list[Decided]) -> None:
    """Type such paragraphs, in place."""
    if sum(decided is None and seen.prose for seen, decided in zip(looks, found, strict=True)) < _FEWEST_ADDED:
        return
    _from_above(looks, found)
    _authors(looks, found)
    _from_below(looks, found)
    _islands(looks, found)


def _from_above(looks: Sequence[Look], found: list[Decided]) -> None:
    for at, seen in enumerate(looks[:_TOP]):
        if found[at] is None and seen.block.form is Form.PLAIN and seen.words <= _TOP and _HATNOTE.fullmatch(seen.text):
            found[at] = (Kind.APPENDED, "pointer to another entry")
        if (decided := found[at]) is not None and decided[0] is Kind.BODY:
            return
        if found[at] is not None or not seen.prose or seen.block.form is not Form.PLAIN:
            continue
        if calls.notice(seen.text) < _LEAST:
            return
        found[at] = (Kind.APPENDED, "speaks of the page and its terms")


def _authors(looks: Sequence[Look], found: list[Decided]) -> None:
    """Notes on those who are named as authors above the text: short, and in its second half."""
    words = [seen.words if decided is None else 0 for seen, decided in zip(looks, found, strict=True)]
    half = sum(words) / 2
    passed = 0
    names = ""
    for at, seen in enumerate(looks):
        passed += words[at]
        if (decided := found[at]) is not None:
            names += f" {seen.text.lower()}" if decided[0] is Kind.BYLINE and passed < half else ""
        elif (
            passed > half
            and names
            and seen.ended
            and seen.words <= _NOTE_WORDS
            and seen.block.form in {Form.PLAIN, Form.QUOTE}
            and (named := _PERSON.match(seen.text.replace("*", "").replace("_", ""))) is not None
            and named["name"].lower() in names
        ):
            found[at] = (Kind.BYLINE, "note on the author")


def _from_below(looks: Sequence[Look], found: list[Decided]) -> None:
    """Peel from the end; a paragraph that is none of these, and no mere line, ends it."""
    head = _head(looks, found)
    furnished = False
    skipped = 0
    for at in range(len(looks) - 1, 0, -1):
        seen, decided = looks[at], found[at]
        if decided is not None:
            furnished = furnished or (decided[0] in _ADDED and decided[1] not in PAGE_MARKS)
            continue
        last = not any(found[below] is None for below in range(at + 1, len(looks)))
        if last and _reached(seen) and any(looks[above].prose for above in range(at)):
            found[at] = (Kind.APPENDED, "imprint or address of the publisher")
            continue
        if not seen.prose and not (seen.ended and seen.words > _LEAST):
            continue
        if not any(found[above] is None and looks[above].prose for above in range(at)):
            return
        peeled = _peeled(looks, found, at, head, furnished=furnished, last=last)
        if peeled is None and (seen.prose or not (furnished or last) or skipped >= _MOST_SKIPPED):
            return
        skipped += peeled is None
        found[at] = peeled or found[at]


def _peeled(  # noqa: PLR0911 - one rule after the other, the first that fits
    looks: Sequence[Look], found: Sequence[Decided], at: int, head: str, *, furnished: bool, last: bool
) -> Decided:
    """What a paragraph at the end is; None where it can only be of the text."""
    seen = looks[at]
    text = seen.text.replace("*", "")
    if seen.block.form in {Form.TABLE, Form.CODE} or text[:1] in '“"„«':
        return None
    if seen.words <= _HELP_WORDS and _HELPED.search(text):
        return Kind.BYLINE, "credit in a sentence"
    if _describes_author(looks, found, at, text, head):
        return Kind.BYLINE, "note on the author"
    above = found[at - 1]
    beside = furnished or (above is not None and above[0] in _ADDED and above[1] not in PAGE_MARKS)
    spoken = calls.notice(text)
    if spoken >= (_BESIDE if beside else _LEAST) and (spoken >= calls.NOTICE or calls.speaks_of_itself(text)):
        return Kind.APPENDED, "speaks of the page and its terms"
    if beside and seen.words <= _BIO_WORDS and _INSTITUTION.match(text):
        return Kind.APPENDED, "note on the publisher"
    strong = _IMPRINT.search(text) is not None and (beside or (last and seen.prose)) and "pic.twitter" not in text
    if (
        (strong or (beside and _PHONE.search(text)))
        and seen.words <= _IMPRINT_WORDS
        and calls.told(text) == 0
        and not _opens_otherwise(text)
    ):
        return Kind.APPENDED, "imprint or address of the publisher"
    return None


def _reached(seen: Look) -> bool:
    """Whether the last lines of a document name somebody and a telephone, and report nothing."""
    return (
        seen.block.form is Form.PLAIN
        and seen.words <= _IMPRINT_WORDS
        and _PHONE.search(seen.text) is not None
        and calls.told(seen.text) == 0
        and not _opens_otherwise(seen.text)
    )


def _opens_otherwise(text: str) -> bool:
    """Whether the first of several sentences names no address: then the address is one that the text gives."""
    first = _FIRST.match(text)
    return (
        first is not None
        and len(first[0].split()) >= _FIRST_WORDS
        and _IMPRINT.search(first[0]) is None
        and _PHONE.search(first[0]) is None
        and calls.notice(first[0]) < 1
    )


def _head(looks: Sequence[Look], found: Sequence[Decided]) -> str:
    """What stands above the text."""
    first = next((at for at, seen in enumerate(looks) if found[at] is None and seen.prose), 0)
    return " ".join(seen.text for seen in looks[:first]).lower()


def _describes_author(looks: Sequence[Look], found: Sequence[Decided], at: int, text: str, head: str) -> bool:
    """Whether a paragraph is about somebody who is named above the text, or nowhere in it and writes for a living."""
    if looks[at].words > _BIO_WORDS:
        return False
    if (named := _PERSON.match(text)) is None:
        surname = _SURNAME.match(text)
        return (
            surname is not None
            and f" {surname[1].lower()}" in f" {head}"
            and text.count(".") <= _FEW_SENTENCES
            and (_CALLING.search(text) is not None or not surname[0].endswith(" is"))
        )
    name = named["name"]
    if name.split(maxsplit=1)[0] in _NO_NAMES:
        return False
    if any(
        (decided := found[other]) is not None and decided[0] is Kind.BYLINE and name in looks[other].text
        for other in range(at)
    ):
        return True
    within = sum(name in looks[other].raw for other in range(at) if found[other] is None and looks[other].prose)
    if within:
        return False
    return (
        name.lower() in head
        or (_CALLING.search(text) is not None and not named[0].endswith(_PAST))
        or _REACH.search(text) is not None
    )


def _long_words(seen: Look) -> set[str]:
    return set(_LONG.findall(seen.text.lower()))


def _end(looks: Sequence[Look], found: Sequence[Decided]) -> tuple[int, int]:
    """Where the text ends, if prose counts for it and furniture against it, and what it is worth up to there."""
    end = score = best = depth = 0
    for at, seen in enumerate(looks):
        decided = found[at]
        if decided is not None:
            cost = 0 if decided[1] in PAGE_MARKS else min(_VALLEY[decided[0]], _DEEPEST - depth)
            depth += cost
            score -= cost
        elif seen.prose:
            score += min(seen.words, _ISLAND_WORDS)
            depth = 0
        if score > best:
            best, end = score, at
    return end, best


def _islands(looks: Sequence[Look], found: list[Decided]) -> None:
    """Prose behind a stretch of furniture that outweighs it and all that follows, and that shares no words with it."""
    end, worth = _end(looks, found)
    behind = [at for at in range(end + 1, len(looks)) if found[at] is None and looks[at].ended]
    if not behind or sum(looks[at].words for at in behind) > _ISLAND_SHARE * worth:
        return
    valley = [decided for decided in found[end + 1 : behind[0]] if decided is not None and decided[1] not in PAGE_MARKS]
    if sum(decided[0] in {Kind.NAVIGATION, Kind.APPENDED} for decided in valley) <= _FEWEST_ADDED:
        return
    start = next((at for at, seen in enumerate(looks) if found[at] is None and seen.prose), end)
    # in a thread posts stand between furniture
    if any(decided is not None and decided[1] in _POSTS for decided in found[start:end]):
        return
    own = {word for at, seen in enumerate(looks[: end + 1]) if found[at] is None for word in _long_words(seen)}
    for at in behind:
        if _is_island(looks[at], found[at - 1], own):
            found[at] = (Kind.APPENDED, "among the furniture behind the text")


def _is_island(seen: Look, above: Decided, own: set[str]) -> bool:
    if seen.block.form is not Form.PLAIN or seen.text.startswith(("“", '"', "„", "«")):
        return False
    if not seen.prose:
        return above is not None and above[1] == "date line"
    words = _long_words(seen)
    return len(words & own) <= _KIN * len(words)
