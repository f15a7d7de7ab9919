"""Words of which a changed one changes what is said: negations and numbers, in the form of `wording`."""

from typing import Final

_NEGATIONS_TEXT: Final = """
ain aint arent barely cannot cant couldnt couldnot darent didnt doesnt dont hadnt hardly hasnt havent isnt mightnt
mustnt neednt neither never no nobody none nor not nothing nowhere oughtnt rarely scarcely seldom shant shouldnt unable
wasnt werent without wont wouldnt
aucun aucune jamais pas rien sans kein keine keinem keinen keiner keines nicht nichts nie niemals niemand ohne
nada nadie ningún ninguna ninguno nunca sin tampoco nao não nem ninguém nenhum nenhuma sem
mai nessuno nessuna niente non senza не нет ни никогда никто ничего без 不 没 沒 無 无 未 非
"""
_NUMBERS_TEXT: Final = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
millions billion billions trillion trillions dozen dozens half quarter double triple twice thrice first second third
fourth fifth sixth seventh eighth ninth tenth
"""
_NEGATIONS: Final = frozenset(_NEGATIONS_TEXT.split())
_NUMBERS: Final = frozenset(_NUMBERS_TEXT.split())
_PREFIXES: Final = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "mis")
_SHORTEST: Final = 4


def is_negation(word: str) -> bool:
    """Whether a word says that something is not so."""
    return word in _NEGATIONS


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or spelt out."""
    return word in _NUMBERS or any(character.isdigit() for character in word)


def are_opposite(first: str, second: str) -> bool:
    """Whether two words differ by a prefix that turns one round: likely and unlikely."""
    long, short = sorted((first, second), key=len, reverse=True)
    return len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES)
