"""Who is said to speak, in words: the same at the terminal and on Discord."""

from typing import Final

from bot.models import Speaker, SpeakerBasis, Speech

BASES: Final = {
    SpeakerBasis.NAMED: "named in the sentence",
    SpeakerBasis.RESOLVED: "traced back from a short name or a pronoun",
    SpeakerBasis.CARRIED: "carried on from the quotation before",
    SpeakerBasis.AUTHOR: "the author, in the first person",
    SpeakerBasis.CURATOR: "under a name set by a curator",
    SpeakerBasis.UNKNOWN: "unknown",
}
"""From what a speaker is known."""

NOBODY: Final = "not attributed"
"""What stands in place of a name where nobody is named."""


def manner(speaker: Speaker | None, speech: Speech | None) -> str:
    """What follows the name, or `NOBODY`: that the words are only reported, and from what the speaker is known."""
    how = " (reported)" if speech is Speech.REPORTED else ""
    return how if speaker is None else f"{how}, {BASES[speaker.basis]}"
