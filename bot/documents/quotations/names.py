"""Names in a text: sequences of capitalised words, cut down to the name proper, with the roles beside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.documents.quotations.lexicon import (
    AGENCIES,
    AGENCY_WORDS,
    CLAUSE_VERBS,
    GENDERS,
    HONORIFICS,
    OPENERS,
    ORGANISATION,
    PLACE_WORDS,
    ROLES,
    TITLES,
)
from bot.models import Span

_UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁ"
_TOKEN: Final = (
    r"(?:(?:[Uu]nder)?[Ss]ecretary of (?:State|Defen[cs]e|Labor|Commerce|Education|Energy)"
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Rep|Sen|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Prof|Rev|Hon|St|Jr|Sr)\."
    r"|(?:[UP]\.-?)+(?![a-z])|[UP]\w*(?:[-'’](?!s\b)\w+)*)"
).replace("UP", _UPPER)
_PARTICLE: Final = r"(?:de|del|della|da|dos|di|du|la|le|van|von|der|den|ter|bin|ibn|al|el|y)"
_SEQUENCE: Final = re.compile(
    rf"(?<![\w’'])(?:(?:de|van|von|al|el)[ -])?{_TOKEN}"
    rf"(?:(?:[ \u00a0](?:{_PARTICLE}[ -]){{0,2}}|,[ ](?=[JS]r\b)){_TOKEN})*"
)
_WORD: Final = re.compile(r"[^\s\u00a0]+")
_SMALL: Final = re.compile(r"\b[a-z]{3,}\b")
_SENTENCE_START: Final = re.compile(r"[.!?:;”\"\x01]\s{1,2}$|^\s*$")
_APPOSITION: Final = re.compile(r"(?:\s*\([^)]{1,40}\))?,\s(?:\d{1,3},\s)?([^,.;:“”\"]{3,90})")
_BEFORE: Final = re.compile(r"((?:[\w’'-]+[ \u00a0]){1,4})$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands.

    `tokens` are its words in small letters; `roles` are the words for an office beside it, in small letters;
    `gender` is "m", "f" or "" as far as titles beside it and the first name tell.
    """

    span: Span
    whole: Span
    tokens: tuple[str, ...]
    roles: frozenset[str]
    gender: str
    organisation: bool

    @property
    def short(self) -> bool:
        """Whether this is one word, or one with an honorific."""
        return len(self.tokens) == 1


def _plain(token: str) -> str:
    return token.lower().strip(".,").replace("’", "'")


def find(text: str) -> list[Name]:
    """The names in a paragraph, in order."""
    return [name for found in _SEQUENCE.finditer(text) if (name := _name(text, found)) is not None]


def _name(text: str, found: re.Match[str]) -> Name | None:
    """Cut a sequence of capitalised words down to the name in it; None where nothing is left."""
    tokens = [
        (_plain(word[0]), word.start() + found.start(), word.end() + found.start()) for word in _WORD.finditer(found[0])
    ]
    whole = tokens[0][1]
    first = 0
    while first < len(tokens) and tokens[first][0] in OPENERS and not _is_initial(text, tokens[first]):
        first += 1
    tokens = tokens[first:]
    if not tokens:
        return None
    whole = tokens[0][1]
    cut = 0
    for at in range(len(tokens) - 1):
        if tokens[at][0] in TITLES:
            cut = at + 1
    if len(tokens) == 1 and tokens[0][0] in TITLES:
        return None
    titles = {token for token, _, _ in tokens[:cut]}
    proper = tokens[cut:]
    words = tuple(token for token, _, _ in proper if token not in {"jr", "sr"}) or (proper[0][0],)
    if "jr" in {token for token, _, _ in proper}:
        words = (*words, "jr")
    span = Span(proper[0][1], proper[-1][2])
    if text[span.end - 1] == "." and not _is_abbreviation(proper[-1][0]):
        span = Span(span.start, span.end - 1)
    roles = titles | _roles_before(text, whole) | _roles_after(text, found.end())
    gender = _gender(words, titles | _title_words(text, whole))
    return Name(span, Span(whole, found.end()), words, frozenset(roles), gender, _is_organisation(words, proper, text))


def _is_initial(text: str, token: tuple[str, int, int]) -> bool:
    """Whether a word is the initial of a name ("A. Thorne"), not the article."""
    word, start, end = token
    return len(word) == 1 and "." in text[start : end + 1]


def _is_abbreviation(token: str) -> bool:
    return "." in token or len(token) == 1 or token in {"jr", "sr"}


def _title_words(text: str, at: int) -> set[str]:
    before = _BEFORE.search(text, max(0, at - 40), at)
    words = before[1].split() if before else []
    return {_plain(word) for word in words[-1:]}


def _roles_before(text: str, at: int) -> set[str]:
    """Roles in small letters right before a name ("ministry spokesperson Wang Wenbin")."""
    before = _BEFORE.search(text, max(0, at - 48), at)
    if before is None:
        return set()
    words = [_plain(word) for word in before[1].split()]
    if words[-1] not in ROLES and words[-1] not in TITLES:
        return set()
    return {word for word in words if word in ROLES or word in TITLES}


def _roles_after(text: str, at: int) -> set[str]:
    """Roles in an apposition behind a name ("Li Haidong, a professor at …")."""
    after = _APPOSITION.match(text, at)
    if after is None:
        return set()
    words = [_plain(word) for word in after[1].split()[:9]]
    if words[0] in {"his", "her", "their", "who", "whose", "which", "and", "but", "as"} or not CLAUSE_VERBS.isdisjoint(
        words
    ):
        return set()
    return {word for word in words if word in ROLES or word in TITLES} - {"the", "then", "former", "late"}


def _gender(words: tuple[str, ...], titles: set[str]) -> str:
    for title in titles:
        if title in HONORIFICS:
            return HONORIFICS[title]
    return GENDERS.get(words[0], "") if len(words) > 1 or words[0] in GENDERS else ""


def _is_organisation(words: tuple[str, ...], proper: list[tuple[str, int, int]], text: str) -> bool:
    if words[-1] in AGENCIES or any(word in ORGANISATION or word in AGENCY_WORDS for word in words):
        return True
    if len(words) > 1 and words[0] in PLACE_WORDS:
        return True
    last = text[proper[-1][1] : proper[-1][2]]
    return len(words) == 1 and len(last) > 1 and last.isupper() and "." not in last


def drop_common(texts: Sequence[str], names: Sequence[list[Name]]) -> None:
    """Take out words that have a capital only because they begin a sentence.

    Args:
        texts: The paragraphs of a document.
        names: The names found in each, changed in place. A single word goes where it begins a sentence, the document
            has it in small letters too, and no longer name contains it; a longer name that begins a sentence loses a
            first word that the document has in small letters.
    """
    parts = {token for found in names for name in found if not name.short for token in name.tokens[1:]}
    small = {word for text in texts for word in _SMALL.findall(text)}
    for text, found in zip(texts, names, strict=True):
        for at in reversed(range(len(found))):
            name = found[at]
            if name.tokens[0] not in small or name.tokens[0] in GENDERS or not _begins_sentence(text, name.whole.start):
                continue
            if not name.short:
                found[at] = _without_first(text, name)
            elif not name.gender and name.tokens[0] not in parts:
                del found[at]


def _begins_sentence(text: str, at: int) -> bool:
    return at == 0 or _SENTENCE_START.search(text, max(0, at - 3), at) is not None


def _without_first(text: str, name: Name) -> Name:
    if name.whole.start != name.span.start or (gap := _WORD.match(text, name.span.start, name.span.end)) is None:
        return name
    second = _WORD.search(text, gap.end(), name.span.end)
    if second is None:
        return name
    span = Span(second.start(), name.span.end)
    return replace(name, span=span, whole=Span(span.start, name.whole.end), tokens=name.tokens[1:])
