"""What the table of a language holds, by which its reporting clauses are recognised."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Tongue:
    """The table of one language; patterns are matched against text in any case."""

    verbs: re.Pattern[str]
    """A finite verb of speech; its group `pronoun` is the subject, where the verb holds one (a-t-elle dit)."""
    sources: re.Pattern[str]
    """Words before whoever is the source, such as "selon"."""
    that: re.Pattern[str]
    """A conjunction at the end of a clause that leads to a quotation."""
    skipped: re.Pattern[str]
    """Adverbs and days that may stand between a verb and its subject."""
    pronouns: Mapping[str, str]
    """Pronouns of the third person singular, with their gender."""
    determiners: frozenset[str]
    roles: re.Pattern[str]
    """Whole words, in small letters, for those who speak: people by their office, and institutions."""
    honorifics: frozenset[str]
    links: frozenset[str]
    """Words by which a description goes on (of, for, at)."""
    first_names: Mapping[str, str]
    subjects: frozenset[str] = field(default=frozenset())
    """Determiners that make any noun behind a verb its subject."""
    media: frozenset[str] = field(default=frozenset())
    """Nouns for those to whom something is said, which look like a subject."""
    capitals: bool = False
    """Whether every noun begins with a capital."""
    silent: bool = False
    """Whether a verb may do without a subject."""
    common: frozenset[str] = field(default=frozenset())
    """Words that begin sentences with a capital, and days, which are no part of a name."""


def words(text: str) -> frozenset[str]:
    """The words that spaces part."""
    return frozenset(text.split())


def any_of(text: str) -> re.Pattern[str]:
    """A pattern for one of several words or phrases; "_" stands for the spaces within a phrase."""
    each = sorted((word.replace("_", r"\s+") for word in text.split()), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(each)})\b", re.IGNORECASE)


def verbs(finite: str, auxiliary: str = "", participles: str = "") -> re.Pattern[str]:
    """A pattern for finite verbs, and for participles behind an auxiliary."""
    several = "|".join(finite.split())
    if auxiliary:
        several += rf"|(?:{auxiliary})\s+(?:{'|'.join(participles.split())})"
    return re.compile(rf"\b(?:{several})\b", re.IGNORECASE)


def names(male: str, female: str) -> dict[str, str]:
    """First names with the gender that they tell."""
    return {**dict.fromkeys(male.split(), "m"), **dict.fromkeys(female.split(), "f")}
