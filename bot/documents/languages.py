"""Languages: which one a text is in, by its script and its commonest words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from bot.documents import cuts

# what may be a letter of another script than the Latin one
_OTHERS: Final = re.compile(r"[^\x00-\u024f\u2010-\u2027\u20ac]")
_SAMPLE: Final = 20_000
_FEWEST: Final = 8
_SHARE: Final = 0.12
_LEAD: Final = 1.25
_LATIN: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it was with as on be at by this had not are but from or have an they which "
        "you were their has been would who will more when if said we he she his her its",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
        "er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec "
        "son aux d l qu cette être nous mais ou leur ont été ses comme",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si "
        "sin sobre este ya entre cuando todo esta ser son dos también fue había",
        "it": "di e il la che in a per un è del non una i le si con da dei al della come sono ha nel alla più anche ma "
        "lo gli delle o nella questo dal",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à "
        "seu sua ou ser quando muito há nos já está também",
        "nl": "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij nog uit door "
        "naar heeft ze of over wordt werd deze hij",
        "pl": "w i na z się do nie że o jest to a od za po przez jak dla oraz co ale są które był tym tego jego",
        "sv": "och i att det som en på är av för med den till inte har de om ett var han men jag sig från vi så kan",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi ne en kadar sonra var ki o ama",
    }.items()
}
_CYRILLIC: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split(","))
    for language, words in {
        "uk": "і,що,та,не,на,з,у,в,до,як,від,це,за,для,є,його,які,також",
        "ru": "и,в,не,на,что,с,по,это,как,к,из,у,за,от,его,для,о,был,так,же",
        "bg": "и,на,да,за,се,от,в,с,не,са,по,е,като,че,към,при,ще",
    }.items()
}
_WRITTEN_BY_SEVERAL: Final = {"LATIN": _LATIN, "CYRILLIC": _CYRILLIC}
_TALLY: Final = _SAMPLE.bit_length()
_FULL: Final = (1 << _TALLY) - 1
_TALLIES: Final = {
    script: {
        word: sum(1 << _TALLY * place for place, words in enumerate(languages.values()) if word in words)
        for word in frozenset().union(*languages.values())
    }
    for script, languages in _WRITTEN_BY_SEVERAL.items()
}
"""By script and word, a number with a one in the place of each language that has the word among its commonest.

The sum over the words of a text counts for all languages in one go: a place has room for every word of the sample.
"""
_KANA: Final = frozenset({"HIRAGANA", "KATAKANA"})
_SCRIPTS: Final[Mapping[str, str]] = {
    "CJK": "zh",
    "HANGUL": "ko",
    "THAI": "th",
    "GREEK": "el",
    "HEBREW": "he",
    "ARABIC": "ar",
    "DEVANAGARI": "hi",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text; None where it is too short or not clear."""
    sample = text[:_SAMPLE]
    if (words := _latin(sample)) is not None:
        return _by_words(words, "LATIN")
    scripts = _scripts(sample)
    letters = scripts.total()
    if letters < _FEWEST:
        return None
    name, share = scripts.most_common(1)[0]
    if name in {"CJK", *_KANA} and any("\u3040" <= character <= "\u30ff" for character in set(sample)):
        return "ja"
    if share < letters / 2:
        return None
    if name in _WRITTEN_BY_SEVERAL:
        return _by_words(cuts.letters(sample), name)
    return _SCRIPTS.get(name)


def share(text: str, language: str) -> float:
    """How much of a text is common words of a language, from 0 to 1; 0 for a language that is not told by its words."""
    words = cuts.letters(text[:_SAMPLE])
    common = _LATIN.get(language) or _CYRILLIC.get(language, frozenset())
    return sum(word in common for word in words) / max(1, len(words))


def script(text: str) -> str | None:
    """The name of the script in which most letters of a text are written; None where there is none."""
    sample = text[:_SAMPLE]
    if cuts.plain(sample) is not None or _OTHERS.search(sample) is None:
        return "LATIN" if any(map(str.isalpha, sample)) else None
    scripts = _scripts(sample)
    if not scripts:
        return None
    name, share = scripts.most_common(1)[0]
    return ("CJK" if name in _KANA else name) if share * 2 > scripts.total() else None


def _latin(text: str) -> Sequence[str] | None:
    """The words of a text in which every letter is a Latin one; None for any other."""
    if (simple := cuts.plain(text)) is not None:
        return cuts.plain_letters(simple)
    return cuts.letters(text) if _OTHERS.search(text) is None else None


def _scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    scripts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        if character.isalpha():
            scripts[_script(character)] += times
    return scripts


def _script(character: str) -> str:
    if character < "\u0250":
        return "LATIN"
    return unicodedata.name(character, "UNKNOWN").split(maxsplit=1)[0].split("-")[0]


def _by_words(words: Sequence[str], script: str) -> str | None:
    if len(words) < _FEWEST:
        return None
    tallies = _TALLIES[script]
    total = sum(map(tallies.__getitem__, filter(tallies.__contains__, words)))
    counts = [total >> _TALLY * place & _FULL for place in range(len(_WRITTEN_BY_SEVERAL[script]))]
    best, second = sorted(counts, reverse=True)[:2]
    # of two that are even none leads
    if best < _SHARE * len(words) or best < _LEAD * second:
        return None
    return list(_WRITTEN_BY_SEVERAL[script])[counts.index(best)]
