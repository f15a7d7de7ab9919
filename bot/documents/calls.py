"""Calls and notices by their words: how much a sentence sounds like a page that speaks to whoever reads it.

No single word decides. A call opens a clause with what the reader shall do (`get`, `join`) and names what a page has to
offer (`newsletter`, `free`); a notice names the page itself, its terms and who may be reached. The weights are set by
hand, from knowledge of what such lines say, and held against running news, in which hardly a sentence reaches them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from bot.documents.cuts import terms


def _weights(**by_weight: str) -> Mapping[str, float]:
    """`one="a b"` gives 1.0 to each word; also `half` and `two`."""
    value = {"half": 0.5, "one": 1.0, "two": 2.0}
    return {word: value[weight] for weight, words in by_weight.items() for word in words.split()}


_VERBS: Final = _weights(
    two="subscribe sign download donate unlock upgrade install claim grab shop preorder tweet retweet pin renew "
    "unsubscribe abonnieren abonnez inscrivez téléchargez suscríbete suscríbase suscribirse descarga descárgate "
    "iscriviti "
    "abbonati scarica assine inscreva подпишитесь подписывайтесь скачайте скачивайте",
    one="join follow get receive try start become discover explore check compare browse view save win enter submit add "
    "enable forward tell invite rate review like share support help give send request contact email visit log login "
    "create apply scan renew activate watch listen buy order book reserve register click tap swipe stay don't "
    "never learn find read see catch tune continue missed want love liked loved enjoyed enjoying enjoy looking need "
    "ready interested got have know pre-order write upload chat call grow make hear take choose treat turn keep "
    "type tag mention value consider more "
    "jetzt lesen folgen folge teilen teile spenden unterstützen testen bestellen kaufen sichern entdecken erhalten "
    "verpassen holen laden registrieren suivez rejoignez recevez profitez découvrez partagez soutenez cliquez achetez "
    "commandez essayez participez faites retrouvez envie síguenos sígueme comparte apoya regístrate recibe únete "
    "compra "
    "prueba aprovecha haz descubre seguici condividi scopri siga receba baixe поддержите читайте присоединяйтесь "
    "следите "
    "оформите поделитесь жмите",
)
_OFFERS: Final = _weights(
    two="newsletter newsletters subscription subscriptions subscriber subscribers membership inbox giveaway "
    "promo coupon "
    "voucher discount affiliate sponsor sponsors patreon unlimited paywall ad-free infolettre boletín abonnés abonné "
    "newslettern digitalabo abo рассылку подписку suscriptores posteingang rss paperback hardcover hardback waitlist",
    one="app apps account trial deal deals offer offers free access updates alerts notifications podcast "
    "episodes facebook twitter instagram youtube linkedin tiktok whatsapp telegram mastodon bluesky x.com "
    "prices shipping tickets journalism members member premium exclusive exclusives coffee tip tips deductible "
    "gift gifts donation donations donate rabatt gratis kostenlos kostenlose angebot "
    "angebote monat offre offres gratuit gratuite gratuitement engagement chaîne anmelden oferta ofertas correo "
    "канал бесплатно "
    "discounts bonus checkout amazon bestseller checklist e-book ebook pdf course webinar demo quote catalog catalogue "
    "brochure email e-mail e-mails emails mailing rewards savings insights spam hashtag giveaways merch",
    half="news stories channel price story stories article articles post posts page blog site website link links "
    "below here coverage today "
    "now readers community digital week month year daily weekly latest packing list guide guides "
    "video videos scroll thread newsroom independent reporting work friends friend issue issues edition print "
    "morning headlines comments comment section question questions",
)
_YOU: Final = frozenset(
    [
        "you",
        "your",
        "yours",
        "yourself",
        "you're",
        "you'll",
        "you've",
        "you'd",
        "sie",
        "ihre",
        "ihren",
        "ihrem",
        "ihr",
        "dein",
        "deine",
        "deinen",
        "du",
        "vous",
        "votre",
        "vos",
        "te",
        "tu",
        "tus",
        "tuo",
        "vostra",
        "suas",
        "seu",
        "вы",
        "вас",
        "ваш",
        "вашу",
        "вам",
    ]
)
_WE: Final = frozenset(
    [
        "us",
        "our",
        "ours",
        "we",
        "my",
        "me",
        "uns",
        "unser",
        "unsere",
        "unseren",
        "nous",
        "notre",
        "nos",
        "nuestro",
        "nuestra",
        "nuestros",
        "нас",
        "наш",
        "нашу",
    ]
)
_TOLD: Final = frozenset(
    [
        "said",
        "says",
        "was",
        "were",
        "had",
        "told",
        "asked",
        "added",
        "he",
        "she",
        "they",
        "his",
        "her",
        "their",
        "him",
        "did",
        "been",
        "according",
        "would",
        "could",
    ]
)
_NOTICE: Final = _weights(
    two="cookie cookies copyright trademark trademarks disclaimer unsubscribe moderated moderators reproduced "
    "reproduction "
    "licensed licence permission unsourced isbn issn recaptcha gdpr privacy advertisers advertiser unaffiliated "
    "copyedited "
    "forward-looking captcha spam javascript login nonpartisan non-partisan nonprofit non-profit datenschutz "
    "urheberrecht confidentialité cookies-richtlinie",
    one="citations verification improve stub terms policy consent site website webpage page article articles "
    "email partnership publication publications published publisher "
    "views opinions expressed purposes advice content contents data personal comment comments commenting topic "
    "closed replies guidelines editors editorial "
    "commission commissions links partners account registration version corrected correction clarify clarified "
    "registered "
    "reserved liability accuracy errors endorsement endorse endorsed endorses warranty responsibility responsible "
    "discussion platform browser newsletter subscriber subscribers subscription mailing unsubscribed translation "
    "translated transcript "
    "transcription summary generated automatically software affiliated affiliate sponsored sponsor "
    "funded funding donations charity inquiries enquiries information editor fact-checked permissions "
    "edited edition archived kommentare leser redaktion artikel seite nutzungsbedingungen site commentaires données "
    "lecteurs comentarios datos lectores форум ошибку ctrl enter выделите нажмите комментарии сайта редакция редакции",
    half="document provided assist authoritative conversations conversation community insightful policy use uses "
    "using constitute constitutes "
    "necessarily reflect reflects official third parties party rights material materials author authors "
    "available contact questions visit organisation organization institute centre center",
)
_SELF: Final = re.compile(
    r"\b(?:this|the present|our|these|diese[rs]?|cet(?:te)?|este|esta) (?:web ?)?(?:site|page|article|newsletter"
    r"|e-?mail|publication|document|transcript"
    r"|translation|report|post|summary|guide|fact ?sheet|story|series|column|paper|brief|section|piece|video"
    r"|essay|release|product|thread|forum"
    r"|digest|bulletin|version|topic|discussion|conversation|website|blog|podcast|episode|artikel|seite|beitrag|artículo)\b",
    re.IGNORECASE,
)
_POINTING: Final = frozenset(
    {"this", "present", "our", "these", "diese", "dieser", "dieses", "cet", "cette", "este", "esta"}
)
_TELLING: Final = frozenset({"i"}).union(_NOTICE, _POINTING, _YOU, _WE)
"""The words by which a notice is told from other texts."""
_PLEASE: Final = re.compile(r"\bplease (?:visit|see|check out|call|click|go to) (?:our|us|here)\b", re.IGNORECASE)
_MONEY: Final = re.compile(r"[$€£]\s?\d|\d\s?(?:[$€£]|%|percent off\b)")
_CLAUSE: Final = re.compile(
    r"[.!?:—–|•>]\s+|,\s+(?=please\b)|(?<=^)(?:if|when) (?:you|someone|somebody|a friend)\b[^,.]{2,60},\s+",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:[.'][^\W\d_]+)*")
_SKIPPED: Final = frozenset(
    {"please", "to", "and", "so", "just", "now", "simply", "then", "or", "yes", "bitte", "hey", "psst", "also"}
)
_ASKING: Final = frozenset(
    [
        "enjoyed",
        "enjoying",
        "enjoy",
        "like",
        "liked",
        "love",
        "loved",
        "want",
        "wants",
        "looking",
        "need",
        "ready",
        "interested",
        "got",
        "have",
        "know",
        "missed",
        "envie",
        "missing",
        "curious",
        "hungry",
        "new",
    ]
)
_LONGEST: Final = 45
_LONG: Final = 25
_NOTICE_WORDS: Final = 24
_SHORT: Final = 14
_MOST_CLAUSES: Final = 3
_QUESTION_OFFERS: Final = 1.5
CALL: Final = 3.0
NOTICE: Final = 3.0


def call(text: str, *, linked: float = 0.0) -> float:
    """How much a text asks of its reader what pages ask: 3 and more is a call. `linked` is the share of it in links."""
    words = _words(text.replace("Let us", "").replace("let us", ""))
    if not words or len(words) > _LONGEST:
        return 0.0
    asked = opened = clauses = 0.0
    everything = set(words)
    for clause in () if _VERBS.keys().isdisjoint(everything) else _CLAUSE.split(text.replace("’", "'")):
        opening = _opening(clause)
        if opening in _VERBS:
            asked = max(asked, _VERBS[opening])
            opened += opening in _ASKING and "?" in text
            clauses += opening not in _ASKING
    addressed = not everything.isdisjoint(_YOU)
    offered = sum([_OFFERS[word] for word in everything & _OFFERS.keys()])
    silent = not asked and not addressed and not linked
    if silent and not (len(words) <= _SHORT and (offered >= CALL or _MONEY.search(text))):
        return 0.0
    score = asked + opened + min(offered, 4.0) + addressed * 0.75 + (not everything.isdisjoint(_WE)) * 0.5
    score += 0.75 * (clauses > 1 and len(words) <= _SHORT) + 1.5 * (_PLEASE.search(text) is not None)
    score -= len(_CLAUSE.split(text)) > _MOST_CLAUSES
    score += (
        1.0 * (asked > 0 and ("://" in text or "www." in text))
        + 0.75 * text.endswith("!")
        + (_MONEY.search(text) is not None)
        + min(1.0, 2 * linked)
    )
    score -= min(4, _times_told(words)) + (len(words) > _LONG) + 2 * ("“" in text or '"' in text or "«" in text)
    if text.endswith("?") and len(_CLAUSE.split(text)) == 1 and offered < _QUESTION_OFFERS:
        return 0.0
    return score if offered or linked or _PLEASE.search(text) or asked > 1 or (opened and clauses) else 0.0


@lru_cache(maxsize=2)  # a text is held against calls and notices one after the other
def _words(text: str) -> Sequence[str]:
    return terms(text.lower().replace("e-mail", "email").replace("in-box", "inbox") if "-" in text else text)


def told(text: str) -> int:
    """How many words of a text report what somebody did or said."""
    return _times_told(_WORD.findall(text.lower()))


def _times_told(words: Sequence[str]) -> int:
    return sum(map(_TOLD.__contains__, words))


def _opening(clause: str) -> str:
    """The first word of a clause that is no mere particle."""
    for found in _WORD.finditer(clause.lower()[:60]):
        if found[0] not in _SKIPPED:
            return found[0]
    return ""


def speaks_of_itself(text: str) -> bool:
    """Whether a text names the page that it stands on, its publisher or its reader."""
    found = set(_words(text))
    return _SELF.search(text) is not None or not found.isdisjoint(_YOU) or not found.isdisjoint(_WE)


def _names_itself(text: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(_POINTING) and _SELF.search(text) is not None


def notice(text: str) -> float:
    """How much a text speaks of the page that it stands on: 3 and more is a notice where pages have their notices."""
    words = _words(text)
    if not words:
        return 0.0
    found = _TELLING.intersection(words)
    score = min(6.0, sum([_NOTICE[word] for word in found & _NOTICE.keys()])) + 1.5 * _names_itself(text, found)
    score += 0.5 * (not found.isdisjoint(_YOU)) + 0.5 * (not found.isdisjoint(_WE)) - ("i" in found)
    score -= 0.75 * min(4, _times_told(words)) + 1.5 * ("“" in text or '"' in text)
    return score * min(1.0, _NOTICE_WORDS / len(words))
