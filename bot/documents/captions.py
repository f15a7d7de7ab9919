"""Captions: lines below a picture that say who took it."""

import re
from typing import Final

_WORD: Final = (
    r"(?:(?:file |handout |courtesy |stock )?(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|video"
    r"|art|screenshot|credit)"
    r"|foto|bild|grafik|quelle|crédits?(?: photo)?|photographie|imagen|fotografía|immagine|фото|图|图片)"
)
_BRACKETED: Final = re.compile(r"[(\[（](?P<inside>[^()\[\]（）]{3,90})[)\]）]\.?$")
_CLOSED: Final = tuple(f"{bracket}{stop}" for bracket in ")]）" for stop in ("", "."))
_CREDITING: Final = (" by", " credit", " courtesy", ":", "：", "©")
_LABEL: Final = re.compile(rf"\b{_WORD}s?\s?(?: by\b| credit\b| courtesy(?: of)?\b|\s?[:：/©])", re.IGNORECASE)
_LATE: Final = re.compile(
    rf"(?:[.!?”\"’'»:)–—|-]\s*|\s{{2,}}|^)(?:{_WORD}s?(?: by| credit:?| courtesy(?: of)?|\s?[:：])\s*"
    rf"|©\s?|(?-i:Courtesy (?:of )?))(?=[A-ZÀ-ÞА-Я\u4e00-\u9fff])(?:[^.!?]|(?<=\b[A-Z])\.){{2,80}}\.?$",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"(?:(?:file |handout )?(?:photo|image|picture|screenshot) (?:taken|shows|released|provided|from|via|of"
    r"|courtesy|credit|by)\b"
    r"|file (?:photo|image|picture)\b|FILE\s?[-–—:]|pictured\s?[:,-]|pictured (?:above|left|right|here)\b|in "
    r"this (?:\w+ ){0,4}(?:file )?(?:photo|image|picture)\b"
    r"|an? (?:undated )?(?:file|handout) (?:photo|image|picture)\b"
    rf"|{_WORD}\s?[:：]\s?\S)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"[A-ZÀ-Þ][^\s/]*(?: [A-ZÀ-Þ&][^\s/]*){0,4}\s?(?:/|\||,? via |\bfor\b)\s?(?:the "
    r")?[A-ZÀ-Þ].*"
)
# `… a joint. KEN OYAMA / SENTINEL`
_CAPITALS: Final = re.compile(
    r"[.!?”\"] [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){1,3}\s?(?:/|,|\|)\s?(?:THE "
    r")?[A-ZÀ-Þ][A-ZÀ-Þ .'&-]+$"
)
# `(foto Marta Lugaresi)`
_NAMING: Final = re.compile(rf"(?i:{_WORD}s?) [A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){{1,3}}$")
# `(Express Photo by Anil Toppo)`, and glued to the sentence `.(Supplied: Wirra Downs)`
_OWN: Final = re.compile(rf"(?:[A-ZÀ-Þ][\w.'’&-]* ){{1,3}}{_WORD}s?(?: by\b|\s?[:：/])", re.IGNORECASE)
_GLUED: Final = re.compile(r"[^\s(]\([A-ZÀ-Þ][^():]{2,30}: [A-ZÀ-Þ][^():]{2,50}\)$")
# `… at the terminal yesterday. MIGUEL TAN`
_SHOUTED: Final = re.compile(r"[a-z0-9][.!?”\"] [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]{2,}){1,2}$")
_LONGEST: Final = 60


def credited(text: str, words: int) -> bool:
    """Whether a line is a caption that names its photographer, agency or source.

    Args:
        text: A paragraph with single spaces.
        words: How many words it has.
    """
    if words > _LONGEST:
        return False
    if (found := _BRACKETED.search(text) if text.endswith(_CLOSED) else None) is not None:
        inside = found["inside"]
        if (
            _LABEL.match(inside)
            or _OWN.match(inside)
            or _GLUED.search(text)
            or "©" in inside
            or _NAMING.match(inside)
            or (_NAMED.fullmatch(inside) and not any(map(str.isdigit, inside)) and not text.endswith("."))
        ):
            return True
    if _CAPITALS.search(text[-80:]) or (_SHOUTED.search(text[-60:]) and not text.isupper()):
        return True
    late = text[-140:]
    told = any(map(late.lower().__contains__, _CREDITING)) and _LATE.search(late) is not None
    return told or (_OPENS.match(text) is not None and text[0] not in '“"')
