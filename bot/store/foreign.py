"""What the index holds of a paragraph besides its words: stems of other languages, grams of scripts without spaces."""

from bot.documents.languages import detect
from bot.store.indexing import folded_words, plain
from bot.store.scripts import UNSPACED, indexed_grams, is_unspaced
from bot.store.snowball import code_of, indexed_stems


def index_stems(text: str, language: str | None) -> str:
    """The column `stems` of the index for a paragraph.

    A paragraph of a foreign document that is in another language, such as a quotation, is stemmed by its own. Those of
    English documents have no stems here.

    Args:
        text: The paragraph.
        language: The language of its document, as an ISO 639 code; None where it is not known.
    """
    code = None
    if language is None or code_of(language):
        code = code_of(detect(text) or language)
    elif text.isascii():
        return ""
    words = folded_words(text) if code or UNSPACED.search(text) else []
    found = [gram for word in words if is_unspaced(word) for gram in indexed_grams(plain(word))]
    return " ".join([*found, *(indexed_stems(words, code) if code else ())])
