"""Whose words a text is said to be, held against who says them where they stand.

To call words another's is an accusation. So a name that may be another form of the one that was asked for, a mere
description ("the mayor"), and words that somebody unnamed says leave it open; so do words that nobody says, since a
document may tell in its own words what somebody said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bot.answers import speakers
from bot.answers.verification.differences import Slice
from bot.answers.verification.voices import Voice
from bot.documents.quotations.lexicon import NICKNAMES
from bot.errors import BadRequestError
from bot.models import SHARED, Document, Speech
from bot.store.scope import Filters, Scope
from bot.store.speakers import name_words
from bot.store.store import Reading

_SLIP: Final = 85.0  # of 100: from here on a name that is nobody's is somebody's, misspelt
_TOLD: Final = 3  # places of which a sentence is said
_NAMED: Final = 4
_TOGETHER: Final = re.compile(r"\s*(?:,|&|\band\b)\s*")


class Claim(IntEnum):
    """What becomes of a claimed speaker at a place, the best first."""

    HOLDS = 0
    """This person says the words there."""
    FAILS = 1
    """Somebody else does."""
    OPEN = 2
    """Somebody does who is not named, or may be meant."""
    UNSAID = 3
    """The words stand there, as nobody's speech."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A speaker as typed, and the names under which those are shown who may be meant; none where nobody is known.

    Where it is nobody's name, `near` is a sentence with the names that come nearest, and `error` is raised for one that
    is very nearly somebody's.
    """

    typed: str
    names: tuple[str, ...] = ()
    error: BadRequestError | None = None
    near: str = ""

    @property
    def name(self) -> str:
        """The full name of the one who is meant; what was typed where that is not clear."""
        return self.names[0] if len(self.names) == 1 else " ".join(self.typed.split())

    @property
    def unknown(self) -> tuple[str, ...]:
        """A warning where nobody has the name, with those that come nearest."""
        if self.names:
            return ()
        return (f'Nobody is known as "{self.name}" in these documents. {self.near}'.rstrip(),)

    def at(self, voices: Sequence[Voice], document: Document) -> Claim:
        """What becomes of the claim at a place.

        Args:
            voices: Who says each part of the text there.
            document: Where it stands.
        """
        found = {self._of(voice) for voice in voices}
        if Claim.OPEN in found or {Claim.HOLDS, Claim.FAILS} <= found:
            return Claim.OPEN
        best = min(found, default=Claim.UNSAID)
        return Claim.HOLDS if best is Claim.UNSAID and self.wrote(document) else best

    def wrote(self, document: Document) -> bool:
        """Whether a document has this person as its author."""
        author = name_words(document.metadata.author.value or "")
        return bool(author) and any(name_words(own) == author for own in (self.typed, *self.names))

    def _of(self, voice: Voice) -> Claim:
        if not voice.names:
            return Claim.OPEN if voice.spoken else Claim.UNSAID
        return min(map(self._is, voice.names), key=(Claim.HOLDS, Claim.OPEN, Claim.FAILS).index)

    def _is(self, name: str) -> Claim:
        """Whether a name is that of the one who is meant."""
        own = (self.typed, *self.names)
        together = _TOGETHER.split(name)
        known = [speakers.bare(name_words(each)) for each in own]
        if name in self.names or any(speakers.bare(name_words(each)) in known for each in together):
            return Claim.HOLDS
        described = name[:1].islower() or any(each[:1].islower() for each in self.names)
        alike = any(
            _alike(speakers.bare(name_words(each)), speakers.bare(name_words(mine)))
            for each in together
            for mine in own
        )
        return Claim.OPEN if described or alike else Claim.FAILS


Account = tuple[Claim, Sequence[Voice], Sequence[Slice]]


def outcome(claim: Claimed, accounts: Sequence[Account]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is said of a claim: remarks on who says the words instead, and warnings where that stays open.

    Args:
        claim: The claim.
        accounts: Each with what becomes of the claim there, who says its parts, and these parts.
    """
    held = [voices for holds, voices, _ in accounts if holds is Claim.HOLDS]
    if held:
        several = len(claim.names) > 1 and not any(claim.typed in voice.names for voices in held for voice in voices)
        meant = " or ".join(claim.names[:_NAMED])
        return (), (f'"{claim.name}" may mean {meant}.',) if several else ()
    remarks: list[str] = []
    warnings: list[str] = []
    for holds, voices, slices in accounts[:_TOLD]:
        for voice, slice_ in zip(voices, slices, strict=True):
            place = slice_.paragraph.reference
            if holds is Claim.FAILS and voice.speaker is not None:
                does = "is reported to say it" if voice.speech is Speech.REPORTED else "says it"
                remarks.append(f"{voice.speaker.name} {does} in {place}, not {claim.name}.")
            elif holds is Claim.OPEN and voice.speaker is not None:
                warnings.append(
                    f"In {place} it is said by {voice.speaker.name}: whether {claim.name} says it stays open."
                )
            elif holds is Claim.OPEN and voice.spoken:
                warnings.append(f"Who says it in {place} is not known: whether {claim.name} does stays open.")
            elif holds is Claim.UNSAID:
                warnings.append(f"In {place} it is nobody's speech: whether {claim.name} said it stays open.")
    return tuple(dict.fromkeys(remarks)), tuple(dict.fromkeys((*warnings, *claim.unknown)))


async def claimed(store: Reading, typed: str, collections: Sequence[str], scope: Scope) -> Claimed:
    """Who may be meant by a speaker as typed.

    Args:
        store: Where to look.
        typed: A name, an alias or a surname, with or without a title.
        collections: The collections that are searched.
        scope: Where the speaker must speak.

    Raises:
        BadRequestError: There is no word in it.
    """
    if not name_words(typed):
        raise BadRequestError("Name the speaker whose words they are said to be, or nobody.")
    if fitting := await speakers.fitting(store, typed, scope, collections):
        return Claimed(typed, tuple(each.name for each in fitting))
    slip = await _slip(store, typed, collections, scope)
    return Claimed(typed, error=slip, near=await speakers.nearest(store, typed, scope, collections))


async def only(store: Reading, typed: str, collections: Sequence[str] = (SHARED,)) -> str | None:
    """The full name of the one known speaker whom a name, with or without a title, fits; None where it is not one."""
    if not name_words(typed):
        return None
    found = await claimed(store, typed, collections, await store.search.scope(Filters(collections)))
    return found.name if len(found.names) == 1 else None


async def _slip(store: Reading, typed: str, collections: Sequence[str], scope: Scope) -> BadRequestError | None:
    """What `find` says of a name that is nobody's, where it is very nearly somebody's."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only needed for a name that nobody has

    known = [" ".join(name_words(each.name)) for each in await store.speakers.everyone(scope, collections)]
    if process.extractOne(" ".join(name_words(typed)), known, scorer=fuzz.ratio, score_cutoff=_SLIP) is None:
        return None
    try:
        await speakers.find(store, typed, collections, scope)
    except BadRequestError as error:
        return error
    return None


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be forms of one: the one begins or ends the other, or it has initials or a pet name."""
    short, long = sorted((list(one), list(other)), key=len)
    if not short:
        return False
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    first, second = short[0], long[0]
    same = first == second or NICKNAMES.get(first, first) == NICKNAMES.get(second, second)
    initial = len(first) == 1 or len(second) == 1
    return short[-1] == long[-1] and (same or (initial and first[0] == second[0]))
