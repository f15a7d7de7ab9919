"""The people of a document: full names, what is known of each, and the way from a short name back to the full one."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.documents.quotations.lexicon import (
    COLLECTIVES,
    GENDERS,
    NICKNAMES,
    PARTICLES,
    PLURAL_PEOPLE,
    ROLES,
    SMALL_WORDS,
    TITLES,
)
from bot.documents.quotations.names import Name

_OFFICE: Final = re.compile(r"\b[Tt]he ((?:[\w’'-]+ ){0,3}[\w’'-]+)$")
_APPOSED: Final = 60
_LONGEST: Final = 5
_SHORTEST: Final = 2
_HEADLINE: Final = 200
# How many paragraphs back a full name still counts as the one just mentioned.
_NEAR: Final = 2
_ESTABLISHED: Final = 2

Place = tuple[int, int]


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the document names in full."""

    name: str
    tokens: tuple[str, ...]
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    def last_before(self, place: Place) -> Place | None:
        """The last place before this one where the full name stands."""
        at = bisect_left(self.places, place)
        return self.places[at - 1] if at else None


class People:
    """All people whom a document names in full, and how often a short name was traced back to each."""

    def __init__(self, texts: Sequence[str], names: Sequence[Sequence[Name]]) -> None:
        """Gather the full names of a document.

        Args:
            texts: Its paragraphs.
            names: The names in each.
        """
        self._people: dict[tuple[str, ...], Person] = {}
        self._by_ends: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[str, Person] = {}
        self._established: dict[str, Counter[int]] = defaultdict(Counter)
        alone = [name for found in names for name in found if len(name.tokens) == 1]
        self._alone = Counter([name.tokens[0] for name in alone])
        full = [[name for name in found if len(name.tokens) > 1 and _is_full(name)] for found in names]
        self._written = {name.tokens for found in full for name in found}
        self._proper: dict[tuple[str, ...], tuple[str, ...]] = {each: self._cut(each) for each in self._written}
        """The full names that are written, each without words before it that the document also leaves out."""
        for paragraph, (text, found) in enumerate(zip(texts, full, strict=True)):
            for name in found if found and not _is_headline(text) else ():
                self._add(text, paragraph, name)
        for name in alone:
            if (bearers := self._by_word.get(name.tokens[0])) is not None and len(bearers) == 1:
                _learn(bearers[0], name)

    def _add(self, text: str, paragraph: int, name: Name) -> None:
        tokens = self._proper[name.tokens]
        if self._are_two(tokens):
            return
        person = self._bearer(tokens)
        if person is None:
            shown = text[name.first : name.last].split()
            person = Person(" ".join(shown[len(name.tokens) - len(tokens) :]), tokens)
            self._people[tokens] = person
            self._by_ends[_ends(tokens)].append(person)
            for word in set(_core(tokens)):
                self._by_word[word].append(person)
            self._by_name.setdefault(person.name, person)
        _learn(person, name)
        person.roles |= _roles_ahead(text, name)
        person.places.append((paragraph, name.first))

    def _are_two(self, tokens: tuple[str, ...]) -> bool:
        """Whether two words are names of their own that happen to meet ("on Norway Denmark has been silent")."""
        return (
            len(tokens) == _SHORTEST
            and tokens[0] not in GENDERS
            and all(self._alone[token] >= _ESTABLISHED for token in tokens)
        )

    def _cut(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        """A name without a word before it that the document also leaves out ("Comedian Ada Thorne")."""
        while len(tokens) > _SHORTEST and tokens[1:] in self._written:
            tokens = tokens[1:]
        return tokens

    def _bearer(self, tokens: tuple[str, ...]) -> Person | None:
        """The person of this name, or of one that differs only by a middle name or initial that one of them lacks."""
        if (person := self._people.get(tokens)) is not None:
            return person
        fitting = [each for each in self._by_ends.get(_ends(tokens), ()) if _same_middle(each.tokens, tokens)]
        if len(fitting) == 1:
            if len(tokens) > len(fitting[0].tokens):
                fitting[0].tokens = tokens
            return fitting[0]
        return None

    def full(self, name: Name) -> Person | None:
        """The person of exactly this full name."""
        return self._bearer(self._proper.get(name.tokens) or self._cut(name.tokens)) if _is_full(name) else None

    def learn_gender(self, name: str, gender: str) -> None:
        """Keep the gender of somebody whom a pronoun has meant, where nothing else tells it."""
        if (person := self._by_name.get(name)) is not None:
            person.gender = person.gender or gender

    def by_name(self, name: str) -> Person | None:
        """The person who is shown under a name."""
        return self._by_name.get(name)

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def resolve(self, name: Name, place: Place) -> Person | None:
        """The person whom a short name means at a place; None where nobody or more than one can be meant."""
        candidates = self._candidates(name)
        if not candidates:
            return None
        chosen = self._choose(candidates, name, place) if len(candidates) > 1 else candidates[0]
        if chosen is not None:
            self._established[name.tokens[-1]][id(chosen)] += 1
        return chosen

    def is_ambiguous(self, name: Name) -> bool:
        """Whether several people of the document bear a short name."""
        return len(self._candidates(name)) > 1

    def _candidates(self, name: Name) -> list[Person]:
        words = _core(name.tokens)
        bearers = [each for each in self._by_word.get(words[-1], []) if set(words) <= set(each.tokens)]
        # of "Lee" and the like, which are surnames as well as first names, the word itself tells no gender
        surname = name.whole == name.span and any(_core(each.tokens)[-1:] == words for each in bearers)
        gender = "" if surname else name.gender
        bearers = [each for each in bearers if not (gender and each.gender and gender != each.gender)]
        if len(words) > 1:
            return bearers
        as_last = [each for each in bearers if _core(each.tokens)[-1] == words[0]]
        as_first = [each for each in bearers if each.tokens[0] == words[0]]
        chosen = as_last if as_last and words[0] not in GENDERS else (as_last or as_first or bearers)
        if len(chosen) > 1 and "jr" not in name.tokens:
            chosen = [each for each in chosen if each.tokens[-1] != "jr"] or chosen
        return chosen

    def _choose(self, candidates: list[Person], name: Name, place: Place) -> Person | None:
        if name.roles:
            fitting = [each for each in candidates if each.roles & name.roles]
            if len(fitting) == 1:
                return fitting[0]
        reached = [(each.last_before(place), each) for each in candidates]
        before = sorted(((at, each) for at, each in reached if at is not None), key=lambda pair: pair[0], reverse=True)
        if len(before) <= 1:
            return before[0][1] if before else None
        (nearest, first), (second, _) = before[:2]
        usual = self._usual(name.tokens[-1], candidates)
        if usual is first or (usual is None and nearest[0] - second[0] >= 1 and place[0] - nearest[0] <= _NEAR):
            return first
        return usual if usual is not None and place[0] - nearest[0] >= 1 else None

    def _usual(self, word: str, candidates: Iterable[Person]) -> Person | None:
        """The person whom a short name has meant so far, where it has meant one of them often."""
        counts = self._established.get(word)
        if not counts:
            return None
        known = {id(each): each for each in candidates}
        (most, times), *others = counts.most_common(2)
        if times >= _ESTABLISHED and (not others or times >= 3 * others[0][1]) and most in known:
            return known[most]
        return None

    def with_role(self, words: Sequence[str], place: Place) -> Person | None:
        """The only person of these roles who has been named in full before a place, or the one nearest to it."""
        wanted = set(words)
        fitting = [
            (at, each)
            for each in self._people.values()
            if wanted <= each.roles and (at := each.last_before(place)) is not None
        ]
        if not fitting:
            return None
        fitting.sort(key=lambda pair: pair[0], reverse=True)
        if len(fitting) == 1 or fitting[0][0][0] > fitting[1][0][0] + _NEAR:
            return fitting[0][1]
        return None


def _learn(person: Person, name: Name) -> None:
    """Take the gender of an honorific, and roles, over from a name that means a person."""
    person.gender = person.gender or name.gender
    person.roles |= name.roles


def _is_headline(text: str) -> bool:
    """Whether every word but the small ones has a capital, so that capitals tell no names."""
    if len(text) > _HEADLINE:
        return False
    words = text.split()
    return len(words) > _LONGEST and all(not word[0].islower() or word in SMALL_WORDS for word in words)


def _roles_ahead(text: str, name: Name) -> frozenset[str]:
    """The office in an apposition before a name ("the prime minister, Ada Thorne, …")."""
    if not text.startswith(", ", name.whole.start - 2) or text[name.whole.end : name.whole.end + 1] not in (",", "."):
        return frozenset()
    found = _OFFICE.search(text, max(0, name.whole.start - _APPOSED), name.whole.start - 2)
    words = [] if found is None else found[1].lower().split()
    if not words or words[-1] not in (ROLES | TITLES) - COLLECTIVES - PLURAL_PEOPLE:
        return frozenset()
    return frozenset(words) - {"former", "then", "late"}


def _is_full(name: Name) -> bool:
    own = [token for token in _core(name.tokens) if token not in PARTICLES]
    return len(own) > 1 and not name.organisation and len(_core(name.tokens)) <= _LONGEST


def _core(tokens: tuple[str, ...]) -> tuple[str, ...]:
    if "jr" not in tokens:
        return tokens
    kept = tuple(token for token in tokens if token != "jr")  # noqa: S105 - a suffix of names
    return kept or tokens


def _ends(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """First and last name and "jr", the first in its long form, under which variants of a name meet."""
    if "jr" not in tokens:
        return NICKNAMES.get(tokens[0], tokens[0]), tokens[-1]
    core = _core(tokens)
    return (NICKNAMES.get(core[0], core[0]), core[-1], *tokens[len(core) :])


def _same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of the same ends agree in the middle, or one has no middle."""
    first, second = (" ".join(_core(tokens)[1:-1]).replace(".", "") for tokens in (one, other))
    return not first or not second or first == second or (first[0] == second[0] and min(len(first), len(second)) == 1)
