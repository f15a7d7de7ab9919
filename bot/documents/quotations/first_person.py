"""First person: whether a document is written by its author as "I", so that "I said" names the author."""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.quotations.lexicon import AGENCIES, AGENCY_WORDS
from bot.documents.quotations.marks import quotes_with_single, stretches
from bot.models import Metadata

_SIGNED: Final = re.compile(
    r"\b(?:signed|opinion|op-ed|comment(?:ary)?|column|letter|speech|remarks|address|statement|essay|diary|memoir|blog)\b",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"(?<![\w.’'-])(?:I(?:[’'](?:m|ve|d|ll))?(?= [a-z])|[Mm]y(?= )|[Mm]e\b|[Mm]yself)")
# What any of these has.
_MAYBE: Final = re.compile(r"\b(?:I\b|[Mm]e\b|[Mm]y)")
# "in World War I was", "when Elizabeth I had", "Part I says"
_NUMERAL: Final = re.compile(
    r"(?:(?<=[a-z,;] )(?:[A-Z]\w{1,20} ){1,4}|\b(?:Part|Act|Chapter|Book|Volume|Phase|War|Stage|Section) )I(?= [a-z])"
)
_PERSON: Final = re.compile(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,4}")
_PARTICLES: Final = frozenset({"al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "van", "von"})
_MORE: Final = frozenset({"and", "staff", "reporter", "reporters", "editor", "editors", "desk", "team", "office", "by"})
_FEW: Final = 2
_ENOUGH: Final = 4
_WORDS_FOR_EACH: Final = 250


def author(known: Metadata, body: Sequence[str]) -> str | None:
    """The author of a document in the first person; None where it is not in the first person, or by whom is unknown.

    A document that calls itself a signed article, an opinion, a letter or a speech needs two words such as "I" or "my"
    outside quotation marks; any other needs four, in two paragraphs, and one for each 250 words.

    Args:
        known: What is known of the document.
        body: The texts of its body paragraphs.
    """
    name = " ".join((known.author.value or "").split())
    language = known.language.value or "en"
    if not name or not language.lower().startswith("en") or not _is_person(name):
        return None
    counts = _counts(body)
    if any(_SIGNED.search(fact.value or "") for fact in (known.kind, known.title)):
        return name if sum(counts) >= _FEW else None
    words = sum(len(text.split()) for text in body)
    spread = sum(1 for count in counts if count) >= _FEW
    return name if spread and sum(counts) >= max(_ENOUGH, words / _WORDS_FOR_EACH) else None


def _is_person(name: str) -> bool:
    """Whether a name is that of one person: two to five words with capitals, none of them for a group or an office."""
    words = name.split()
    lower = [word.lower().strip(".,") for word in words]
    if not _PERSON.fullmatch(name) or _MORE.intersection(lower) or AGENCY_WORDS.intersection(lower):
        return False
    return lower[-1] not in AGENCIES and all(
        word[0].isupper() or word in _PARTICLES or not word[0].isascii() for word in words
    )


def _counts(body: Sequence[str]) -> list[int]:
    """How often each paragraph says "I", "me" or "my" outside quotation marks."""
    single = quotes_with_single(list(body))
    counts = []
    for text in body:
        if _MAYBE.search(text) is None:
            counts.append(0)
            continue
        rest, at = [], 0
        for stretch in stretches(text, single=single):
            rest.append(text[at : stretch.outer.start])
            at = stretch.outer.end
        outside = "".join((*rest, text[at:]))
        counts.append(max(0, len(_FIRST.findall(outside)) - len(_NUMERAL.findall(outside))))
    return counts
