"""Words of other languages than English that ask or hold a sentence together, and say nothing of what is asked for.

For each language question words and verbs of speech, then articles, prepositions and their like. Which language a query
is in is told by these words alone: two of them that outnumber the English ones, or a question word at the beginning.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bot.folding import fold
from bot.store.han import SIMPLIFIED
from bot.store.indexing import plain
from bot.store.stopwords import STOP_WORDS

_QUESTIONS: Final[Mapping[str, str]] = {
    "de": "wer wen wem wessen was wann wo wohin woher warum weshalb wieso wie welche welcher welches welchen welchem",
    "es": "quién quiénes qué cuándo dónde adónde cómo cuánto cuánta cuántos cuántas cuál cuáles",
    "fr": "qui que quoi quand où comment combien pourquoi quel quelle quels quelles lequel laquelle",
    "it": "chi che cosa quando dove come quanto quanta quanti quante perché quale quali",
    "nl": "wie wat wanneer waar waarom hoe hoeveel welk welke waarheen",
    "pt": "quem que quê quando onde como quanto quanta quantos quantas qual quais",
    "ru": "кто кого кому кем что чего чем когда где куда откуда как сколько почему зачем какой какая какое какие каких",
    "sv": "vem vad när var vart varför hur vilken vilket vilka",
}
_OTHERS: Final[Mapping[str, str]] = {
    "de": "sagt sagte sagten gesagt sprach gesprochen meint meinte erklärte gibt gab es der die das den dem des ein "
    "eine einer eines einem einen und oder aber ist sind war waren wird werden wurde wurden worden hat haben "
    "hatte hatten im in an am auf aus bei mit nach von vom zu zum zur über unter um für gegen durch ohne als "
    "auch nicht noch nur so sich er sie wir ihr ihm ihn sein seine seiner ihre ihrer dass ob wenn dann dort "
    "hier viel viele vielen lange",
    "es": "dijo dice dicen dijeron habló hablar sobre acerca el la los las un una unos unas y e o u pero es son era "
    "eran fue fueron ser está están ha han había hay de del al a en con sin por para entre desde hasta se su "
    "sus lo le les no más muy ya también si hace mucho muchos tanto cada",
    "fr": "dit disait parle parlé déclaré sujet propos le la les l un une des du de d et ou mais est sont était "
    "étaient fut sera a ont avait été au aux en dans sur sous par pour avec sans entre chez il elle ils elles "
    "on se s ce cet cette ces c son sa ses leur leurs ne n pas plus y qu est-ce t j nous vous depuis",
    "it": "disse dice detto dicono parla parlato il lo la i gli le l un uno una e ed o ma è sono era erano fu "
    "furono stato stata ha hanno aveva di del della dei degli delle dello da dal dalla in nel nella nei con "
    "su sul sulla per tra fra a al alla ai si non più anche ci suo sua suoi quel molto",
    "nl": "zei zegt zeiden gezegd sprak over de het een en of maar is zijn was waren werd werden wordt worden heeft "
    "hebben had in op aan bij met naar van voor door uit om tot te er niet ook nog hij zij ze hun die dat "
    "deze dit veel",
    "pt": "disse diz disseram falou sobre o a os as um uma uns umas e ou mas é são era eram foi foram ser está "
    "estão tem têm havia há de do da dos das ao à aos no na nos nas em com sem por para pelo pela entre até "
    "se seu sua não mais",
    "ru": "сказал сказала сказали говорил говорила говорит говорят заявил заявила о об про и а но или в во на с со "
    "к ко у из от до по за под над при для не ни ли бы же был была было были есть это этот эта эти его ее её "
    "их он она они оно там тут так уже ещё более",
    "sv": "sa sade säger sagt talade om en ett den det de och eller men är var vara blev blir har hade i på av till "
    "från med för vid som inte också han hon sin sitt sina många mycket",
}
_RUNS: Final = """
什么时候 什麼時候 什么 什麼 何时 何時 何人 何处 哪里 哪裡 哪儿 哪个 哪些 谁 誰 为什么 為什麼
为何 怎么样 怎么 怎麼 怎样 如何 多少 几个 幾個 多久 是否 吗 嗎 呢
关于 關於 说了 說了 表示 的 了
いつ だれ どこ なに なぜ どうして どのように どれくらい どのくらい いくつ いくら 何人 何年 何時
について でしょうか ですか ましたか ますか ました ですが という 何と言った と言った 何と 何を
何が 何で
누가 누구 언제 어디에서 어디서 어디에 어디 무엇을 무엇 무슨 왜 어떻게 얼마나 얼마 몇 대해
대하여 관해 관하여 했습니까 합니까 입니까 했나요 인가요 나요 말했습니까 말했다 말했나
ใคร เมื่อไร เมื่อไหร่ เมื่อใด ที่ไหน อะไร อย่างไร ยังไง เท่าไร เท่าไหร่ ทำไม กี่ หรือไม่ ไหม เกี่ยวกับ พูดถึง
พูด กล่าวว่า กล่าว บอก คือ และ ของ เป็น
"""
_ASKING_RUN: Final = re.compile("|".join(sorted(map(re.escape, map(fold, _RUNS.split())), key=len, reverse=True)))
_FEWEST: Final = 2


def _sets(texts: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(plain(fold(text)).split()) for language, text in texts.items()}


_ASKS: Final = _sets(_QUESTIONS)
_STOPS: Final = {language: words | _ASKS[language] for language, words in _sets(_OTHERS).items()}


def foreign_stop_words(typed: Iterable[str]) -> frozenset[str] | None:
    """The words that say nothing in the language that a query is in, without accents; None for English or none known.

    Args:
        typed: The folded words of the query in order.
    """
    words = [plain(word) for word in typed]
    english = sum(word in STOP_WORDS for word in words)
    counts = {language: sum(word in stops for word in words) for language, stops in _STOPS.items()}
    best = max(counts, key=lambda language: (counts[language], bool(words) and words[0] in _ASKS[language]))
    asks = len(words) > 1 and words[0] in _ASKS[best]
    return _STOPS[best] if counts[best] > english and (asks or counts[best] >= _FEWEST) else None


def without_asking(run: str, start: int) -> Iterator[tuple[str, int]]:
    """What is left of a run of a script without spaces, piece by piece, when what only asks is taken out.

    Args:
        run: The characters, folded.
        start: Where they begin; the places of the pieces count from there.
    """
    at = 0
    for found in _ASKING_RUN.finditer(run.translate(SIMPLIFIED)):
        if found.start() > at:
            yield run[at : found.start()], start + at
        at = found.end()
    if at < len(run):
        yield run[at:], start + at
