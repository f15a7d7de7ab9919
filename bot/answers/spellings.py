"""English words that are spelt in two ways: neighbour and neighbor, organise and organize, centre and center.

Only what stands in the documents is ever looked for, so a rule may well make words that do not exist.
"""

import re
from collections.abc import Iterator
from typing import Final

_ENDINGS: Final = "s|ed|ing|able|ably|er|ers|ful|fully|hood|hoods|ite|ites|less|ly|y"
_RULES: Final = (
    # three letters before: four is not for
    (re.compile(rf"(?<=\w\w\w)our(?=(?:{_ENDINGS})?$)"), "or"),
    (re.compile(rf"(?<=\w\w\w)or(?=(?:{_ENDINGS})?$)"), "our"),
    (re.compile(r"(?<=\w\w\w)is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "iz"),
    (re.compile(r"(?<=\w\w\w)iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)"), "is"),
    (re.compile(r"(?<=\w\w)ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=\w\w)yz(?=(?:e|ed|es|er|ers|ing)$)"), "ys"),
    # four letters before: filling is not filing
    (re.compile(r"(?<=\w\w\w\w)ll(?=(?:ed|er|ers|ing|ings|or|ors|ous)$)"), "l"),
    (re.compile(r"(?<=\w\w\w[aeiou])l(?=(?:ed|er|ers|ing|ings|or|ors|ous)$)"), "ll"),
)
_PAIRS_TEXT: Final = """
aeroplane airplane, ageing aging, aluminium aluminum, anaem anem, anaesth anesth, archaeo archeo, artefact artifact,
calibre caliber, catalogue catalog, centre center, cosy cozy, defence defense, dialogue dialog, draught draft,
encyclopaed encycloped, enquir inquir, enrol enroll, fibre fiber, foet fet, fulfil fulfill, grey gray, gynaec gynec,
haem hem, instalment installment, jewellery jewelry, judgement judgment, kerb curb, leukaem leukem, licence license,
litre liter, lustre luster, manoeuvr maneuver, mediaeval medieval, metre meter, mould mold, moustache mustache,
oestro estro, offence offense, orthopaed orthoped, paediatr pediatr, plough plow, practise practice, pretence pretense,
programme program, pyjama pajama, sceptic skeptic, skilful skillful, smoulder smolder, spectre specter, theatre theater,
tyre tire, wilful willful, yoghurt yogurt, acknowledgement acknowledgment, analogue analog, kilometre kilometer,
centimetre centimeter, millimetre millimeter
"""
_LONGEST_ENDING: Final = 8


def _by_beginning() -> dict[str, str]:
    """The other way to write a beginning of words, by either way."""
    return {
        way: other for one, two in map(str.split, _PAIRS_TEXT.split(",")) for way, other in ((one, two), (two, one))
    }


_BEGINNINGS: Final = _by_beginning()
_SHORTEST: Final = min(map(len, _BEGINNINGS))


def spellings(word: str) -> tuple[str, ...]:
    """The other ways to write an English word, in lower case, some of which do not exist; none for most words."""
    return tuple(dict.fromkeys(each for each in _spellings(word) if each != word))


def _spellings(word: str) -> Iterator[str]:
    for pattern, other in _RULES:
        if pattern.search(word):
            yield pattern.sub(other, word)
    for length in range(max(_SHORTEST, len(word) - _LONGEST_ENDING), len(word) + 1):
        if (beginning := _BEGINNINGS.get(word[:length])) is not None:
            yield beginning + word[length:]
