"""How far a name reaches, what names the same, and whether a word stands as a noun, from where it stands in a text.

A run of words between stop words cuts names that hold one ("Road Initiative" out of "Belt and Road Initiative") or are
long. What always stands beside a name belongs to it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from bot.answers.sentence_words import stop_words
from bot.folding import fold

_SENTENCES: Final = 40  # with a phrase that are looked at
_LETTERS: Final = 60  # of a name: what a button of a message shows
_JOINED: Final = 2  # places from which on a name that holds a joining word is believed
_JOIN: Final = r"(?:and|of|the|for|in|on|to|a|an|&|der|des|und|von|de|del|des|du|la|le|les|et|y|di|della)"
_TIME: Final = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_CAPITAL: Final = rf"{_TIME}[^\W\d_a-zß-öø-ÿ][\w-]*"
# an initial has a point behind it
_AFTER: Final = re.compile(rf"(?<=\.[^\W\d_])\.|(?:(?<=\b[^\W\d_])\.)?(?: {_JOIN}){{0,2}} {_CAPITAL}")
_BEFORE: Final = re.compile(rf"\b{_CAPITAL}(?: {_JOIN}){{0,2}} $")
_JOINS: Final = re.compile(rf"(?:^|\s){_JOIN} ")
# what is called after something: such a name goes on even where it stands but once
_HEADS: Final = re.compile(
    r"\b(?:Institute|University|Ministry|Ministers?|Department|Bank|Bureau|School|College|Court|House|Chamber|Council"
    r"|Office|Academy|Board|Church|Museum|Republic|Gulf|Isle|Cape|Arch(?:bishop|duke)|Bishop|Duke|Duchess|Earl|Treaty)$"
)
_BEFORE_NOUNS: Final = re.compile(
    r"(?:an?|the|th(?:is|at|[eo]se)|its|their|his|her|our|your|my|some|any|no|every|each|more|most|many|few|several|such"
    r"|other|own|.+(?:'s|’s|s'|s’))"
)
_PREPOSITION: Final = re.compile(
    r"(?:of|for|in|on|with|by|from|about|into|over|between|among|against|during|under|through)"
)
_STOPS: Final = stop_words("en")
_TITLE: Final = re.compile(
    r"(?:mrs?|ms|miss|dr|prof(?:essor)?|sir|dame|lord|lady|vice|prime|(?:vice-)?president|premier|minister"
    r"|chancellor|king|queen|prince(?:ss)?|pope|senator|governor|mayor|judge|justice|general|colonel"
    r"|captain|sergeant|officer|secretary|chair(?:man|woman)|director|ambassador|spokes(?:man|woman)|coach|detective"
    r"|sheriff)"
)
_OF_A_COUNTRY: Final = re.compile(r"(?:i?an|ese|i|ish|ic)$")
_NO_NOUN: Final = re.compile(
    r"^(?!(?:fami|supp|assemb|monopo|anoma)ly)\w{3,}ly\b|(?<!hundr)(?<!e)\B[^\Waeiou]ed$", re.IGNORECASE
)
_PARTICIPLE: Final = re.compile(r"\w{2,}[^\We]ed\b", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"['’]s|-")
_NEXT: Final = re.compile(r" ?(\w+)")
_ADJECTIVE: Final = re.compile(r"\w+(?:al|ic|ive|ous|ful|less|[ai]ble|ish)")
_STEM: Final = 4  # letters that a country and its adjective share at the least


def whole(name: str, sentences: Sequence[str]) -> str:
    """A name with what stands beside it wherever it stands in `sentences`, as far as that goes."""
    places = list(_places(name, sentences))
    while places:
        after = _common(_behind(sentence, end) for sentence, _, end in places)
        ahead = _common(_ahead(sentence, start) for sentence, start, _ in places)
        if len(places) < _JOINED:
            after = after if _HEADS.search(name) or not _JOINS.search(after) else ""
            ahead = ahead if not _JOINS.search(ahead) else ""
        if not (after or ahead) or len(name) + len(after) + len(ahead) > _LETTERS:
            break
        name = f"{ahead}{name}{after}"
        places = [(sentence, start - len(ahead), end + len(after)) for sentence, start, end in places]
    return name


def _places(phrase: str, sentences: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Where a phrase stands whole: the sentence, from where and to where."""
    for sentence in sentences[:_SENTENCES]:
        start = sentence.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not (sentence[start - 1 : start].isalnum() or sentence[end : end + 1].isalnum()):
                yield sentence, start, end
            start = sentence.find(phrase, end)


def _behind(sentence: str, end: int) -> str:
    """What could belong to a name that ends here."""
    return "" if (found := _AFTER.match(sentence, end)) is None else found[0]


def _ahead(sentence: str, start: int) -> str:
    """What could belong to a name that starts here; where a sentence opens, the case says nothing."""
    near = max(0, start - _LETTERS)
    found = _BEFORE.search(sentence[near:start])
    return "" if found is None or not near + found.start() else found[0]


def _common(steps: Iterator[str]) -> str:
    """The one step that is taken everywhere, or nothing."""
    first = next(steps)
    return first if first and all(step == first for step in steps) else ""


def same(first: str, second: str) -> bool:
    """Whether two names are of the same: by a title in place of a name, or a country and its adjective."""
    (one, own), (other, others) = _words(first), _words(second)
    if len(one) == len(other) == 1:
        return _of_one_country(one[0], other[0]) or _of_one_country(other[0], one[0])
    shorter, longer = sorted((own, others), key=len)
    titled = len(own) < len(one) or len(others) < len(other)
    return titled and bool(shorter) and set(shorter) <= set(longer)


# of a text each name is held against all that were chosen before; some 500 kB at the most
@lru_cache(maxsize=1_000)
def _words(name: str) -> tuple[list[str], list[str]]:
    """The folded words of a name, and those of them that are no titles."""
    words = fold(name).replace(".", "").split()
    return words, [word for word in words if not _TITLE.fullmatch(word)]


def _of_one_country(country: str, adjective: str) -> bool:
    base = _OF_A_COUNTRY.sub("", adjective)
    shared = base[:-1] if len(base) > _STEM else base
    return base != adjective and len(shared) >= _STEM and country.startswith(shared) and len(country) <= len(base) + 2


def is_noun(phrase: str, sentences: Sequence[str]) -> bool:
    """Whether an English phrase that is no name stands somewhere as a noun does.

    A word does where an article, a possessive or a preposition stands before it, and no telling word behind where it
    ends like an adjective. Of several words only what ends like a verb or begins like an adverb is none, or what begins
    like a verb and has no article.
    """
    if _NO_NOUN.search(phrase):
        return False
    several = " " in phrase
    verbal = _PARTICIPLE.match(phrase) is not None or (not several and phrase.endswith("ing"))
    if several and not verbal:
        return True
    adjective = not several and _ADJECTIVE.fullmatch(phrase) is not None
    for sentence, start, end in _places(phrase, sentences):
        words = sentence[:start].split()
        if not words or _GOES_ON.match(sentence, end):
            continue
        before, behind = words[-1].lower(), _NEXT.match(sentence, end)
        if adjective and behind is not None and behind[1].lower() not in _STOPS:
            continue
        if _BEFORE_NOUNS.fullmatch(before) or (not verbal and _PREPOSITION.fullmatch(before)):
            return True
    return False


def is_title(name: str) -> bool:
    """Whether a phrase is a title of several words without the name of anybody."""
    words, own = _words(name)
    return len(words) > 1 and not own
