"""Languages: which one a text is in, by its script and its commonest words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
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


def _by_word(known: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    """The languages in which a word is common, for each of the words."""
    every = frozenset().union(*known.values())
    return {word: tuple(language for language, common in known.items() if word in common) for word in every}


_WRITTEN_BY_SEVERAL: Final = {"LATIN": _by_word(_LATIN), "CYRILLIC": _by_word(_CYRILLIC)}
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
    if _latin(sample):
        return _by_words(sample, _WRITTEN_BY_SEVERAL["LATIN"])
    letters = [character for character in sample if character.isalpha()]
    if len(letters) < _FEWEST:
        return None
    script, share = Counter(_script(character) for character in letters).most_common(1)[0]
    if script in {"CJK", "HIRAGANA", "KATAKANA"} and any("\u3040" <= character <= "\u30ff" for character in letters):
        return "ja"
    if share < len(letters) / 2:
        return None
    if script in _WRITTEN_BY_SEVERAL:
        return _by_words(sample, _WRITTEN_BY_SEVERAL[script])
    return _SCRIPTS.get(script)


def share(text: str, language: str) -> float:
    """How much of a text is common words of a language, from 0 to 1; 0 for a language that is not told by its words."""
    words = [found[0].lower() for found in _WORD.finditer(text[:_SAMPLE])]
    common = _LATIN.get(language) or _CYRILLIC.get(language, frozenset())
    return sum(word in common for word in words) / max(1, len(words))


def script(text: str) -> str | None:
    """The name of the script in which most letters of a text are written; None where there is none."""
    if _latin(text):
        return "LATIN" if any(map(str.isalpha, text)) else None
    letters = [character for character in text[:_SAMPLE] if character.isalpha()]
    if not letters:
        return None
    name, share = Counter(_script(character) for character in letters).most_common(1)[0]
    name = "CJK" if name in {"HIRAGANA", "KATAKANA"} else name
    return name if share * 2 > len(letters) else None


def _latin(text: str) -> bool:
    """Whether every letter of a text is Latin."""
    return text.isascii() or not any(character > "\u024f" and character.isalpha() for character in set(text))


def _script(character: str) -> str:
    if character < "\u0250":
        return "LATIN"
    return unicodedata.name(character, "UNKNOWN").split(maxsplit=1)[0].split("-")[0]


def _by_words(sample: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    words = _WORD.findall(sample.lower())
    if len(words) < _FEWEST:
        return None
    counted: Counter[str] = Counter()
    for word in words:
        for language in known.get(word, ()):
            counted[language] += 1
    if not counted:
        return None
    (best_language, best), (_, second) = [*counted.most_common(2), ("", 0)][:2]
    return best_language if best >= _SHARE * len(words) and best >= _LEAD * second else None
