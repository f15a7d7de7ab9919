"""Signs: what one paragraph, looked at alone, shows itself to be, if it is not plainly a part of the text."""

import re
from typing import Final

from bot.documents import buttons, calls, captions, notices
from bot.documents import credits as credit_lines
from bot.documents.blocks import Form
from bot.documents.looks import HEAD, Look, in_columns
from bot.documents.vocabulary import bare, is_label
from bot.models import Kind

LINKS: Final = "nothing but links"
_TRAIL: Final = re.compile(r"^[^.!?\n]{1,60}(?:\s*[>»›→]\s*[^.!?\n]{1,80}){1,8}$")
_ARROW: Final = re.compile(r"\s*[>»›→]\s*")
_SEPARATOR: Final = re.compile(r"\s*[|·•]\s*|\s+[»›/]\s+")
_SEPARATORS: Final = "|·•»›/"
_HOME: Final = frozenset({"home", "homepage", "start", "startseite", "accueil", "inicio", "início", "news"})
_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]{1,5}$")
_URL: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}")
_IN_ADDRESSES: Final = ("://", "www.", "@")
_PAGES: Final = re.compile(r"(?<!\S)\d{1,4}/\d{1,4}$")
_HASHTAG: Final = re.compile(r"#\w+")
_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|if|because)\b")
_STAGE: Final = re.compile(
    r"[(\[*_]{1,3}(?:[\w'’-]+[ ,]+){0,4}(?:applause|laughter|laughs?|cheers|cheering|pause|music|crosstalk|inaudible"
    r"|silence"
    r"|boos|booing|ovation|chanting|interruption|off[- ]mic|video plays|break|beifall|heiterkeit|gelächter|zuruf"
    r"|applaudissements|rires|aplausos|risas|applausi|аплодисменты|смех)(?:[ ,]+[\w'’-]+){0,5}[.!]?[)\]*_]{1,3}\.?",
    re.IGNORECASE,
)
_READING: Final = re.compile(
    r"(?:(?:reading time|temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo di lettura|время чтения)\s*:?\s*"
    r"(?:ca\. ?|~ ?)?\d{1,3} ?\w*\.?(?: ?\(.{1,20}\))?|\d{1,3}[- ]min(?:ute)?s?[- ]read)",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(
    r"[-–—\s]*(?:page|seite|página|pagina|p\.|стр\.)\s?\d{1,4}(?:\s?(?:of|von|de|sur|di|/|из)\s?\d{1,4})?[-–—\s]*"
    r"|\d{1,4}\s?(?:of|/)\s?\d{1,4}\s?pages?",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"(?:share|print|save|e-?mail|copy|tweet|pin|report) this (?:post|article|story|page|recipe|video|link|entry"
    r"|episode)"
    r"|report (?:an? )?(?:problem|error|issue|bug)(?: (?:with|on|in) this \w+)?|merken|artikel (?:merken|drucken"
    r"|teilen)"
    r"|(?:previous|next|all|older|newer|latest) (?:episodes?|posts?|articles?|stories|issues?|pages?|threads?|chapters?"
    r"|videos?|recipes?|entries)"
    r"|(?:compartir|teilen|partager|share|condividi|поделиться) (?:en|auf|sur|on|su|в) \w+|zur (?:startseite|übersicht)"
    r"|(?:view|see|show|browse|explore|read|load|open|go to|return to|back to|alle|voir|ver) (?:all|more|full|the full"
    r"|tous"
    r"|toutes|todos|anzeigen)\b(?: [\w'’&-]+){0,4}",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"(?:(?:viewed|shared|read|liked|rated)\s)?\W{0,3}\d[\d.,]*\s?[km%]?\s?(?:\+\s?)?(?:times|views?|shares?|likes?"
    r"|votes?|upvotes?|upvoted|points?|repl(?:y|ies)|answers?|comments?|members?|online|followers?|reads?|downloads?"
    r"|more (?:repl(?:y|ies)|comments?|answers?)|posts?|retweets?|reactions?|(?:gold|silver|bronze) badges?"
    r"|claps?)\W{0,2}",
    re.IGNORECASE,
)
_TAGS: Final = re.compile(
    r"(?:tags?|topics?|tagged|etiquetas|schlagwörter|stichwörter|themen|mots[- ]clés|temas|filed under|categor(?:y|ies)"
    r"|rubrik|argomenti|теги|метки)\s*:\s*\S",
    re.IGNORECASE,
)
_JOURNAL: Final = re.compile(
    r"[A-Z][^.?!]{2,60},? (?:vol\. ?)?\d{1,4},? ?\(\d{4}\),? ?[\w.]{0,4}\d{1,6}(?:[–-]\d{1,6})?", re.IGNORECASE
)
_END: Final = re.compile(
    r"[-–—*\s\[(]*end of (?:the )?(?:[\w,'’-]+ ){0,8}(?:digest|newsletter|transcript|document|message|report|file"
    r"|text|thread|post|archive|log|list"
    r"|issue"
    r"|translation|excerpt|vol\b.{0,30})[\w ,.:\])]{0,60}",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"(?:subject|topic(?=: \S+ \S+ \S+ \S+)|thread(?=: \S+ \S+ \S+)|betreff|objet|asunto"
    r"|oggetto|тема)\s*:\s*\S",
    re.IGNORECASE,
)
_LINES: Final = (
    (_STAGE, Kind.APPENDED, "remark on what is heard, in brackets"),
    (_READING, Kind.NAVIGATION, "reading time"),
    (_PAGE, Kind.NAVIGATION, "page number"),
    (_JOURNAL, Kind.NAVIGATION, "where the text stands in a journal"),
    (_END, Kind.NAVIGATION, "mark of the end"),
)
_SHORT: Final = 14
_FEW: Final = 4
_NOTICE_WORDS: Final = 90
_MENU_WORDS: Final = 60
_PART_WORDS: Final = 7
_TAG_SHARE: Final = 0.6
_LINK_SHARE: Final = 0.7
_QUOTED: Final = ("“", '"', "„", "«", "‘")
FURNITURE: Final = (Kind.NAVIGATION, "running head, running foot or page number")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,20}\]:")
_CAPTION: Final = re.compile(
    r"[(\[](?:image|photo|picture|pic|foto|bild|photograph|credit)s?(?: by| credit)?\s*:[^()\[\]]{2,60}[)\]]\.?$",
    re.IGNORECASE,
)
_CLOSED: Final = (")", "]", ").", "].")
_PRINTED: Final = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},?(?: \d{1,2}:\d\d(?: [AP]M)?)?[ \t]{2,}\S[^\n]*")
_CALL: Final = 2.5
_FEW_WORDS: Final = 12
_CONTACT: Final = re.compile(
    r"(?:\b(?:tel|phone|fax|mobile|telefon|telefax|téléphone|teléfono|тел|twitter|telegram|instagram)\b"
    r"|^[TMEF]\b)\.?\s?:?\s?[+(\d@][\w() ./-]{4,}",
    re.IGNORECASE,
)
_FILLED_IN: Final = re.compile(r"[.…_]{5,}")
_COLUMNS: Final = re.compile(r"\s{2,}|\t")
_CAPTION_WORDS: Final = 50
_POST_NUMBER: Final = re.compile(r"#\d{1,6}")
_LONGEST_HEAD: Final = 200
_NUMBERED_POST: Final = re.compile(r"(?:\t| {2,})#\s?\d{1,6}$")
_PAGE_OF: Final = re.compile(
    r"\S[^\n]*?(?: {3}|\t)[-–—\s]*(?:page|seite|página|pagina|p\.|стр\.)\s?\d{1,4}"
    r"(?:\s?(?:of|von|de|sur|di|/|из)\s?\d{1,4})?",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"(?:Figure|Fig\.?|Table|Chart|Exhibit|Map|Abbildung|Abb\.|Tabelle|Tab\.|Graphique|Tableau|Gráfico|Tabla"
    r"|Figura|Рис\.|Табл\.|图|表)\s?[A-Z]?\d{1,3}(?:[.-]\d{1,3})?"
    r"(?:[.:)]|\s[–—-]|\s(?=[A-ZÀ-Þ]))\s?\S"
)
_NOTICE: Final = 4.0
_SET: Final = frozenset({Form.ITEM, Form.QUOTE, Form.TABLE, Form.CODE})
_BY_FORM: Final = {
    Form.FRONT_MATTER: (Kind.BYLINE, "front matter"),
    Form.DATELINE: (Kind.BYLINE, "dateline or slug cut off the first sentence"),
    Form.FURNITURE: FURNITURE,
    Form.RULE: (Kind.NAVIGATION, "dividing line"),
    Form.MARKUP: (Kind.NAVIGATION, "markup, link target or picture"),
}


def alone(seen: Look) -> tuple[Kind, str] | None:  # noqa: PLR0911, PLR0912, C901 - one rule after the other, the first that fits
    """The kind of a block where the block alone tells it, with the reason; None where it does not."""
    form = seen.block.form
    if not any(map(str.isalnum, seen.raw)):
        return Kind.NAVIGATION, "no letter and no figure"
    if _FOOTNOTE.match(seen.raw):
        return Kind.APPENDED, "footnote"
    if (
        not seen.ended
        and len(seen.raw) <= _LONGEST_HEAD
        and (_PRINTED.fullmatch(seen.raw) or _PAGE_OF.fullmatch(seen.raw))
    ):
        return Kind.NAVIGATION, "running head of a page"
    if form in _BY_FORM:
        return _BY_FORM[form]
    if seen.words <= _FEW and _MORE.fullmatch(seen.text.rstrip(" »›>→")):
        return Kind.NAVIGATION, "words of a menu or button"
    if form in {Form.PLAIN, Form.ITEM} and not seen.editable and buttons.is_button(seen.text, seen.words):
        return Kind.NAVIGATION, "words of a menu or button"
    if _POST_NUMBER.fullmatch(seen.text):
        return Kind.NAVIGATION, "number of a post"
    if form is Form.PLAIN and _FIGURE.match(seen.text) and seen.words <= _CAPTION_WORDS:
        return Kind.BODY, "caption of a figure or table"
    if "#" in seen.text and len(_HASHTAG.findall(seen.text)) >= max(1, _TAG_SHARE * len(seen.text.split())):
        return Kind.PROMOTION, "hashtags"
    if (
        seen.words <= _NOTICE_WORDS
        and not seen.text.startswith(_QUOTED)
        and (notice := notices.read(seen.text, seen.words))
    ):
        return notice
    if (form not in _SET or (form is Form.QUOTE and seen.links)) and _calls(seen):
        return Kind.PROMOTION, "asks for what pages ask for"
    if form is Form.HEADING:
        return None
    if form not in _SET and calls.notice(seen.text) >= _NOTICE:
        return Kind.APPENDED, "speaks of the page and its terms"
    if form is Form.PLAIN and (
        captions.credited(seen.text, seen.words) or (seen.text.endswith(_CLOSED) and _CAPTION.search(seen.text))
    ):
        return Kind.BYLINE, "caption with a credit"
    if seen.words <= _SHORT and (decided := _short_line(seen)) is not None:
        return decided
    if (credit := _credit(seen)) is not None:
        return Kind.BYLINE, credit.reason
    return _navigation(seen)


def _calls(seen: Look) -> bool:
    """Whether a block asks for something, and is no list of links, of which some may."""
    listed = (seen.links > _LINK_SHARE and not seen.ended and seen.words <= _FEW_WORDS) or seen.text.count("|") > 1
    least = _CALL if seen.words <= _FEW_WORDS else calls.CALL
    return not listed and not in_columns(seen.raw) and calls.call(seen.text, linked=seen.links) >= least


def _short_line(seen: Look) -> tuple[Kind, str] | None:  # noqa: PLR0911 - one rule after the other, the first that fits
    """The kind of a line that has a form of its own."""
    text = " ".join(seen.raw.split())
    for form, kind, reason in _LINES:
        if form.fullmatch(text) or form.fullmatch(seen.text):
            return kind, reason
    if _MORE.fullmatch(seen.text.rstrip(" »›>→.")) and not text.endswith("."):
        return Kind.NAVIGATION, "words of a menu or button"
    if _SUBJECT.match(seen.text) and seen.block.form is Form.PLAIN and "," not in seen.text:
        return Kind.HEADING, "subject line"
    if seen.words <= _PART_WORDS and text[-1] in "→»›▸➔" and "«" not in text and seen.block.form is not Form.HEADING:
        return Kind.NAVIGATION, "link with an arrow"
    if _COUNTS.fullmatch(seen.text):
        return Kind.NAVIGATION, "count of a page"
    if _TAGS.match(seen.text) and not seen.ended and credit_lines.read(seen.text) is None:
        return Kind.NAVIGATION, "tags"
    if seen.words <= _FEW_WORDS and not seen.ended and _CONTACT.search(text) and seen.block.form is Form.PLAIN:
        return Kind.APPENDED, "whom to reach, and how"
    return None


def _credit(seen: Look) -> credit_lines.Credit | None:
    if in_columns(seen.raw) and not _FILLED_IN.search(seen.raw):
        # the number of a post stands far to the right of its date
        dated = _NUMBERED_POST.sub("", seen.raw) if len(seen.raw) <= _LONGEST_HEAD else seen.raw
        return None if dated == seen.raw or in_columns(dated) else credit_lines.read(" ".join(dated.split()))
    credit = credit_lines.read(seen.text)
    if credit is None and seen.block.form is Form.ITEM:
        # what looks like the number of an item may be the day of a date
        return credit_lines.read(" ".join(seen.raw[:HEAD].split()))
    return credit


def _navigation(seen: Look) -> tuple[Kind, str] | None:  # noqa: PLR0911 - one rule after the other, the first that fits
    text = seen.text
    if seen.words > _MENU_WORDS or seen.block.form in {Form.TABLE, Form.CODE, Form.QUOTE}:
        return None
    if is_label(text) and not seen.editable:
        return Kind.NAVIGATION, "words of a menu or button"
    if not seen.ended and "<" not in text and _TRAIL.match(text) and _short_parts(_ARROW.split(text)):
        return Kind.NAVIGATION, "trail of pages"
    if (".." in text or ". ." in text) and _LEADER.search(text):
        return Kind.NAVIGATION, "line of a table of contents"
    if seen.links > _LINK_SHARE and not seen.ended:
        return Kind.NAVIGATION, LINKS
    if _only_address(text):
        return Kind.NAVIGATION, "nothing but an address"
    if text != seen.raw and _COLUMNS.search(seen.raw) and _spaced(seen):
        return Kind.NAVIGATION, "short parts between wide spaces"
    return _listed(seen)


def _only_address(text: str) -> bool:
    if any(map(text.__contains__, _IN_ADDRESSES)):
        text = _URL.sub("", text)
    return not (_PAGES.sub("", text) if "/" in text else text).strip(" :-–—|.,()<>")


def _spaced(seen: Look) -> bool:
    """Short parts between wide spaces, of which some are what menus say, and no figures as in a table."""
    parts = [part.strip() for part in _COLUMNS.split(seen.raw) if part.strip()]
    return (
        len(parts) > 2  # noqa: PLR2004 - two may be a label and its value
        and not seen.ended
        and not any(map(str.isdigit, seen.raw))
        and _short_parts(parts)
        and sum(map(_on_button, parts)) * 3 >= len(parts)
    )


def _listed(seen: Look) -> tuple[Kind, str] | None:
    """Short parts between separators, as menus and lists of partners have them."""
    if not any(map(seen.text.__contains__, _SEPARATORS)):
        return None
    parts = [part for part in _SEPARATOR.split(seen.text) if part.strip()]
    if len(parts) > 2 and " / " in seen.text and bare(parts[0]) in _HOME and len(parts[-1].split()) <= _SHORT:  # noqa: PLR2004 - two parts are no trail
        return Kind.NAVIGATION, "trail of pages"
    if len(parts) < 2 or seen.ended:  # noqa: PLR2004 - one part is not separated from any
        return None
    # two parts may be a headline and its site
    several = len(parts) > 2 or any(map(_on_button, parts))  # noqa: PLR2004 - see above
    if several and _short_parts(parts):
        return Kind.NAVIGATION, "short parts between separators"
    return None


def _on_button(part: str) -> bool:
    return is_label(part) or _MORE.fullmatch(part.strip(" »›«‹>→")) is not None


def _short_parts(parts: list[str]) -> bool:
    return all(len(part.split()) <= _PART_WORDS and not _VERB.search(part) for part in parts)
