"""English words whose forms share no stem: fall and fell, child and children."""

from collections.abc import Mapping
from typing import Final

_TEXT: Final = """
arise arose arisen, awake awoke awoken, bear bore borne born, beat beaten, become became, begin began begun, bend bent,
bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought,
build built, burn burnt, buy bought, catch caught, choose chose chosen, come came, creep crept, deal dealt,
dig dug, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen,
feed fed, feel felt, fight fought, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown,
hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led, learn learnt,
leave left, lend lent, lie lay lain, lose lost, make made, mean meant, meet met, pay paid, ride rode ridden,
ring rang rung, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken,
shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept,
slide slid, speak spoke spoken, spend spent, spin spun, stand stood, steal stole stolen, stick stuck, sting stung,
strike struck stricken, strive strove striven, swear swore sworn, sweep swept, swim swam swum, swing swung,
take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, understand understood,
undertake undertook undertaken, wake woke woken, wear wore worn, weave wove woven, weep wept, win won, wind wound,
withdraw withdrew withdrawn, withstand withstood, overcome overcame, overthrow overthrew overthrown, foresee foresaw
foreseen, write wrote written, die died dying,
man men, woman women, child children, person people, foot feet, tooth teeth, goose geese, mouse mice, ox oxen,
life lives, wife wives, knife knives, half halves, leaf leaves, loaf loaves, thief thieves, shelf shelves, wolf wolves,
calf calves, crisis crises, basis bases, analysis analyses, hypothesis hypotheses, thesis theses, phenomenon phenomena,
criterion criteria, medium media, versus vs, index indices, axis axes, bacterium bacteria
"""


def _forms() -> dict[str, tuple[str, ...]]:
    """For each form of a word its other forms; some forms belong to two words."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in _TEXT.split(","):
        words = entry.split()
        for word in words:
            found[word] = (*found.get(word, ()), *(other for other in words if other != word))
    return found


OTHER_FORMS: Final[Mapping[str, tuple[str, ...]]] = _forms()
"""The other forms of a word, by the word."""
