"""Which sentences can stand alone in a summary, which lean on the one before, and which are no sentence of the text.

A sentence leans when it opens with a word that points back ("He", "This", "However"): it is given only together with
the sentence before it. What is no whole statement (half a quotation, a line without an end, a notice, a byline) is
never given. The openers are those of English and of a few other languages; elsewhere no sentence leans.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter
from typing import Final

from bot.answers.summarising.remnants import is_headed, is_remnant, is_silent, points_back
from bot.documents import notices
from bot.documents.quotations.marks import quotes_with_single, stretches

_LEADING: Final = r"[\s\"'“”„‘’«»‹›(\[–—-]*"
_TIMES: Final = (
    r"(?:week|weekend|year|month|morning|afternoon|evening|time|season|summer|spring|autumn|fall|winter|century|decade"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_ENGLISH: Final = (
    rf"(?:he|she|they|it|him|them|its|their|theirs)\b|(?:he|she|it|they)['’]"
    rf"|(?:his|her)\b(?! (?:majesty|excellency|holiness|royal|honou?r|eminence|highness))"
    rf"|(?:this|that|these)\b(?! {_TIMES})|(?:this|that|these)['’]|those\b(?! (?:who|whose|with|in|of|from|on)\b)"
    r"|(?:but|however|and|so|yet|also|still|meanwhile|then|or|nor|instead|moreover|furthermore|nevertheless|nonetheless"
    r"|besides|therefore|thus|hence|consequently|accordingly|additionally|similarly|likewise|otherwise|afterwards"
    r"|another|others?|such|both|neither|either|here|there(?:by|after)|too|indeed|again)\b(?!-)"
    r"|(?:as a result|for (?:example|instance|this|that|these)|in (?:addition|contrast|turn|other words)"
    r"|on the (?:other hand|contrary)|at the same time|after (?:that|this|which)"
    r"|(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|finally|lastly)(?=,)"
    rf"|(?:under|in|on|at|with|by|for|during|despite|through|from) (?:this|that|these|those|their|its)\b(?! {_TIMES})"
    r"|(?:under|in|on|at|with|by|for|during|despite|through|from) (?:his|her)\b|from (?:then on|there)\b"
    r"|(?:some|several|many|most|all|no|the|two|three|four|five|six|seven|eight|nine|ten) others?\b"
    r"|(?:some|many|most|all|none|each|one|two|three|half) of (?:them|these|those)\b"
    r"|(?:since|until|by) then|by contrast|even so|that said|as such|the (?:latter|same|two|pair|duo|trio))\b"
)
_OPENERS: Final[Mapping[str, str]] = {
    "en": _ENGLISH,
    "de": r"(?:er|sie|es|ihn|ihm|ihnen|diese[rsmn]?|dies|das|aber|doch|jedoch|und|denn|dann|deshalb|daher|dort|dabei"
    r"|dazu|damit|außerdem|zudem|trotzdem|dagegen|auch|so)\b",
    "fr": r"(?:il|elle|ils|elles|ce|cela|ceci|cette|ces|mais|et|or|donc|puis|ainsi|cependant|pourtant|toutefois"
    r"|aussi)\b|c['’]",
    "es": r"(?:él|ella|ellos|ellas|esto|eso|este|esta|estos|estas|ese|esa|pero|y|sin embargo|además|así|entonces"
    r"|también|por eso|por ello|no obstante)\b",
    "it": r"(?:egli|lui|lei|loro|essi|esse|questo|questa|questi|queste|ciò|ma|e|però|tuttavia|inoltre|così|quindi)\b",
}
_LOWERED: Final = {language: re.compile(_LEADING + f"(?:{form})") for language, form in _OPENERS.items()}
_FORMS: Final = {language: re.compile(form.pattern, re.IGNORECASE) for language, form in _LOWERED.items()}
_ODD_CASES: Final = frozenset("ıſİ")
"""What a search that passes over the case takes for a letter that it is not in lower case."""
_CLOSING: Final = (
    "\"'“”‘’«»‹›」』)]\t\n\v\f\r \x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What may stand behind the end mark of a sentence: marks that close, and all white space."""
_STOPS: Final = frozenset(".!?…。！？．।؟۔")
_QUESTIONS: Final = frozenset("?？؟")
_BYLINE: Final = re.compile(
    r"(?:By|Written by|Reporting by|Edited by|Editing by|Photos?:|Photo by|Credit:|Source:|Pictured?:|Published|Updated"
    r"|Last updated|First published|Posted|Read more|See also|Scroll down|Click here|Watch|Related)\b:?(?P<rest>.*)",
    re.DOTALL,
)
_CREDIT: Final = re.compile(
    r"\(?(?:Additional )?(?:reporting|writing|editing|compiled|translation) by [A-Z]", re.IGNORECASE
)
_VERBATIM_MARKS: Final = re.compile(r"https?://|www\.\w|\S@\S+\.\w|©|\bFollow @")
_MARKED: Final = ("@", "://", "www.", "©")
"""What stands in every text that holds one of those marks."""
_OPENS_WITH_QUOTE: Final = re.compile(r"\s*(?:[\"“„‟«»「『]|['‘](?=\w))")
_CLOSES_ALONE: Final = re.compile(r"[^\"“”„«»]*(?:”|[.,!?]\")\s*$|[^“”„]*”")
_SINGLE_BEGINS: Final = re.compile(r"(?<![\w'’])['‘](?=\w)")
_SINGLE_OPENS: Final = re.compile(r"(?:^|[,:]\s+)['‘](?=[\w“\"])")
_SINGLE_ENDS: Final = re.compile(r"['’](?!\w)")
_SINGLE_CLOSES: Final = re.compile(r"[,.!?…]['’](?!\w)")
_SPEECH: Final = 6  # sentences for which a mark that was not closed is followed
_WORD: Final = re.compile(r"\w+")
_NAME_ONLY: Final = 9  # words after By, or a line without an end, that may be no statement
_USUAL: Final = 0.5  # share of sentences with an end mark, from which one without is an exception
_SHORT: Final = 6


@dataclass(frozen=True, slots=True)
class Fitness:
    """What can be said of a sentence as part of a summary.

    `leans` says that the sentence before must be shown too, `unfit` that it must not be shown at all. `asks`,
    `quotes` (opens with a quotation), `short` and `silent` (of somebody who did not comment) are flaws that others
    outweigh.
    """

    leans: bool = False
    unfit: bool = False
    asks: bool = False
    quotes: bool = False
    short: bool = False
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the words of sentences: how many each has, and whether one is among them that notices have."""

    counts: Sequence[int]
    notable: Sequence[bool]


def fitness(
    sentences: Sequence[str], paragraphs: Sequence[int], language: str | None, known: Known | None = None
) -> list[Fitness]:
    """Judge the sentences of a document, given in order with the index of the paragraph of each.

    What is `known` of their words is found here where it is None.
    """
    if known is None:
        counts = [len(_WORD.findall(sentence)) for sentence in sentences]
        known = Known(counts, [notices.is_notable(sentence) for sentence in sentences])
    text = "\n".join(sentences)
    halves = _halves(sentences, paragraphs)
    ends = [sentence.rstrip(_CLOSING)[-1:] for sentence in sentences]
    usual = sum(map(_STOPS.__contains__, ends)) >= _USUAL * len(sentences)
    opens = _openings(text, language)
    english = language == "en"
    marked = any(map(text.__contains__, _MARKED))
    before = [sentences[at - 1] if at and paragraphs[at] == paragraphs[at - 1] else "" for at in range(len(sentences))]
    return [
        _judged(
            # by their places, since there are only few different ones: leans, unfit, asks, quotes, short, silent
            opens(sentence) or (english and points_back(sentence)),
            half
            or (usual and end not in _STOPS and _is_line(sentence, count))
            or _is_notice(sentence, count, notable=notable, marked=marked)
            or (english and (is_remnant(sentence, previous) or (lone and is_headed(sentence)))),
            end in _QUESTIONS,
            _OPENS_WITH_QUOTE.match(sentence) is not None,
            usual and count < _SHORT,
            english and is_silent(sentence),
        )
        for sentence, previous, lone, half, end, count, notable in zip(
            sentences, before, _alone(paragraphs), halves, ends, known.counts, known.notable, strict=True
        )
    ]


_judged: Final = lru_cache(maxsize=64)(Fitness)


def _openings(text: str, language: str | None) -> Callable[[str], bool]:
    """What tells whether a sentence of a text opens with a word that points back, in a language."""
    if (lowered := _LOWERED.get(language or "")) is None:
        return lambda _sentence: False
    if _ODD_CASES.isdisjoint(text):
        # passing over the case takes five times as long
        return lambda sentence: lowered.match(sentence.lower()) is not None
    form = _FORMS[language or ""]
    return lambda sentence: form.match(sentence) is not None


def _alone(paragraphs: Sequence[int]) -> list[bool]:
    """Which sentences are all that their paragraph says."""
    sizes = [len(list(members)) for _, members in groupby(paragraphs)]
    return [size == 1 for size in sizes for _ in range(size)]


def _halves(sentences: Sequence[str], paragraphs: Sequence[int]) -> list[bool]:
    """Which sentences hold a part of a quotation only: marks that are not paired within, or none around speech."""
    texts: list[list[str]] = [
        [sentence for _, sentence in members]
        for _, members in groupby(zip(paragraphs, sentences, strict=True), key=itemgetter(0))
    ]
    single = quotes_with_single([" ".join(members) for members in texts])
    halves = _halves_by_single if single else _halves_by_double
    return [half for members in texts for half in halves(members)]


def _halves_by_double(members: Sequence[str]) -> list[bool]:
    text = " ".join(members)
    starts = list(accumulate((len(member) + 1 for member in members[:-1]), initial=0))
    found = [False] * len(members)
    for stretch in stretches(text):
        first = bisect_right(starts, stretch.outer.start) - 1
        last = bisect_left(starts, stretch.outer.end) - 1
        if not stretch.closed:
            last = min(last, first + _SPEECH)
        if last > first or not stretch.closed:
            found[first : last + 1] = [True] * (last + 1 - first)
    # a mark in no stretch closes what the text never opened
    return [half or _closes_alone(member) for half, member in zip(found, members, strict=True)]


def _closes_alone(sentence: str) -> bool:
    return ("”" in sentence or '"' in sentence) and _CLOSES_ALONE.match(sentence) is not None


def _halves_by_single(members: Sequence[str]) -> list[bool]:
    """The same where single marks quote, which apostrophes look like: only what is surely speech is followed."""
    found = [False] * len(members)
    opened: int | None = None
    for place, member in enumerate(members):
        if (speech := _SINGLE_OPENS.search(member)) is not None and not _SINGLE_ENDS.search(member, speech.end()):
            found[place] = True
            opened = place
        elif (end := _SINGLE_CLOSES.search(member)) is not None and not _SINGLE_BEGINS.search(member, 0, end.start()):
            first = opened if opened is not None and place - opened <= _SPEECH else place
            found[first : place + 1] = [True] * (place + 1 - first)
            opened = None
    return found


def _has_mark(sentence: str) -> bool:
    return any(map(sentence.__contains__, _MARKED)) and _VERBATIM_MARKS.search(sentence) is not None


def _is_line(sentence: str, count: int) -> bool:
    """Whether a sentence without an end mark is a heading, a caption or an item rather than a statement."""
    return count <= _NAME_ONLY or sentence.rstrip().endswith((":", ";", ",", "–", "—", "-"))


def _is_notice(sentence: str, count: int, *, notable: bool, marked: bool) -> bool:
    """Whether a sentence is a byline, a credit, a notice of the publisher, or written in capitals throughout.

    `marked` says that addresses and their like may stand in the text.
    """
    if not count:
        return True
    if (byline := _BYLINE.match(sentence)) is not None and len(_WORD.findall(byline["rest"])) <= _NAME_ONLY:
        return True
    if _CREDIT.match(sentence) or (marked and _has_mark(sentence)):
        return True
    if count > 3 and sentence.isupper():  # noqa: PLR2004 - an acronym or two make no heading
        return True
    return notable and notices.read(" ".join(sentence.split()), count) is not None
