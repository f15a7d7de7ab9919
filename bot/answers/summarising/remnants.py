"""English sentences that are parts of others although they open like whole ones: what they lack stands elsewhere.

Some point back behind their opening ("In May, he …", "… lived there."). Others say only who spoke, or who reported from
where, or trail off.
"""

import re
from typing import Final

_TIME: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_NAME: Final = re.compile(rf"(?<=\s)(?!{_TIME})[^\W\d_a-zß-öø-ÿ]")
_DELAYED: Final = re.compile(
    r"[\"'“‘(\s]*(?:In|On|At|After|Before|During|When|While|As|Since|By|For|Last|Earlier|Later|Now|Today|Yesterday)\b"
    r"(?P<opening>[^,;:\"“]{0,60}), (?:he|she|they)\b"
)
_PAIR: Final = re.compile(
    r"(?P<opening>[^,;:\"“]{1,60}), the (?:two|three|four) (?!(?:hundred|thousand|million|billion|year)\w*\b)[a-z]"
)
_THERE: Final = re.compile(r"(?<=\w )(?<!\bout )(?<!\b[Oo]ver )(?<!\bup )there(?=[,;]|\.\W*$)")
_PLACE: Final = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]n|[Oo]f|[Aa]round|[Oo]utside) (?:the |an? )?[A-Z]"
)
_SPOKE: Final = re.compile(
    r"\W*(?:[A-Z][\w.'’-]*|[Hh]e|[Ss]he|[Tt]hey)(?: [\w.'’-]+){0,5}? (?:said|says|wrote|writes|added|adds|told|tells"
    r"|asked|asks|explained|recalled|tweeted|posted|continued|replied|concluded|declared|insisted)"
    r"(?: (?:later|reporters|(?:the )?[A-Z]\w+))*"
    r"(?: (?:in|on|at|to|of|during|after|from|via|with|by|through|for)\b[^\"“]{1,40})?\."
)
_SPEECH_ENDS: Final = ('"', "”")
_REPORTED: Final = re.compile(
    r"(?:(?:Journalists?|Reporters?|Correspondents?|Producers?) |[A-Z]\w+['’]s? )?"
    r"(?:[A-Z][\w.'’-]+(?:,? and |, | )?){1,8}(?:reported|wrote) from [A-Z][\w'’-]*(?:(?:,? and|,)? [A-Z][\w'’-]*)*\."
)
_TRAILS: Final = ("...", ". . .", "…")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
# none of it is part of a number or stands within another word
_LONGER_WORD: Final = re.compile(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])")
_NUMBERED: Final = re.compile(
    r"\s*(?:(?:Section|Article|Chapter|Part) )?(?:\d{1,3}|[IVX]{1,5})(?:\.\d{1,3})*[.):]? +(?=[A-Z])"
)
_JOINING: Final = frozenset(
    [
        "The",
        "And",
        "Of",
        "For",
        "To",
        "In",
        "On",
        "With",
        "From",
        "By",
        "A",
        "An",
        "Is",
        "Are",
        "Their",
        "Its",
        "Our",
        "Or",
    ]
)
_LEAST, _MOST, _LONGER = 2, 16, 5  # words of such a heading, and letters of a word that is longer
_NOT: Final = r"(?: not|n['’]t) (?:\w+ )?"
_SILENT: Final = re.compile(
    rf"\b(?:declined (?:to|further|any)|refused to|(?:did|does|has|have|had){_NOT}(?:respond|repl|return)\w*"
    rf"|(?:could|can){_NOT}be reached|(?:was|were){_NOT}(?:available|reached))\b[^,;:]{{0,60}}\bcomment(?:s|ed|ing)?\b"
)


def points_back(sentence: str) -> bool:
    """Whether a sentence points back behind its opening, to somebody or a place that it does not name before.

    So do "In May, he …", "During the visit, the two leaders …" and "… lived there."
    """
    if (delayed := _DELAYED.match(sentence)) is not None and not _NAME.search(delayed["opening"]):
        return True
    pair = _PAIR.match(sentence) if ", the " in sentence else None
    if pair is not None and not _NAME.search(pair["opening"]):
        return True
    there = _THERE.search(sentence) if " there" in sentence else None
    return there is not None and not _PLACE.search(sentence, 0, there.start())


def is_remnant(sentence: str, before: str) -> bool:
    """Whether a sentence says nothing by itself: it trails off, or says only who spoke the words `before` it.

    `before` is the sentence that it follows in its paragraph, or nothing.
    """
    whole = sentence.strip()
    if whole.endswith(_TRAILS) or (" from " in whole and _REPORTED.fullmatch(whole)):
        return True
    return before.rstrip().endswith(_SPEECH_ENDS) and _SPOKE.fullmatch(whole) is not None


def is_headed(paragraph: str) -> bool:
    """Whether a paragraph of one sentence is a heading, though it ends with a point: every longer word has a capital.

    It is numbered, or words between have capitals that only headings give them.
    """
    if _LONGER_WORD.search(paragraph):
        return False
    words = _WORD.findall(_NUMBERED.sub("", paragraph))
    if not _LEAST <= len(words) <= _MOST or any(len(word) >= _LONGER and word[0].islower() for word in words):
        return False
    return _NUMBERED.match(paragraph) is not None or any(word in _JOINING for word in words[1:])


def is_silent(sentence: str) -> bool:
    """Whether a sentence says only that somebody said nothing."""
    return "comment" in sentence and _SILENT.search(sentence) is not None
