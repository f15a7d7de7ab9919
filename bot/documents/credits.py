"""Credits: lines that say when a text was published, by whom, and where it comes from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro"
    r"|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|juni"
    r"|augusti?|stycznia|lutego|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября"
    r"|ноября|декабря)\.?"
)
_DATE: Final = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:t\d\d:\d\d(?::\d\d)?(?:z|[+-]\d\d:?\d\d)?)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-(?:\d\d){1,2}|\d{4}年\d{1,2}月\d{1,2}日"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?(?:\sof|\sde)?\s{_MONTH},?(?:\sde)?\s\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}",
    re.IGNORECASE,
)
# every such date has
_FIGURES: Final = re.compile(r"\d(?:[-/.]\w|年)|\s\d{4}")
_TIME: Final = re.compile(
    r"\d{1,2}h\d\d|\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?(?![a-z])", re.IGNORECASE
)
_LABEL: Final = re.compile(
    r"\b(?:first |last |date )?(?:published|posted|updated|modified|released|issued|created|filed|dated?|on|at|from|by"
    r"|source|author|editor|et|est|edt|gmt|utc|bst|cet|cest|pt|pst|pdt|ist|jst|hrs|uhr|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|for immediate release|press release|minutes?|min|read|reading time"
    r"|views|print"
    r"|publié|publiée|modifié|le|à|mis|mise|jour|veröffentlicht|aktualisiert|stand|am|um|publicado|actualizado|el|las"
    r"|pubblicato|aggiornato|il|alle|опубликовано|обновлено|в|den|received|accepted|revised|submitted)\b\.?",
    re.IGNORECASE,
)
_STATED: Final = re.compile(
    r"(?:first |last |date )?(?:published|posted|updated|modified|released|issued|created|filed|dated?|publiée?"
    r"|veröffentlicht|publicado|pubblicato|опубликовано)\b",
    re.IGNORECASE,
)
_NAME: Final = r"(?:[A-ZÀ-ÖØ-ÞА-Я][\w.'’-]*|[A-ZÀ-ÖØ-ÞА-Я]\.)"
_LINK: Final = r"(?:&|and|und|et|y|with|of|for|at|in|from|the|de|da|di|van|von|der|al|bin)"
_NAMES: Final = rf"{_NAME}(?:(?:\s|,\s?|\s?{_LINK}\s){_NAME}){{0,9}}"
_WORK: Final = (
    r"(?:[Ww]ritten|[Tt]ext|[Rr]eport(?:ed|ing)?|[Pp]osted|[Ss]tory|[Ww]ords|[Aa]rticle|[Rr]ecipe|[Ee]ssay|[Rr]eview"
    r"|[Aa]nalysis|[Cc]olumn|[Oo]pinion|[Cc]omment(?:ary)?)"
)
_BY: Final = re.compile(
    rf"(?:(?:{_WORK} by|[Bb]y:?|BY:?|[Vv]on|[Pp]ar|[Pp]or|di|door)\s+(?!(?:ORDER|Order|order)\b)|[Aa]uthors?:\s*)"
    rf"(?P<author>{_NAMES})(?:\s*[|·•,–—-]\s*(?P<rest>.{{0,80}}))?$"
)
_ADDRESS: Final = re.compile(r"\s+\S+@\S+\.\w+$")
_CREDIT: Final = re.compile(
    r"(?:(?:additional |more )?(?:reporting|editing|(?:co-?)?(?:written|authored)|edited|reviewed|contributed"
    r"|prepared|compiled|minutes taken|minutes"
    r"|translated|translation|translator"
    r"|photo(?:s|graphs?|graphy|graphed)?|images?|pictures?|video|illustrations?|graphics?|sources?"
    r"|(?:photo |image |picture )?credits?|text|words|interview(?:ed)?|compiled|produced|adapted"
    r"|(?:media|press) contacts?|übersetzung|übersetzt|quelle|foto|traduction|traducción|fuente|перевод|источник"
    r"|来源|作者|编辑))(?:\s+by\b|\s+von\b|\s+de\b)?\s*[:：]?\s*(?P<name>.*)$",
    re.IGNORECASE,
)
_COLON_CREDIT: Final = re.compile(
    r"(?:from|to|cc|sent|user(?:name)?|poster|member|nick|issued by|prepared by|recorded by|minute[- ]taker"
    r"|minutes(?: taken)? by|date|time|venue|location|jel(?: codes?)?|departamento|referencia|aktenzeichen|az"
    r"|datum|uhrzeit|ort|zeit|lieu|fecha|lugar|data|ora|luogo|local|editors?|author|reporter|correspondent|contact|e-?mail"
    r"|tel(?:ephone)?|phone|fax"
    r"|justices|in-reply-to|message-id|references|reply-to|organization|list-\w+|mailing-list|publisher|автор"
    r"|текст|фото|источник|редактор|place|release|message|before|coram|judges?|counsel(?: for .{1,40})?"
    r"|appearances|key ?words"
    r"|schlagwörter|mots[- ]clés|palabras clave|correspondence(?: to)?|thread starter|start date|op"
    r"|attorneys?(?: for .{1,40})?|embargo(?:ed)?(?: until)?)\s*:\s*\S",
    re.IGNORECASE,
)
# `Beginn: 19.30 Uhr`, `Tag: Dienstag, 9. Mai 2006`, `Meeting called to order: 7:02 pm`
_WHEN: Final = re.compile(
    rf"[^\W\d_]\w{{1,20}}:\s+(?:\w+,? )?(?:{_DATE.pattern}|{_TIME.pattern})(?:,? (?:{_TIME.pattern}|Uhr|h|hrs))?\.?",
    re.IGNORECASE,
)
_EDITOR: Final = re.compile(r"(?:editors?|publisher|redaktion|rédaction)\s*:", re.IGNORECASE)
_CLOSING: Final = re.compile(r"[(\[（【](?:(?:avec|mit|with|con)\s)?(?P<name>[^()\[\]（）【】]{2,60})[)\]）】]\.?$")
_SHORT_DATE: Final = re.compile(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th"
    rf"|\.)? {_MONTH}|{_MONTH} (?:(?:19|20)\d\d|['’]\d\d)|(?:spring|summer|autumn|fall|winter|frühjahr|sommer|herbst"
    rf"|automne|hiver|otoño) \d{{4}})"
    r"|(?:\d{1,2}|an?|one|two|three|several) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago"
    r"|\d{1,2} ?[hmd] ago"
    r"|\W{0,3}(?:(?:asked|answered|edited|modified|viewed|posted|active|replied|commented|joined|submitted"
    r"|op)\b[^.!?]{0,40} )?"
    r"\d{1,2} ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|mo|years?|yrs?)\.?(?:, \d{1,2} \w+)? ago"
    r"|yesterday|vor \d+ (?:minuten|stunden|tagen)|il y a \d+ (?:heures?|minutes?|jours?)|hace \d+ (?:horas?"
    r"|minutos?|días?)",
    re.IGNORECASE,
)
_MADE_BY: Final = re.compile(
    r"this (?:episode|show|podcast|series|programme|program|film|video|report|story|article|piece|book|project) "
    r"(?:was|is) (?:\w+ )?(?:produced|edited|written|hosted|reported|recorded|translated|fact-checked|mixed"
    r"|directed)\b"
    r"|special thanks to [A-Z]|(?:our|the) (?:theme|music|sound design|artwork) (?:is|was) by"
    r"|[A-Z]\w+(?: [A-Z]\w+)? reported from [A-Z][^,]{2,60}\.|reporting (?:was contributed )?by\b",
    re.IGNORECASE,
)
# a script without spaces: more than a name and a label beside the date, unless it is said whose they are
_SENTENCE_SIGNS: Final = re.compile(r"(?:[\u3040-\u30ff\u3400-\u9fff][^\w\s]*(?<![年月日时時分])){9,}")
_RUNS_ON: Final = re.compile(r"\d[日月](?![星周上下晚早讯電电报發发出刊至到])[\u3400-\u9fff]")
_SOURCE_SIGNS: Final = re.compile(r"(?:来源|來源|作者|记者|記者|编辑|編輯|责编|发布|發布|出典|提供)\s*[:：]?")
_ASIDE: Final = re.compile(r"\s*\([^()]{1,40}\)$")
_POSTED: Final = re.compile(
    r"(?:posted|written|published|submitted|gepostet|publié|publicado|опубликовал[аи]?)(?: by| von| par| por)? "
    r"[^.!?]{2,40}? (?:at|on|in|um|à|a las|,|—|-|•|·) ?[^.!?]{0,30}\d[^.!?]{0,20}",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    rf"(?!(?:A|An|The) ){_NAME}(?: {_NAME}){{1,3}}(?: for |/| via | ?/ )(?:the |The )?{_NAME}(?: {_NAME}){{0,3}}"
)
_ROLE: Final = re.compile(
    r"(?:by )?(?:our |the )?(?:(?:senior|chief|deputy|associate|assistant|contributing|managing|special|foreign"
    r"|political|local|city|business|sports?|science|health|education|environment|transport|crime|staff"
    r"|freelance|guest|news|features?|digital|investigations?|national|diplomatic|world|affairs|rural"
    r"|economics?|technology|arts|culture) ){0,4}"
    r"(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|news ?desk"
    r"|agencies|desk|bureau chief|photographer)(?:,? (?:in|for|at) [A-Z][\w ]{2,30})?",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    r"\bcontributed(?: (?:to this (?:report|story|article|post)|reporting)\b|\.$)", re.IGNORECASE
)
_NOT_NAMES: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|will|said|laughs?|laughter|applause|pause|sic|continued|end|see)\b", re.IGNORECASE
)
_RELEASE: Final = re.compile(
    r"(?:presse|medien)mitteilung|communiqué(?: de presse)?|nota de prensa|comunicato stampa|пресс-релиз"
    r"|for (?:immediate )?release(?:\s?:.{0,60})?|(?:news|press|media) release|embargoed until.*",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(rf"(?:—|–|--|-)\s?{_NAMES}$")
_SOURCE: Final = re.compile(r"\b(?:source|quelle|fuente|来源)\s*[:：]\s*(?P<name>[^|·•\n]{2,80})", re.IGNORECASE)
_FROM: Final = re.compile(
    r"from .{2,60}, the free \w+|as (?:prepared|delivered|written)(?: for delivery)?|check against delivery",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(
    r"[(\[]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[)\]]?\s*(?:[ap]\.?m\.?)?(?:\s(?:[A-Z]{2,4}|Uhr))?", re.IGNORECASE
)
_FILE_NUMBER: Final = re.compile(
    r"(?:nr|no|№|nº|n°)\.? ?\d[\w/.-]{0,20}|"
    r"(?:post|message|msg|beitrag|comment) ?#\d{1,6}|(?:working|discussion|occasional|policy|research|briefing) "
    r"(?:paper|brief|note|report)s?,? (?:series,? )?(?:no\.? ?|#)?\d[\w/.-]{0,12}"
    r"|(?:vol(?:ume)?|issue|number|edition|serial|press release|pressemitteilung|ausgabe|numéro|número"
    r"|bulletin)\b\.? ?(?:no\.? ?|nr\.? ?|#)?\d.{0,40}|"
    r"(?:case|docket|file|reference|ref|application|appeal|claim|bill|report|document|doc)\.? (?:no|nos|number"
    r"|nr)\b\.?:?\s\S.{0,40}",
    re.IGNORECASE,
)
_MEMBER: Final = re.compile(
    r"(?:(?:joined|posts|messages|location|member since|registered|reputation|rank|threads|likes"
    r"|karma)\s*:\s*[^:]{1,40}?[,;|·\s]*){1,4}",
    re.IGNORECASE,
)
_JUDGE: Final = re.compile(rf"{_NAME}(?:(?:,|,? and) {_NAME}){{0,3}},? (?:JJ?|[CL]JJ?|JSC|JA|J\.A)\.?:?")
_WORK_BY: Final = re.compile(
    r"\b(?:produced|edited|directed|hosted|presented|written|recorded|music|sound|artwork|design|photos?|words"
    r"|mixed)\sby\s[A-Z]",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(
    r"(?:(?:avec|mit|with|con) [A-Z]{2,6}(?:[,/ ]+(?:and |et |und |y )?[A-Z]{2,6}){0,3}$|con información de|mit "
    r"material von|mit agenturmaterial|avec (?:afp|agences?)|with (?:agency|agencies|wire)"
    r"|con agenzie)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_USER: Final = re.compile(r"[\w.@-]+")
_SIGNING: Final = re.compile(
    r"\b(?:sign(?:ed|ature)|date|name|place|by|seal|datum|unterschrift|fait|firma)\b",
    re.IGNORECASE,
)
_FILL_IN: Final = re.compile(r"[.…_]{5,}")
_BARS: Final = re.compile(r"\s+[|·•—–]\s+|\s*\|\s*|(?<=[a-z]{2})\.\s+(?=[A-Z])")
_STRONG_BAR: Final = re.compile(r"[|·•]|\s[—–]\s")
_PARTED_WORDS: Final = 30
_PARTS: Final = re.compile(r"\s*[|·•]\s*|\s+[—–]\s+")
_FORMAL: Final = (
    (_FROM, "where the text comes from"),
    (_FILE_NUMBER, "file number"),
    (_MEMBER, "details of a member"),
    (_JUDGE, "name of a judge"),
)
_SMALL: Final = frozenset({"of", "the", "de", "and", "in", "a", "s"})
_LONGEST: Final = 240
_REST_WORDS: Final = 4
_SENTENCE_WORDS: Final = 9
_NAME_WORDS: Final = 8
_DATE_REST: Final = 8
_CREDIT_WORDS: Final = 16
_PART_WORDS: Final = 6
_MOST_PARTS: Final = 5
_USER_WORDS: Final = 3
_BY_WORDS: Final = 22
_ENDED_WORDS: Final = 10


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit says; `reason` names its form."""

    reason: str
    author: str | None = None
    publisher: str | None = None
    source: str | None = None


def read(line: str) -> Credit | None:
    """Read a line as a credit or a date line; None where it is neither.

    Args:
        line: A paragraph, cleaned of marks that set it, its white space single spaces.
    """
    words = len(line.split(maxsplit=_PARTED_WORDS + 1))
    if words <= _PARTED_WORDS and (_MADE_BY.match(line) or _CONTRIBUTED.search(line)):
        return Credit("credit")
    if (
        not line
        or len(line) > _LONGEST
        or words > (_ENDED_WORDS if line[-1] in ".!?”" and not line.endswith(".m.") else _BY_WORDS)
    ):
        several = words <= _BY_WORDS and len(_WORK_BY.findall(line[:_LONGEST])) > 1
        return Credit("credit") if several else _parted(line) if words <= _PARTED_WORDS else None
    return (
        _closing(line)
        or _by(line)
        or _parted(line)
        or _dated(line)
        or _labelled(line)
        or _signed(line)
        or _formal(line)
    )


def _closing(line: str) -> Credit | None:
    """A name in brackets, as agencies and papers close a report."""
    found = _CLOSING.fullmatch(line)
    if found is None or not found["name"][0].isupper() or _NOT_NAMES.search(found["name"]):
        return None
    name = found["name"].strip()
    plain = all(part[:1].isupper() or part in _SMALL for part in name.split())
    publisher = name if plain and ";" not in name and "/" not in name and not _DATE.search(name) else None
    return Credit("credit in brackets", publisher=publisher)


def _by(line: str) -> Credit | None:
    if (found := _BY.match(_ADDRESS.sub("", line))) is None:
        return None
    rest = found["rest"] or ""
    if rest.endswith((".", "!", "?")) and len(rest.split()) > _REST_WORDS:
        return None
    return Credit("author's name", author=_plain_name(found["author"]))


def _parted(line: str) -> Credit | None:
    """Parts between bars or dots, one of which is a credit by itself and the others short."""
    if not _STRONG_BAR.search(line) and not _CREDIT.match(line) and not _STATED.match(line):
        return None
    parts = [part.strip() for part in _BARS.split(line) if part.strip()]
    if not 1 < len(parts) <= _MOST_PARTS or line.endswith(("!", "?")):
        return None
    read = [_by(part) or _dated(part) or _labelled(part) or _formal(part) for part in parts]
    rest = [part for part, one in zip(parts, read, strict=True) if one is None]
    telling = [
        one for part, one in zip(parts, read, strict=True) if one is not None and not _SHORT_DATE.fullmatch(part)
    ]
    if not telling or any(len(part.split()) > _PART_WORDS for part in rest):
        return None
    # sentences are credits only where each of them is one
    if rest and not _STRONG_BAR.search(line):
        return None
    author = next((one.author for one in read if one is not None and one.author), None)
    source = next((one.source for one in read if one is not None and one.source), None)
    return Credit("date line" if _DATE.search(line) else "credit", author=author, source=source)


def _dated(line: str) -> Credit | None:  # noqa: PLR0911 - one rule after the other, the first that fits
    """A line that holds a full date and little else."""
    figures = any(map(str.isdigit, line))
    if (figures or line.lower().endswith(("ago", "yesterday"))) and _SHORT_DATE.fullmatch(line):
        return Credit("date line")
    if not figures or _FIGURES.search(line) is None or not _DATE.search(line):
        return None
    if (
        line[-1] in "。！？"
        or _RUNS_ON.search(line)
        or (_SENTENCE_SIGNS.search(line) and not _SOURCE_SIGNS.search(line))
    ):
        return None
    line = _ASIDE.sub("", line)
    rest = _LABEL.sub(" ", _TIME.sub(" ", _DATE.sub(" ", line)))
    words = [word for word in re.split(r"[\s|·•,;:/()\[\]–—-]+", rest) if any(map(str.isalpha, word))]
    if _parts_beside_date(line) or _user_and_time(line, words):
        return Credit("date line", source=_source_in(line), author=_author_in(line))
    if len(words) > _REST_WORDS and line.isupper() and not _parts_beside_date(line):
        return None
    # with a full stop it answers a question, such as when the next meeting is
    if len(words) > _DATE_REST or (
        line.endswith(".") and not line.endswith((".m.", "Uhr.")) and not _STATED.match(line)
    ):
        return None
    labelled = len(words) <= _REST_WORDS and _LABEL.match(line)
    if not labelled and any(word[:1].islower() and word.lower() not in _SMALL for word in words):
        return None
    return Credit("date line", source=_source_in(line), author=_author_in(line))


def _without_dates(line: str) -> str:
    """A line without the dates in it."""
    return _DATE.sub(" ", line)


def _user_and_time(line: str, words: Sequence[str]) -> bool:
    """Whether a line is a date, a time and at most a name, as it stands above a post."""
    return (
        len(words) <= _USER_WORDS
        and not line.endswith(".")
        and "(" not in line
        and all(map(_USER.fullmatch, words))
        and _TIME.search(_without_dates(line)) is not None
    )


def _parts_beside_date(line: str) -> bool:
    """Whether a line is a date and a few short parts, set off by separators."""
    parts = [part for part in _PARTS.split(line) if part]
    return (
        1 < len(parts) <= _MOST_PARTS
        and any(_DATE.fullmatch(part) for part in parts)
        and all(len(part.split()) <= _PART_WORDS and not part.endswith((".", "!", "?")) for part in parts)
    )


def _author_in(line: str) -> str | None:
    for part in re.split(r"\s*[|·•]\s*", line):
        if found := _BY.match(part.strip()):
            return _plain_name(found["author"])
    return None


def _source_in(line: str) -> str | None:
    return found["name"].strip() if (found := _SOURCE.search(line)) else None


def _labelled(line: str) -> Credit | None:  # noqa: PLR0911 - one rule after the other, the first that fits
    words = len(line.split())
    if words > _CREDIT_WORDS:
        return None
    if _RELEASE.fullmatch(line.strip(" :-–—*")):
        return Credit("release line")
    found = _CREDIT.match(line)
    labelled = found and found["name"].strip() and (":" in line or "：" in line or " by " in line.lower())
    # a sentence may begin with such a word too
    if labelled and not (line.endswith(".") and words > _SENTENCE_WORDS):
        return Credit("credit", source=_source_in(line))
    if line.startswith("SOURCE ") and words <= _NAME_WORDS:
        return Credit("source line", publisher=line.removeprefix("SOURCE ").strip())
    if _WHEN.fullmatch(line):
        return Credit("labelled line of a letter head or credit")
    if _COLON_CREDIT.match(line) and (not line.endswith(".") or (_EDITOR.match(line) and words <= _NAME_WORDS)):
        return Credit("labelled line of a letter head or credit")
    return None


def _signed(line: str) -> Credit | None:
    if len(line.split()) <= _NAME_WORDS and _SIGNED.fullmatch(line):
        return Credit("signature")
    return None


def _formal(line: str) -> Credit | None:
    """Lines by which courts, forums, wikis and transcripts say what a text is."""
    bare = line.strip(" *_")
    figures = any(map(str.isdigit, bare))
    for form, reason in _FORMAL:
        if (figures or reason != "file number") and form.fullmatch(bare):
            return Credit(reason)
    if (figures and _POSTED.fullmatch(bare)) or _FOR.fullmatch(bare) or (_ROLE.fullmatch(bare) and " " in bare):
        return Credit("credit")
    if figures and _HOUR.fullmatch(_STATED.sub("", bare, count=1).strip(" :")):
        return Credit("time of day")
    if len(_WORK_BY.findall(bare)) > 1 or _AGENCY.match(bare):
        return Credit("credit")
    blanks = len(_FILL_IN.findall(bare))
    if blanks and len(_FILL_IN.sub(" ", bare).split()) <= _USER_WORDS * blanks + blanks // 2 and _SIGNING.search(bare):
        return Credit("line to be filled in")
    return None


def _plain_name(name: str) -> str:
    return name if name.endswith((" Jr.", " Sr.")) else name.strip(" ,;.|·•-–—")
