"""The name of the paper or station that published a page, as it stands about its headline.

An agency that supplied a report is named at its beginning or end and published nothing there; a name such as "The
Linden Gazette" above or below the headline, or behind it, is that of the page itself. A name is told by the word for
what it is (gazette, daily, 日报); who published under another name is not guessed.
"""

import re
from collections.abc import Sequence
from typing import Final

from bot.documents.headlines import HEADLINE
from bot.documents.kinds import Typed
from bot.documents.looks import look
from bot.models import Kind

_TOP: Final = 8  # blocks from the beginning among which the name stands
_LONGEST: Final = 7  # words of a name
_PLAIN: Final = (
    r"gazette|times|tribune|herald|chronicle|observer|telegraph|courier|dispatch|examiner|sentinel|weekly|daily|bulletin"
    r"|advertiser|argus|inquirer|enquirer|ledger|broadcasting|television|zeitung|anzeiger|tagblatt|tageblatt|rundschau"
    r"|nachrichten|allgemeine|courrier|quotidien|diario|periódico|noticias|corriere|gazzetta|gazeta|dagblad|nieuwsblad"
)
_MEANT_OTHERWISE: Final = (
    r"post|mail|star|sun|mirror|record|standard|globe|journal|review|magazine|press|guardian|independent|news|echo|reader"
    r"|register|monitor|express|today|radio|tv|spiegel|monde|figaro|mundo|país|pravda|kurier"
)
_END: Final = r"(?:\s(?:of|de|di|du|van)\s.+)?$"
_TELLING: Final = re.compile(rf"\b(?:{_PLAIN}){_END}", re.IGNORECASE)
_WITH_MORE: Final = re.compile(rf"\b(?:{_MEANT_OTHERWISE}){_END}", re.IGNORECASE)
_UNSPACED: Final = re.compile(
    r"[\u3400-\u9fff]{1,10}(?:日报|日報|晚报|晚報|早报|早報|时报|時報|新闻网|新聞網|電視台|电视台)"
)
_SECTIONS: Final = (
    "the a of and in on for breaking latest top world local national international regional business sports sport tech "
    "technology science health politics political opinion culture letters book film music daily weekly monthly news "
    "press release review morning evening today your our more live update updates newsletter bulletin times"
)
_GENERIC: Final = frozenset(_SECTIONS.split())
_AGENCY: Final = re.compile(
    r"\b(?:agency|agencies|associated|wires?|newswire|reporter|correspondent|editor|staff|desk)\b", re.IGNORECASE
)
_PARTED: Final = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|,\s+|\s*/\s*")
_PREFIX: Final = re.compile(
    r"^(?:published (?:by|in|on)|publisher:|source:|(?:special )?(?:for|to)(?= the\b))\s*", re.IGNORECASE
)
_ARTICLES: Final = frozenset(("the", "le", "la", "der", "die", "das", "el", "il"))
_SMALL: Final = frozenset(("de", "du", "der", "von", "di", "van"))
_PERSON: Final = 2  # words of a name that may be a person's, or an article and a word
_SUFFIX: Final = re.compile(r"\s+on\s+\S*\d.*$|\s+\(?\d.*$")
_BEHIND_TITLE: Final = re.compile(r".{12,}(?:\s[|•·–—-]\s)(?P<name>[^|•·]{3,60})")


def masthead(typed: Sequence[Typed], source: str) -> str | None:
    """The name of a paper or station in the lines about the headline; None where none can be told."""
    for each in typed[:_TOP]:
        if each.kind is Kind.BODY:
            break
        line = look(each.block, source).text
        headline = each.kind is Kind.HEADING and each.reason == HEADLINE
        if headline and (name := behind_title(line)):
            return name
        for part in _PARTED.split(line):
            name = _SUFFIX.sub("", _PREFIX.sub("", part.strip(" *_#"))).strip()
            if is_name(name):
                return name
    return None


def behind_title(title: str) -> str | None:
    """The name of a paper or station that stands behind a title: `Harbour reopens | The Linden Gazette`."""
    found = _BEHIND_TITLE.fullmatch(title.strip())
    return found["name"].strip() if found and is_name(found["name"].strip()) else None


def is_name(text: str) -> bool:
    """Whether a text is the name of a paper or station, and not that of a section, an agency or a person."""
    if _UNSPACED.fullmatch(text):
        return True
    words = text.split()
    if not words or len(words) > _LONGEST or _AGENCY.search(text) or any(mark in text for mark in '.!?;:"“”()'):
        return False
    if not all(word[0].isupper() or word.lower() in _GENERIC | _SMALL for word in words):
        return False
    own = any(word.lower() not in _GENERIC for word in words)
    named = words[0].lower() in _ARTICLES and len(words) > 1
    if _TELLING.search(text):
        return own or (named and len(words) == _PERSON)
    # Post, Sun and News are names of people and sections as well
    return bool(_WITH_MORE.search(text)) and own and (named or len(words) > _PERSON)
