"""Signs: what one paragraph, looked at alone, shows itself to be, if it is not plainly a part of the text."""

import re
from typing import Final

from bot.documents import credits as credit_lines
from bot.documents import notices
from bot.documents.blocks import Form
from bot.documents.looks import HEAD, Look
from bot.documents.vocabulary import is_label
from bot.models import Kind

LINKS: Final = "nothing but links"
_TRAIL: Final = re.compile(r"^[^.!?\n]{1,60}(?:\s*[>»›→]\s*[^.!?\n]{1,80}){1,8}$")
_ARROW: Final = re.compile(r"\s*[>»›→]\s*")
_SEPARATOR: Final = re.compile(r"\s*[|·•]\s*|\s+[»›/]\s+")
_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]{1,5}$")
_URL: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}")
_HASHTAG: Final = re.compile(r"#\w+")
_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|if|because)\b")
_NOTICE_WORDS: Final = 90
_MENU_WORDS: Final = 60
_PART_WORDS: Final = 7
_TAG_SHARE: Final = 0.6
_LINK_SHARE: Final = 0.7
_QUOTED: Final = ("“", '"', "„", "«", "‘")
FURNITURE: Final = (Kind.NAVIGATION, "running head, running foot or page number")
_BY_FORM: Final = {
    Form.FRONT_MATTER: (Kind.BYLINE, "front matter"),
    Form.DATELINE: (Kind.BYLINE, "dateline or slug cut off the first sentence"),
    Form.FURNITURE: FURNITURE,
    Form.RULE: (Kind.NAVIGATION, "dividing line"),
    Form.MARKUP: (Kind.NAVIGATION, "markup, link target or picture"),
}


def alone(seen: Look) -> tuple[Kind, str] | None:  # noqa: PLR0911 - one rule after the other, the first that fits
    """The kind of a block where the block alone tells it, with the reason; None where it does not."""
    form = seen.block.form
    if not any(map(str.isalnum, seen.raw)):
        return Kind.NAVIGATION, "no letter and no figure"
    if form in _BY_FORM:
        return _BY_FORM[form]
    if "#" in seen.text and len(_HASHTAG.findall(seen.text)) >= max(1, _TAG_SHARE * len(seen.text.split())):
        return Kind.PROMOTION, "hashtags"
    if (
        seen.words <= _NOTICE_WORDS
        and not seen.text.startswith(_QUOTED)
        and (notice := notices.read(seen.text, seen.words))
    ):
        return notice
    if form is Form.HEADING:
        return None
    if (credit := _credit(seen)) is not None:
        return Kind.BYLINE, credit.reason
    return _navigation(seen)


def _credit(seen: Look) -> credit_lines.Credit | None:
    credit = credit_lines.read(seen.text)
    if credit is None and seen.block.form is Form.ITEM:
        # what looks like the number of an item may be the day of a date
        return credit_lines.read(" ".join(seen.raw[:HEAD].split()))
    return credit


def _navigation(seen: Look) -> tuple[Kind, str] | None:  # noqa: PLR0911 - one rule after the other, the first that fits
    text = seen.text
    if seen.words > _MENU_WORDS or seen.block.form in {Form.TABLE, Form.CODE, Form.QUOTE}:
        return None
    if is_label(text):
        return Kind.NAVIGATION, "words of a menu or button"
    if not seen.ended and "<" not in text and _TRAIL.match(text) and _short_parts(_ARROW.split(text)):
        return Kind.NAVIGATION, "trail of pages"
    if _LEADER.search(text):
        return Kind.NAVIGATION, "line of a table of contents"
    if seen.links > _LINK_SHARE and not seen.ended:
        return Kind.NAVIGATION, LINKS
    if not _URL.sub("", text).strip(" :-–—|.,()<>"):
        return Kind.NAVIGATION, "nothing but an address"
    return _listed(seen)


def _listed(seen: Look) -> tuple[Kind, str] | None:
    """Short parts between separators, as menus and lists of partners have them."""
    parts = [part for part in _SEPARATOR.split(seen.text) if part.strip()]
    if len(parts) < 2 or seen.ended:  # noqa: PLR2004 - one part is not separated from any
        return None
    # two parts may be a headline and its site
    if _short_parts(parts) and (len(parts) > 2 or any(map(is_label, parts))):  # noqa: PLR2004 - see above
        return Kind.NAVIGATION, "short parts between separators"
    return None


def _short_parts(parts: list[str]) -> bool:
    return all(len(part.split()) <= _PART_WORDS and not _VERB.search(part) for part in parts)
