"""Letters: the close of a letter and the names below it, which are part of what was written."""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.blocks import Form
from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.models import Kind

_CLOSE: Final = re.compile(
    r"(?:(?:with )?(?:my |our |many |kind(?:est)? |best |warm(?:est)? |very )*(?:regards|wishes|greetings|thanks)"
    r"|(?:yours|your)?\s?(?:very )?"
    r"(?:sincerely|truly|faithfully|respectfully|cordially|ever)(?: (?:yours|submitted))?|yours|best|cheers|love"
    r"|warmly|gratefully|all the best|thank you|thanks(?: again)?"
    r"|respectfully submitted|in solidarity|see you (?:\w+ ){0,3}\w+|until (?:next|then)\b.{0,30}|take care|talk "
    r"soon|onwards?|(?:mit )?(?:freundlichen|herzlichen|besten|lieben|viele|liebe) grüßen?"
    r"|cordialement|bien à vous|(?:un )?(?:cordial saludo|saludos(?: cordiales)?)|atentamente|distinti saluti|с "
    r"уважением)"
    r"(?: to (?:you )?all)?(?: (?:from|to) [\w ]{2,30})?[,.!]?",
    re.IGNORECASE,
)
_SALUTATION: Final = re.compile(
    r"(?:dear|hello|hi|hey|greetings|(?:good )?(?:morning|evening|afternoon)(?: (?:all|everyone|everybody|folks"
    r"|friends|team))?|friends|folks|sirs?|madam|sehr geehrte|liebe[rs]?|hallo|guten (?:tag|morgen)|moin|cher"
    r"|chère|chers|bonjour|querid[oa]s?"
    r"|estimad[oa]s?|hola|gentil[ei]|car[oi]|уважаемы[ей]|дорог\w+)\b[^.?]{0,50}[,:!]?",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"[—–-]?\s?[^\W\d_][\w.'’-]*(?:,? (?:(?:and|und|et|y|&|of|for|the) "
    r")?[A-ZÀ-ÞА-Я][\w.'’-]*){0,5}"
)
_LINE_WORDS: Final = 7
_MOST_NAMES: Final = 3
CLOSE: Final = (Kind.BODY, "close of a letter")


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Type the close of each letter, in place."""
    open_letter = False
    above = ""
    begun = False
    for at, seen in enumerate(looks):
        begun = begun or (found[at] is None and seen.prose)
        if seen.words > _LINE_WORDS or seen.block.form is not Form.PLAIN:
            continue
        if not begun:
            above += f" {seen.text} "
        if seen.text[-1:] in ",:!" and _SALUTATION.fullmatch(seen.text):
            open_letter = True
            if found[at] is None:
                found[at] = (Kind.BODY, "opening of a letter")
        elif (
            _CLOSE.fullmatch(seen.text)
            and (open_letter or seen.text.endswith(","))
            and at
            and _text(looks, found, at - 1)
        ):
            found[at] = CLOSE
            if seen.text.endswith(",") and at + 1 < len(looks) and found[at + 1] is None and _short(looks[at + 1]):
                found[at + 1] = CLOSE
                at += 1  # noqa: PLW2901 - the name below is read already
            _names(looks, found, at + 1, source)
            open_letter = False
        elif (
            (open_letter or f" {seen.text.lstrip('—–- ')} " in above)
            and at
            and looks[at - 1].prose
            and _text(looks, found, at - 1)
            and _name(seen, found[at])
        ):
            below = found[at + 1] if at + 1 < len(looks) else (Kind.NAVIGATION, "")
            closed = below is not None and below[0] in {Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED}
            if not closed and (not open_letter or (below is None and looks[at + 1].prose)):
                continue
            _names(looks, found, at, source)
            open_letter = False


def _text(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    decided = found[at]
    return (decided is None and looks[at].ended) or (decided is not None and decided[0] is Kind.BODY)


def _short(seen: Look) -> bool:
    return seen.block.form is Form.PLAIN and seen.words <= _LINE_WORDS and not seen.ended


def _name(seen: Look, decided: Decided) -> bool:
    return (
        (decided is None or decided[1] == "signature")
        and seen.words <= _LINE_WORDS
        and not seen.ended
        and not seen.text.isupper()
        and _NAMED.fullmatch(seen.text) is not None
    )


def _names(looks: Sequence[Look], found: list[Decided], at: int, source: str) -> None:
    for below in range(at, min(at + _MOST_NAMES, len(looks))):
        apart = source.count("\n", looks[below - 1].block.span.end, looks[below].block.span.start) > 1
        if not _name(looks[below], found[below]) or (apart and below > at):
            return
        found[below] = CLOSE
