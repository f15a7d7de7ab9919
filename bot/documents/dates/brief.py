"""Short tables, of months, weekdays and little else, for languages that write the day before the month."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.documents.dates.lexicon import Kind, Unit, Words
from bot.documents.dates.listing import each, numbered, tense, units
from bot.documents.dates.words import ENGLISH, NEUTRAL

_GAP: Final = r"[\x20\u00a0]"
_DAY: Final = rf"(?<![\w.,/-])(?:0?[1-9]|[12][0-9]|3[01])(?:\.|-?[^\W\d_]{{1,3}}|[ºª])?{_GAP}"
_LINK: Final = rf"(?:(?:de|di|do|da|del|den|r)\.?{_GAP})?"
_WORD: Final = r"[^\s\d,;:!?()\[\]\"“”]{3,25}"
_YEAR: Final = r"[12][0-9]{3}(?!\w|[.-][0-9])"
_NO_MONTHS: Final = (
    "quarter half and the early late mid for since until from about with people over before after january february "
    "march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov "
    "dec day days week weeks month months year years fiscal season edition session annual"
)


def unread(known: str = "") -> tuple[tuple[str, Kind], ...]:
    """Dates with the year, the day and a word between them that is none of those `known`: nobody can read them."""
    foreign = rf"(?!(?:{'|'.join(known.split())})\b)" if known else ""
    return (
        (rf"{_DAY}{_LINK}{foreign}{_WORD},?{_GAP}{_LINK}{_YEAR}", Kind.UNREAD),
        (rf"{_DAY}tháng{_GAP}[0-9]{{1,2}}{_GAP}năm{_GAP}{_YEAR}", Kind.UNREAD),  # Vietnamese "20 tháng 3 năm 2023"
        (
            rf"[12][0-9]{{3}}(?:\.|{_GAP}m\.|\.{_GAP}gada){_GAP}{foreign}{_WORD}{_GAP}(?:[12][0-9]|3[01]|0?[1-9])(?![0-9])",
            Kind.UNREAD,
        ),
    )


def _words(
    language: str, months: str, weekdays: str, more: Mapping[Kind, Mapping[str, int]], **fields: object
) -> Words:
    table = {Kind.MONTH: numbered(months), Kind.WEEKDAY: numbered(weekdays, 0), **more}
    words = replace(NEUTRAL, language=language, table=table, plural=("",), tense=tense(), figures=(), day_first=True)
    return replace(words, **fields)  # type: ignore[arg-type]  # names of fields with values of their kind


_DANISH: Final[Mapping[Kind, Mapping[str, int]]] = {
    Kind.THE: each("den det de"),
    Kind.TO: each("til"),
    Kind.AND: each("og eller"),
    Kind.FROM: each("fra"),
    Kind.BETWEEN: each("mellem mellom"),
    Kind.SINCE: each("siden"),
    Kind.BEFORE: each("før inden"),
    Kind.AFTER: each("efter etter"),
    Kind.IN: each("i på under om"),
    Kind.SEASON: numbered("foråret|våren|vår sommeren|sommer efteråret|høsten|høst vinteren|vinter"),
    Kind.LAST: each("sidste forrige"),
    Kind.NEXT: each("næste neste kommende"),
    Kind.UNIT: units({Unit.WEEK: "uge uke", Unit.MONTH: "måned", Unit.YEAR: "år"}),
    Kind.COUNTED: each("personer mennesker kroner euro meter kilometer km millioner milliarder"),
    Kind.LABEL: each("nr nummer side kapitel kapittel artikel artikkel tlf lov"),
}
_FINNISH: Final = (
    "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu"
)
_SCANDINAVIAN: Final = (
    "januar|jan februar|feb marts|mars april maj|mai juni juli august|aug september|sept oktober|okt november|nov "
    "december|desember|dec|des"
)
_SCANDINAVIAN_DAYS: Final = "mandag tirsdag onsdag torsdag fredag lørdag søndag"

BRIEF: Final = (
    _words("da", _SCANDINAVIAN, _SCANDINAVIAN_DAYS, _DANISH, dotted=True),
    _words("no", _SCANDINAVIAN, _SCANDINAVIAN_DAYS, _DANISH, dotted=True),
    _words("nb", _SCANDINAVIAN, _SCANDINAVIAN_DAYS, _DANISH, dotted=True),
    _words(
        "fi",
        " ".join(f"{month}|{month}ta|{month}ssa|{month}n" for month in _FINNISH.split()),
        "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
        {
            Kind.AND: each("ja tai"),
            Kind.SEASON: numbered("keväällä kesällä syksyllä talvella"),
            Kind.DEIXIS: {"eilen": -1, "tänään": 0, "huomenna": 1},
            Kind.IN: each("vuonna"),
            Kind.LABEL: each("sivu sivulla nro numero luku"),
        },
        dotted=True,
    ),
    _words(
        "cs",
        "leden|ledna|lednu únor|února|únoru březen|března|březnu duben|dubna|dubnu květen|května|květnu "
        "červen|června|červnu červenec|července|červenci srpen|srpna|srpnu září říjen|října|říjnu "
        "listopad|listopadu prosinec|prosince|prosinci",
        "pondělí úterý středu|středa|středy čtvrtek|čtvrtka pátek|pátku sobotu|sobota|soboty neděli|neděle",
        {
            Kind.TO: each("až"),
            Kind.UNTIL: each("do"),
            Kind.AND: each("a nebo"),
            Kind.SINCE: each("od"),
            Kind.AFTER: each("po"),
            Kind.BEFORE: each("před"),
            Kind.IN: each("v ve na roku roce"),
            Kind.DEIXIS: {"včera": -1, "dnes": 0, "zítra": 1},
            Kind.LABEL: each("č číslo strana straně str kapitola"),
        },
        dotted=True,
    ),
    _words(
        "ro",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie|noembrie decembrie",
        "luni marți miercuri joi vineri sâmbătă duminică",
        {
            Kind.TO: each("la"),
            Kind.UNTIL: each("până"),
            Kind.AND: each("și sau"),
            Kind.BETWEEN: each("între"),
            Kind.IN: each("în din"),
            Kind.AFTER: each("după"),
            Kind.DEIXIS: {"ieri": -1, "astăzi": 0, "azi": 0, "mâine": 1},
            Kind.LABEL: each("nr pagina numărul capitolul"),
        },
        doubtful=frozenset(("mai", "luni", "joi")),
    ),
    _words(
        "el",
        "ιανουαρίου|ιανουάριο|ιανουάριος φεβρουαρίου|φεβρουάριο|φεβρουάριος μαρτίου|μάρτιο|μάρτιος "
        "απριλίου|απρίλιο|απρίλιος μαΐου|μαίου|μάιο|μάιος ιουνίου|ιούνιο|ιούνιος ιουλίου|ιούλιο|ιούλιος "
        "αυγούστου|αύγουστο|αύγουστος σεπτεμβρίου|σεπτέμβριο|σεπτέμβριος οκτωβρίου|οκτώβριο|οκτώβριος "
        "νοεμβρίου|νοέμβριο|νοέμβριος δεκεμβρίου|δεκέμβριο|δεκέμβριος",
        "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
        {
            Kind.THE: each("το τον την του της"),
            Kind.AND: each("και ή"),
            Kind.TO: each("ως έως"),
            Kind.UNTIL: each("μέχρι"),
            Kind.SINCE: each("από"),
            Kind.IN: each("στις στην στον στο"),
            Kind.DEIXIS: {"χθες": -1, "χτες": -1, "σήμερα": 0, "αύριο": 1},
            Kind.LABEL: each("σελίδα αριθμός κεφάλαιο"),
        },
        doubtful=frozenset(("τρίτη", "τετάρτη", "πέμπτη", "δευτέρα")),
    ),
    _words(
        "id",
        "januari februari maret april mei juni juli agustus september oktober november desember",
        "senin selasa rabu kamis jumat sabtu minggu",
        {
            Kind.AND: each("dan atau"),
            Kind.TO: each("sampai hingga"),
            Kind.SINCE: each("sejak"),
            Kind.BEFORE: each("sebelum"),
            Kind.AFTER: each("setelah"),
            Kind.IN: each("pada di tahun"),
            Kind.DEIXIS: {"kemarin": -1, "besok": 1},
            Kind.LABEL: each("nomor halaman bab"),
        },
        doubtful=frozenset(("minggu",)),
    ),
)

UNKNOWN: Final = replace(ENGLISH, figures=unread(_NO_MONTHS))
"""For a text of which the language is not known: English, but for dates with a word that may be another month."""
OTHER: Final = replace(NEUTRAL, figures=unread())
"""For a language without a table."""
