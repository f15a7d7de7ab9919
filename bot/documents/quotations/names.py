"""Names in a text: sequences of capitalised words, cut down to the name proper, with the roles beside them."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final, NamedTuple

from bot.documents.quotations.lexicon import (
    AGENCIES,
    AGENCY_WORDS,
    CLAUSE_VERBS,
    COMMON_PEOPLE,
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
_OFFICE: Final = "(?:State|Defen[cs]e|Labor|Commerce|Education|Energy)"
# A word behind its first letter. A pattern that begins with a set of letters is looked for much faster.
_REST: Final = (
    rf"(?:(?:(?<=U)nder[Ss]|(?<=S))ecretary of {_OFFICE}"
    r"|(?=[a-z]{1,3}\.)(?:(?<=M)(?:r|rs|s|x|aj)|(?<=D)r|(?<=R)(?:ep|ev)|(?<=S)(?:en|gt|t|r)|(?<=G)(?:ov|en)|(?<=L)t"
    r"|(?<=C)(?:ol|apt|mdr)|(?<=A)dm|(?<=P)rof|(?<=H)on|(?<=J)r)\."
    r"|\.-?(?:[UP]\.-?)*(?![a-z])|\w*(?:[-'’](?!s\b)\w+)*)"
).replace("UP", _UPPER)
_TOKEN: Final = rf"(?:[{_UPPER}]{_REST}|(?:under[Ss]|s)ecretary of {_OFFICE})"
_PARTICLE: Final = r"(?:d(?:e(?:l(?:la)?|r|n)?|a|os|i|u)|l[ae]|v[ao]n|ter|bin|ibn|al|el|y)"
# Particles are looked for only where a letter follows with which one, or an office in small letters, begins.
_SEQUENCE: Final = re.compile(
    rf"[{_UPPER}](?<![\w’'].){_REST}"
    rf"(?:(?:[ \u00a0](?:(?=[{_UPPER}])|(?=[abdeilstuvy])(?:{_PARTICLE}[ -]){{0,2}})|,[ ](?=[JS]r\b)){_TOKEN})*"
)
# What may stand in small letters before the first capital.
_LEAD: Final = re.compile(r"(?<![\w’'])(?:(?:de|van|von|al|el)[ -]|(?:[Uu]nder)?secretary of )$")
_OFFICES: Final = re.compile(_OFFICE)
_LEADS: Final = (*(f"{word}{mark}" for word in ("de", "van", "von", "al", "el") for mark in " -"), "secretary of ")
_SMALL: Final = re.compile(r"\b[a-z]{3,}\b")
_LONG: Final = 3
_FEW: Final = 40
_LEADS_END: Final = frozenset(lead[-2] for lead in _LEADS)
_LONGEST_LEAD: Final = 20
_WORD: Final = re.compile(r"[^\s\u00a0]+")
_SENTENCE_START: Final = re.compile(r"[.!?:;”\"\x01]\s{1,2}$|^\s*$")
_APPOSITION: Final = re.compile(r"(?:\s*\([^)]{1,40}\))?,\s(?:\d{1,3},\s)?([^,.;:“”\"]{3,90})")
_NO_APPOSITION: Final = frozenset({"his", "her", "their", "who", "whose", "which", "and", "but", "as"})
_BEFORE: Final = re.compile(r"((?:[\w’'-]++[ \u00a0]){1,4})$")
_LAST_WORD: Final = re.compile(r"[\w’'-]+$")
_STOPS: Final = frozenset('.,:;!?)”"\x01')
_LONGEST_WORD: Final = 40
_BODIES: Final = ORGANISATION | AGENCY_WORDS
# What tells something where it stands right before a name.
_BESIDE: Final = ROLES | TITLES | HONORIFICS.keys()


class Name(NamedTuple):
    """A name where it stands; in the order in which names stand.

    It goes from `start` to `end` with what stands beside it, and from `first` to `last` by itself. `tokens` are its
    words in small letters; `roles` are the words for an office beside it, in small letters; `gender` is "m", "f" or ""
    as far as titles beside it and the first name tell.
    """

    start: int
    end: int
    first: int
    last: int
    tokens: tuple[str, ...]
    roles: frozenset[str]
    gender: str
    organisation: bool

    @property
    def span(self) -> Span:
        """Where it stands by itself."""
        return Span(self.first, self.last)

    @property
    def whole(self) -> Span:
        """Where it stands with what stands beside it."""
        return Span(self.start, self.end)

    @property
    def short(self) -> bool:
        """Whether this is one word, or one with an honorific."""
        return len(self.tokens) == 1


class _Parts(NamedTuple):
    """What a sequence of capitalised words tells by itself: offsets within it, and what `Name` has."""

    whole: int
    start: int
    end: int
    tokens: tuple[str, ...]
    titles: frozenset[str]
    gender: str
    organisation: bool


def find(text: str) -> list[Name]:
    """The names in a paragraph, in order."""
    names: list[Name] = []
    for found in _SEQUENCE.finditer(text):
        at, end = found.span()
        if at > 1 and text[at - 2] in _LEADS_END and text.endswith(_LEADS, 0, at):
            at = _start(text, at)
        behind = text[end] if end < len(text) else ""
        parts = _parts(text[at:end], "." if behind == "." else "")
        if parts is not None:
            names.append(_name(text, at, end, behind, parts))
    return names


def _name(text: str, at: int, end: int, behind: str, parts: _Parts) -> Name:
    """What a sequence of capitalised words tells where it stands.

    Args:
        text: The paragraph.
        at: Where the sequence begins.
        end: Where it ends.
        behind: The character behind it, if any.
        parts: What it tells by itself.
    """
    whole, first, last, tokens, roles, gender, organisation = parts
    whole += at
    if (beside := _word_before(text, whole)) in _BESIDE:
        gender = HONORIFICS.get(beside, gender) if roles.isdisjoint(HONORIFICS) else gender
        roles |= _roles_before(text, whole)
    if behind in ",(" or (behind.isspace() and not text[end + 1 : end + 2].isalnum()):
        roles |= _roles_after(text, end)
    return Name(whole, end, at + first, at + last, tokens, roles, gender, organisation)


def _start(text: str, at: int) -> int:
    """Where a name begins whose first capital stands at an offset."""
    lead = _LEAD.search(text, max(0, at - _LONGEST_LEAD), at)
    if lead is None or (lead[0].endswith("of ") and _OFFICES.match(text, at) is None):
        return at
    return lead.start()


@lru_cache(maxsize=8192)
def _parts(sequence: str, stop: str) -> _Parts | None:
    """What a sequence tells by itself, and by the full stop behind it, where there is one."""
    if sequence.isalpha():
        return _alone(sequence.lower(), sequence, stop)
    words: list[tuple[str, int, int]] = []
    at = 0
    for word in sequence.replace("\u00a0", " ").split(" "):
        if word:
            words.append((_plain(word), at, at + len(word)))
        at += len(word) + 1
    first = 0
    while (
        first < len(words)
        and words[first][0].partition("'")[0] in OPENERS
        and not _is_initial(sequence + stop, words[first])
    ):
        first += 1
    words = words[first:]
    if not words or (len(words) == 1 and (words[0][0] in TITLES or words[0][0] in COMMON_PEOPLE)):
        return None
    cut = 0
    for place in range(len(words) - 1, 0, -1):
        if words[place - 1][0] in TITLES:
            cut = place
            break
    titles = [word for word, _, _ in words[:cut]]
    proper = words[cut:]
    plain = [word for word, _, _ in proper]
    tokens = tuple(plain)
    if "jr" in plain or "sr" in plain:
        tokens = tuple([word for word in plain if word not in {"jr", "sr"}]) or (plain[0],)
        tokens = (*tokens, "jr") if "jr" in plain else tokens
    end = proper[-1][2]
    if sequence[end - 1] == "." and not _is_abbreviation(plain[-1]):
        end -= 1
    organisation = _is_organisation(tokens, sequence[proper[-1][1] : proper[-1][2]])
    return _Parts(words[0][1], proper[0][1], end, tokens, frozenset(titles), _gender(tokens, titles), organisation)


def _alone(plain: str, word: str, stop: str) -> _Parts | None:
    """What one word without any mark tells."""
    if plain in TITLES or plain in COMMON_PEOPLE or (plain in OPENERS and not (len(plain) == 1 and stop)):
        return None
    tokens = (plain, plain) if plain == "jr" else (plain,)
    return _Parts(0, 0, len(word), tokens, frozenset(), GENDERS.get(plain, ""), _is_organisation(tokens, word))


def _plain(token: str) -> str:
    return token.lower().strip(".,").replace("’", "'")


def _is_initial(sequence: str, word: tuple[str, int, int]) -> bool:
    """Whether a word is the initial of a name ("A. Thorne"), not the article."""
    plain, start, end = word
    return len(plain) == 1 and "." in sequence[start : end + 1]


def _is_abbreviation(token: str) -> bool:
    return "." in token or len(token) == 1 or token in {"jr", "sr"}


def _word_before(text: str, at: int) -> str:
    """The word that one space parts from what follows, in small letters; empty where there is none."""
    end = at - 1
    if end > 0 and text[end] == "\n":
        end -= 1
    if end < 1 or text[end] not in " \u00a0" or text[end - 1] in _STOPS:
        return ""
    word = text[text.rfind(" ", end - _LONGEST_WORD if end > _LONGEST_WORD else 0, end) + 1 : end]
    if word.isalnum():
        return word.lower()
    found = _LAST_WORD.search(word)
    return _plain(found[0]) if found else ""


def _roles_before(text: str, at: int) -> frozenset[str]:
    """Roles in small letters right before a name ("ministry spokesperson Wang Wenbin")."""
    before = _BEFORE.search(text, max(0, at - 48), at)
    if before is None:
        return frozenset()
    words = before[1].lower().replace("’", "'").split()
    if words[-1] not in ROLES and words[-1] not in TITLES:
        return frozenset()
    return frozenset(word for word in words if word in ROLES or word in TITLES)


def _roles_after(text: str, at: int) -> frozenset[str]:
    """Roles in an apposition behind a name ("Li Haidong, a professor at …")."""
    after = _APPOSITION.match(text, at)
    if after is None:
        return frozenset()
    words = after[1].lower().replace("’", "'").split()[:9]
    if words[0] in _NO_APPOSITION or not CLAUSE_VERBS.isdisjoint(words):
        return frozenset()
    return frozenset(word for word in words if word in ROLES or word in TITLES) - {"the", "then", "former", "late"}


def _gender(words: tuple[str, ...], titles: Sequence[str]) -> str:
    for title in reversed(titles):
        if title in HONORIFICS:
            return HONORIFICS[title]
    return GENDERS.get(words[0], "") if len(words) > 1 or words[0] in GENDERS else ""


def _is_organisation(words: tuple[str, ...], last: str) -> bool:
    if words[-1] in AGENCIES or not _BODIES.isdisjoint(words):
        return True
    if len(words) > 1 and words[0] in PLACE_WORDS:
        return True
    return len(words) == 1 and len(last) > 1 and last.isupper() and "." not in last


def drop_common(texts: Sequence[str], names: Sequence[list[Name]]) -> None:
    """Take out words that have a capital only because they begin a sentence.

    Args:
        texts: The paragraphs of a document.
        names: The names found in each, changed in place.

    A single word goes where it begins a sentence, the document has it in small letters too, and no longer name
    contains it; a longer name that begins a sentence loses a first word that the document has in small letters.
    """
    begins = [
        (text, found, at)
        for text, found in zip(texts, names, strict=True)
        for at in range(len(found) - 1, -1, -1)
        if _begins_sentence(text, found[at].start)
    ]
    common = _in_small({found[at].tokens[0] for _, found, at in begins} - GENDERS.keys(), texts)
    if not common:
        return
    parts = {token for found in names for name in found if not name.short for token in name.tokens[1:]}
    for text, found, at in begins:
        name = found[at]
        if name.tokens[0] not in common:
            continue
        if not name.short:
            found[at] = _without_first(text, name)
        elif not name.gender and name.tokens[0] not in parts:
            del found[at]


def _in_small(words: AbstractSet[str], texts: Sequence[str]) -> set[str]:
    """Those of some words, of three letters and more, that stand in small letters in a document."""
    plain = {word for word in words if len(word) >= _LONG and word.isascii() and word.isalpha()}
    joined = " ".join(texts) if plain else ""
    if len(plain) <= _FEW:
        return {word for word in plain if _stands(word, joined)}
    # too many to look for one by one; of what is written, only what has a mark is looked at more closely
    written = set(joined.split())
    written.update(_SMALL.findall(" ".join([each for each in written if not each.isalpha()])))
    return plain & written


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_goes_on(text[at - 1 : at]) or _goes_on(text[end : end + 1])):
            return True
        at = text.find(word, end)
    return False


def _goes_on(character: str) -> bool:
    return character.isalnum() or character == "_"


def _begins_sentence(text: str, at: int) -> bool:
    if at > 1 and text[at - 2].isalnum():
        return False
    return at == 0 or _SENTENCE_START.search(text, max(0, at - 3), at) is not None


def _without_first(text: str, name: Name) -> Name:
    if name.start != name.first or (gap := _WORD.match(text, name.first, name.last)) is None:
        return name
    second = _WORD.search(text, gap.end(), name.last)
    if second is None:
        return name
    return name._replace(start=second.start(), first=second.start(), tokens=name.tokens[1:])
