"""Words of which a changed one changes what is said: negations, numbers, opposites, in the form of `words`."""

from collections.abc import Collection
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
_TURNING_TEXT: Final = """
can could may might must ought shall should will would wouldve allegedly apparently possibly probably reportedly
supposedly almost barely even just mainly mostly nearly only partly wholly former formerly ex acting all any both
each either every everyone few fewer half least less many more most much several some someone too very
after against before below above between beyond by despite during down except for from into out outside over since
through to toward towards under until up upon via within off inside onto
although but however if otherwise though unless whereas whether or than instead yet still again ever once
he him his himself she her hers herself they them their we us our you your i me my it its
who whom whose what when where why how
did do does had has have having was were is are am be been being
"""
_OPPOSITES_TEXT: Final = """
accept:refuse accept:reject accepted:refused accepted:rejected allow:ban allow:forbid allowed:banned allowed:forbidden
approve:reject approved:rejected approve:veto approved:vetoed agree:refuse agreed:refused arrest:release
arrested:released arrive:leave arrived:left attack:defend attacked:defended begin:end began:ended best:worst
better:worse big:small bigger:smaller biggest:smallest buy:sell bought:sold buyer:seller cheap:expensive
confirm:deny confirmed:denied create:destroy created:destroyed daily:weekly weekly:monthly monthly:yearly day:night
early:late earlier:later east:west eastern:western employer:employee enemy:friend enter:leave entered:left
expand:shrink expanded:shrank export:import exports:imports exported:imported fail:pass failed:passed failure:success
fall:rise fell:rose falling:rising fallen:risen falls:rises fast:slow faster:slower first:last free:imprisoned
friend:foe gain:lose gained:lost gains:losses good:bad growth:decline grew:shrank guilty:innocent hard:easy heavy:light
high:low higher:lower highest:lowest hire:fire hired:fired hot:cold increase:decrease increase:cut increased:decreased
increased:cut increased:reduced increase:reduction increases:decreases join:leave joined:left large:small larger:smaller
largest:smallest left:right lend:borrow lent:borrowed lift:impose lifted:imposed long:short longer:shorter
major:minor male:female man:woman men:women maximum:minimum morning:evening narrow:wide near:far never:always new:old
north:south northern:southern open:close open:closed opened:closed opening:closing opponent:supporter
opponents:supporters oppose:support opposed:supported opposes:supports opposition:support optimistic:pessimistic
own:rent peace:war poor:rich positive:negative private:public profit:loss profits:losses profit:deficit raise:cut
raise:lower raised:cut raised:lowered receive:send received:sent remember:forget remain:leave remained:left right:wrong
safe:dangerous safe:unsafe seller:buyer shut:open stay:leave stayed:left start:stop start:end started:stopped
started:ended strengthen:weaken strengthened:weakened strong:weak stronger:weaker surplus:deficit survive:die
survived:died teacher:pupil thick:thin true:false victory:defeat win:lose won:lost winner:loser young:old
younger:older husband:wife brother:sister father:mother son:daughter king:queen boy:girl boys:girls
january:february march:april may:june july:august monday:tuesday today:yesterday today:tomorrow yesterday:tomorrow
"""
_NEGATIONS: Final = frozenset(_NEGATIONS_TEXT.split())
_NUMBERS: Final = frozenset(_NUMBERS_TEXT.split())
_TURNING: Final = frozenset(_TURNING_TEXT.split())
_OPPOSITES: Final = frozenset(frozenset(pair.split(":")) for pair in _OPPOSITES_TEXT.split())
_PREFIXES: Final = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "mis")
_SHORTEST: Final = 4


def is_negation(word: str) -> bool:
    """Whether a word says that something is not so."""
    return word in _NEGATIONS


def negations_among(words: Collection[str]) -> Collection[str]:
    """Those of different words that say that something is not so."""
    return _NEGATIONS.intersection(words)


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or spelt out."""
    return word in _NUMBERS or any(character.isdigit() for character in word)


def is_turning(word: str) -> bool:
    """Whether a sentence may turn on a word: may, only, before, from, she. Such words name no thing of their own."""
    return word in _TURNING


def are_opposite(first: str, second: str) -> bool:
    """Whether two words differ by a prefix that turns one round: likely and unlikely."""
    long, short = sorted((first, second), key=len, reverse=True)
    return len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES)


def are_antonyms(first: str, second: str) -> bool:
    """Whether two words are opposites or alternatives that reports deal with: rose and fell, approved and rejected."""
    if frozenset((first, second)) in _OPPOSITES:
        return True
    return first.endswith("less") and second.endswith("ful") and first[:-4] == second[:-3]
