"""The stem of a word, exactly as SQLite's `porter` tokenizer makes it.

The index holds stems, so whatever looks a word up in its vocabulary, or marks a found word in a text, needs the same
ones. This is M. F. Porter's algorithm of 1980 ("An algorithm for suffix stripping") with SQLite's particulars
(ext/fts5/fts5_tokenize.c, in the public domain): it works on the bytes of UTF-8, every byte outside ASCII counts as a
consonant, and words of fewer than three or more than 64 bytes stay as they are.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3
_LONGEST: Final = 64
_VOWELS: Final = frozenset("aeiou")
# The first suffix that fits decides, whether or not what stands before it is long enough to lose it.
_STEP_2: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "a": (("ational", "ate"), ("tional", "tion")),
    "c": (("enci", "ence"), ("anci", "ance")),
    "e": (("izer", "ize"),),
    "g": (("logi", "log"),),
    "l": (("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous")),
    "o": (("ization", "ize"), ("ation", "ate"), ("ator", "ate")),
    "s": (("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous")),
    "t": (("aliti", "al"), ("iviti", "ive"), ("biliti", "ble")),
}
_STEP_3: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "a": (("ical", "ic"),),
    "s": (("ness", ""),),
    "t": (("icate", "ic"), ("iciti", "ic")),
    "u": (("ful", ""),),
    "v": (("ative", ""),),
    "z": (("alize", "al"),),
}
_STEP_4: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "a": (("al", ""),),
    "c": (("ance", ""), ("ence", "")),
    "e": (("er", ""),),
    "i": (("ic", ""),),
    "l": (("able", ""), ("ible", "")),
    "n": (("ant", ""), ("ement", ""), ("ment", ""), ("ent", "")),
    "o": (("ion", ""), ("ou", "")),
    "s": (("ism", ""),),
    "t": (("ate", ""), ("iti", "")),
    "u": (("ous", ""),),
    "v": (("ive", ""),),
    "z": (("ize", ""),),
}
_RESTORED: Final = ("at", "bl", "iz")
_ENDINGS: Final = (
    "s", "ed", "ing", "y", "e", "ll", "al", "er", "ator", "ion", "ism", "iti", "enci", "anci", "li", "logi", "ful",
    "ant", "ent", "ic", "ou",
)  # fmt: skip
"""What every word ends with that any of the steps changes."""


def _shape(stem: str) -> str:
    """The letters as `c` and `v`; y is a vowel behind a consonant."""
    shape = ""
    for letter in stem:
        vowel = letter in _VOWELS or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """Porter's m: how often a vowel is followed by a consonant."""
    return _shape(stem).count("vc")


def _has_vowel(stem: str) -> bool:
    return any(letter in _VOWELS or (letter == "y" and at > 0) for at, letter in enumerate(stem))


def _ends_short(stem: str) -> bool:
    """Porter's *o: consonant, vowel, consonant at the end, the last of them no w, x or y."""
    return stem[-1:] not in {"w", "x", "y"} and _shape(stem).endswith("cvc")


def _without_plural(word: str) -> str:
    if not word.endswith("s") or word.endswith("ss"):
        return word
    if (word.endswith("sses") and len(word) > len("sses")) or (word.endswith("ies") and len(word) > len("ies")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    """Step 1b: -eed, -ed and -ing."""
    if word.endswith("eed") and len(word) > len("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    if word.endswith("ed") and len(word) > len("ed") and _has_vowel(word[:-2]):
        return _mended(word[:-2])
    if word.endswith("ing") and len(word) > len("ing") and _has_vowel(word[:-3]):
        return _mended(word[:-3])
    return word


def _mended(stem: str) -> str:
    """Put right what the loss of -ed or -ing left behind: conflat(e), hop(p), fil(e)."""
    if stem.endswith(_RESTORED) and len(stem) > len("at"):
        return stem + "e"
    last = stem[-1]
    if last not in _VOWELS and last not in "lsz" and stem[-2:-1] == last:
        return stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _ends_short(stem) else stem


def _replaced(word: str, step: Mapping[str, tuple[tuple[str, str], ...]], above: int) -> str:
    for suffix, replacement in step.get(word[-2:-1], ()):
        if word.endswith(suffix) and len(word) > len(suffix):
            stem = word[: -len(suffix)]
            fits = _measure(stem) > above and (suffix != "ion" or stem[-1] in "st")
            return stem + replacement if fits else word
    return word


def _tidied(word: str) -> str:
    """Step 5: a final e, and the second of a double l."""
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _ends_short(word[:-1])):
            word = word[:-1]
    if word.endswith("ll") and _measure(word[:-1]) > 1:
        word = word[:-1]
    return word


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a folded word."""
    if not word.isascii():
        return _stem(word.encode().decode("latin-1")).encode("latin-1").decode(errors="replace")
    return _stem(word)


def base(word: str) -> str:
    """A folded word without the endings of its inflection only, by Porter's first step.

    Responses and response meet here; responsibility does not meet them.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return word
    word = _without_ending(_without_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        return word[:-1] + "i"
    return word.removesuffix("e")


def _stem(word: str) -> str:
    """The same over one character for each byte."""
    if not _SHORTEST <= len(word) <= _LONGEST or not word.endswith(_ENDINGS):
        return word
    word = _without_ending(_without_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    for step, above in ((_STEP_2, 0), (_STEP_3, 0), (_STEP_4, 1)):
        word = _replaced(word, step, above)
    return _tidied(word)
