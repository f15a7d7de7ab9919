"""Notices: what publishers put around a text in whole sentences: calls, offers, licences, questions to the reader."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.documents.alternatives import alternatives
from bot.documents.cuts import letters
from bot.models import Kind

_CALL_WORDS: Final = 30
_CALL: Final = r"(?:^|[.!?:—–|]\s+|\band\s+|\bplease\s+)(?:please\s+)?"
"""What comes before a clause that calls for something; how a text begins does, too."""
_CLAUSE: Final = re.compile(_CALL.replace("^|", ""), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A kind of notice: one of the words must stand there before the expressions are tried.

    `opening` are all its forms, `called` those that may also open a clause, without what comes before it, and `within`
    those that may stand anywhere.
    """

    kind: Kind
    reason: str
    words: frozenset[str]
    opening: re.Pattern[str]
    called: re.Pattern[str] | None
    within: re.Pattern[str] | None

    def stands(self, text: str, *, anywhere: bool) -> bool:
        """Whether a text opens with one of the forms, or has it within where that counts too."""
        if self.opening.match(text):
            return True
        if not anywhere:
            return False
        return (self.within is not None and self.within.search(text) is not None) or (
            self.called is not None and any(self.called.match(text, start.end()) for start in _CLAUSE.finditer(text))
        )


def _rule(kind: Kind, reason: str, words: str, *forms: str) -> _Rule:
    # apart, so that what begins with `^` is not sought further on
    each = [alternative for form in forms for alternative in alternatives(form)]
    called = [form.removeprefix(_CALL) for form in each if form.startswith(_CALL)]
    within = [form for form in each if not form.startswith(("^", _CALL))]
    return _Rule(
        kind,
        reason,
        frozenset(words.split()),
        _any(each),
        _any(called) if called else None,
        _any(within) if within else None,
    )


def _any(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_PLATFORM: Final = (
    r"(?:youtube|telegram|facebook|twitter|instagram|whatsapp|linkedin|tiktok|patreon|viber|vk|mastodon|bluesky"
    r"|substack)"
)
_OURS: Final = (
    r"(?:newsletters?|mailing list|podcasts?|apps?|print edition|daily (?:briefing|email)|updates|alerts|membership"
    r"|magazine|social media|notifications|our (?:\w+ )?(?:work|journalism|site|website|reporting|cause|feed)"
    rf"|(?:our|my|tv|{_PLATFORM}) (?:\w+ )?channels?|{_PLATFORM})"
)
_PROMOTION: Final = Kind.PROMOTION
_APPENDED: Final = Kind.APPENDED
_RULES: Final = (
    _rule(
        _APPENDED,
        "copyright line",
        "© copyright rights ICP icp c reserved 京icp备 icp备 京icp证",
        r"^©|^\(c\)\s\d{4}|^all rights reserved|©\s?\d{4}|\ball rights reserved\b|\bcopyright\s+(?:©|\(c\)|\d{4})"
        r"|ICP[备证]",
        r"^copyright\b[^.!?]{1,80}$",
    ),
    _rule(
        _APPENDED,
        "licence line",
        "creative cc license licence licensed licenced reproduced reproduction publication reprinted republished gnu",
        r"\bavailable under (?:an? |the )?(?:[\w-]+ ){0,4}licen[cs]e\b",
        r"\b(?:licen[cs]ed|published|available|released|shared|reproduced|republished) under (?:a |an |the |terms of )?"
        r"(?:creative commons|cc[ -]by|cc0|gnu|open government|mit)\b",
        r"\bcreative commons (?:attribution|licen[cs]e|by)\b|^cc[ -]by(?:-\w+)*(?: \d\.\d)?$",
        r"\bthis (?:material|article|text|content) may not be (?:published|reproduced|copied)",
        r"\breproduction (?:in whole|without)|\bno part of this (?:publication|article|website)"
        r"|\b(?:reprint|republish)ed (?:here )?with permission",
    ),
    _rule(
        _APPENDED,
        "cookie notice",
        "cookies cookie consent",
        r"\b(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? (?:\w+ ){0,3}cookies\b",
        r"\b(?:utilizamos|nous utilisons|wir (?:verwenden|nutzen)|verwendet|utilizziamo"
        r"|мы используем)\b.{0,30}\bcookies?\b",
        r"\b(?:accept|reject|manage) (?:all )?cookies\b",
        r"\bby (?:continuing to (?:use|browse|visit)|clicking|using (?:this|our) (?:site|website|service))\b.{0,80}"
        r"\byou\b.{0,40}\b(?:agree|consent|accept)",
    ),
    _rule(
        _APPENDED,
        "registration notice",
        "melden registrieren connectez inicia abonnés lecteurs suite reste abonnenten weiterlesen suscriptores "
        "leyendo reading premium "
        "articles stories article story sign log account free content subscriber subscribers registered",
        r"\byou(?: have|'ve|’ve) (?:\d+|one|two|three|no|reached|read)\b.{0,40}\b(?:free )?(?:articles?|stories)\b",
        r"\b(?:sign|log) in (?:or (?:register|subscribe|create) )?.{0,20}to (?:continue|read|view|comment|access)\b",
        r"\bmelden sie sich an,? um\b|\bconnectez-vous pour\b|\binicia sesión para\b",
        r"\b(?:create|register for) (?:a|your) free account\b",
        r"\bthis (?:article|content|story) is (?:only )?(?:for|available to"
        r"|reserved for) (?:our )?(?:subscribers|members)\b",
        r"\balready (?:a subscriber|have an account|registered)\?",
        r"\bréservée? (?:à nos|aux) (?:abonnés|lecteurs)\b|^pour lire la suite\b|\bil vous reste \d+\s?% de cet "
        r"article\b"
        r"|\bnur für abonnenten\b|\bweiterlesen mit\b|\b(?:solo|exclusivo) para suscriptores\b|^para seguir leyendo\b"
        r"|\bto (?:continue|keep) reading\b.{0,60}\b(?:subscribe|sign|log|register|account)|\b(?:subscribe|sign"
        r"|log|register)\b.{0,40}\bto (?:continue|keep) reading\b"
        r"|\bthis is (?:a )?(?:premium|subscriber[- ]only) (?:content|article|story)\b",
    ),
    _rule(
        _APPENDED,
        "notice of the site",
        "published page isbn issn required javascript browser recaptcha loading powered last times permissions "
        "post posts reply "
        "submissions list digest closed",
        r"^powered by \S[^.]{1,40}\d?[^.]{0,20}$|^all times are\b[^.]{0,40}(?:\. the time now is [^.]{0,20})?\.?$"
        r"|^(?:posting|forum) (?:permissions"
        r"|rules)$",
        r"^you (?:must|need to|have to) (?:be )?(?:log|logged|sign|signed)[- ]?in\b.{0,60}$",
        r"^you (?:can(?:not|'t|’t)|may(?: not)?|must (?:be logged|log|sign) in to|need to (?:be logged|log|sign) in to)"
        r" (?:\w+ ){0,3}(?:post|reply|comment|vote|attachments)\b",
        r"^(?:this|the) (?:page|article|thread) was last (?:edited|modified|updated)\b",
        r"^(?:e-?)?is[bs]n\b|^(?:this )?page (?:was )?(?:created|generated|rendered|loaded) in \d",
        r"^comments (?:are|have been) (?:now )?closed\b|^send .{1,60}\bmailing list submissions to\b",
        r"^when replying, please edit your subject\b|^you can reach the person managing the list\b",
        r"^loading\W*$",
    ),
    _rule(
        _APPENDED,
        "notice of the site",
        "published required javascript browser recaptcha",
        r"\be-?mail(?: address)? will not be published\b|\brequired fields are marked\b",
        r"\bplease (?:enable|turn on) javascript\b|\bjavascript (?:is|must be) (?:disabled|enabled)\b",
        r"\byour browser (?:does not|doesn't|doesn’t) support\b|\bthis site is protected by recaptcha\b",
    ),
    _rule(
        _APPENDED,
        "disclaimer",
        "views opinions disclaimer reflect represent trademark trademarks charity registered vat illustration "
        "illustrative",
        r"\b(?:is|are) (?:an? )?(?:registered )?trademarks? of\b",
        r"\b(?:is a )?registered (?:charity|company|office|in england)\b[^.]{0,60}(?:\d{4,}|\bno\b)|\bvat (?:no|number"
        r"|reg)",
        r"\b(?:images?|pictures?|photos?) (?:is|are) for illustrat",
        r"\b(?:views|opinions)\b.{0,20}\bexpressed (?:here|herein|in this"
        r"|by (?:the )?(?:author|contributor|columnist|guest))",
        r"\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the|those of the) (?:official )?"
        r"(?:views|opinions|position|editorial)",
        r"^(?:legal )?disclaimer\s*:",
    ),
    _rule(
        _APPENDED,
        "notice of a newsletter",
        "receiving received unsubscribe sent stop trouble problems",
        r"\byou(?: are|'re|’re) (?:receiving|getting) this\b|\byou (?:have )?received this (?:e-?mail|message"
        r"|newsletter)"
        r" (?:because|as|since)\b|\bthis (?:e-?mail|message|newsletter) was sent (?:to|by)\b",
        r"\b(?:trouble|problems) (?:viewing|reading|seeing) this (?:e-?mail|message|newsletter)\b",
        r"^to (?:unsubscribe|stop receiving|change your (?:options|preferences)|be removed from)\b"
        r"|\bunsubscribe (?:here|at any time|from this (?:list|newsletter))\b",
    ),
    _rule(
        _APPENDED,
        "note on a correction",
        "article story report page post piece correction clarification editor editors earlier version",
        r"^this (?:article|story|report|page|post|piece|obituary|interview) (?:was|has been|is being) (?:\w+ )?"
        r"(?:amended|corrected|updated|edited|revised|changed)\b(?! and condensed| for (?:length|clarity))",
        r"^(?:an? )?(?:earlier|previous) version of this (?:article|story|report|post|page)\b"
        r"|^(?:correction|clarification|editor(?:'s|’s|s')? note)s?\b[^.!?]{0,40}:",
    ),
    _rule(
        _APPENDED,
        "note of an earlier publication",
        "originally appeared published posted",
        r"^this (?:article|story|post|essay|piece|column) (?:was |has been )?(?:originally |first )?"
        r"(?:published|appeared|posted)\b.{0,20}\b(?:on|in|at|by)\b",
    ),
    _rule(
        _APPENDED,
        "introduction to questions added to the text",
        "questions question",
        r"\bhere (?:are|is)\b[^.?!]{0,60}\b(?:open-ended|discussion|thought-provoking|follow-?up|reflection"
        r"|comprehension"
        r"|study|interview|probing|critical)\b[^.?!]{0,60}\bquestions?\b",
        r"^(?:(?:key |some )?questions? (?:for|to) (?:further |class |group )?(?:discussion|reflection"
        r"|consider(?:ation)?"
        r"|readers?|thought|study|review)|(?:discussion|comprehension|reflection|study|review) questions?)\s*[:.]?$",
    ),
    _rule(
        _APPENDED,
        "remark on questions added to the text",
        "questions",
        r"^these (?:\w+[ -]){0,3}questions (?:aim|are (?:designed|intended|meant)|seek|should|can|will|encourage|invite"
        r"|explore|delve|help)\b",
    ),
    _rule(
        _APPENDED,
        "words of a text generator",
        "ai model know hope feel would sure certainly chatgpt machine generated artificial automatically",
        r"^(?:as an ai (?:language )?model|as a large language model|feel free to ask|would you like me to"
        r"|let me know if you(?:['’]d| would) like|(?:sure|certainly)[,!] here (?:is|are)\b)",
        r"^i hope (?:this (?:helps|summary)|these (?:questions|points|ideas))",
        r"^this (?:article|text|summary|translation) (?:was|is|has been) (?:\w+ ){0,2}(?:generated|written|produced"
        r"|translated|created) (?:by|with|using) (?:an? )?(?:ai\b|artificial|machine|automat|chatgpt|\w*gpt)",
    ),
    _rule(
        _APPENDED,
        "remark about the text, from outside it",
        "interview article text summary analysis piece excerpt transcript",
        r"^this is (?:an? )?(?:\w+,? (?:and )?){0,4}(?:interview|article|text|summary|analysis|piece|excerpt"
        r"|transcript)\b"
        r"[^.?!]{0,120}(?:focus|cover|discuss|explor|highlight)",
    ),
    _rule(
        _APPENDED,
        "link to another page",
        "read related watch see more main full further learn find discover confused lire lesen mehr lea leggi "
        "leia читайте voir",
        r"^(?:read more (?:about|on|here|at|in)|(?:learn|find out|discover) more(?: about| at| on| here)?)\b[^:]{0,80}$"
        r"|^(?:main|full) articles?\s*: \S.{0,100}$|^further information\s*: \S.{0,100}$"
        r"|^(?:lire aussi|à lire(?: aussi)?|voir aussi|lesen sie auch|mehr dazu|lea también|leggi anche|leia também"
        r"|читайте также|also read|read also|read more|read next|related(?: story| article| reading)?|see also"
        r"|watch(?: also)?"
        r"|more on this)\s*[:|›»–-]\s*[^.]{3,120}$",
    ),
    _rule(
        _PROMOTION,
        "call to subscribe or follow",
        "subscribe sign join register follow like add get receive download install listen watch support turn enable "
        "visit try "
        "stream catch available find stay keep leave rate review book reserve rsvp enrol inscrivez recevez suivez "
        "rejoignez téléchargez folgen melden jetzt síguenos síganos seguici  "
        "registrati подпишитесь "
        "subscribing подписывайтесь подписаться abonnieren abonnez suscríbete suscríbase iscriviti 请关注 关注我们",
        rf"{_CALL}(?:subscribe|sign[ -]up)\b[^.!?]{{0,80}}\b{_OURS}\b",
        rf"{_CALL}(?:join|follow|like|support|visit) (?:us|me|our|my|this|@\w+)\b[^.!?]{{0,80}}\b{_OURS}\b",
        rf"{_CALL}(?:register|download|install|get|receive|add|turn on|enable|listen to|watch|try)"
        rf" (?:to|for|us|me|our|my|now|here|on|the|a|free|push|more|all)\b[^.!?]{{0,60}}\b{_OURS}\b",
        rf"{_CALL}(?:watch|listen|read|stream|catch|see)\b[^.!?]{{0,40}}\b(?:on|in|with|via) our "
        r"(?:\w+ )?(?:app|website|site|channel|podcast)\b",
        r"^(?:listen|watch|stream|available|find (?:us|it|this))\b[^.!?]{0,30}\b(?:on|via|in)\b[^.!?]{0,60}"
        r"\b(?:podcasts?|spotify|itunes|soundcloud|youtube|netflix|audible)\b[^.!?]{0,60}[.!]?$",
        r"\b(?:leave|write|give) (?:us|me) a (?:\w+ )?(?:review|rating)\b|^(?:please )?(?:rate|review) (?:us|our)\b",
        r"^(?:register|book|reserve|enrol|rsvp|sign up)(?: now| today| here| online| your)\b[^.]{0,60}[.!]?$",
        r"^(?:stay|keep) (?:in touch|informed|connected|up to date|updated)[.!]?$",
        r"^(?:get|receive)\b[^.!?]{0,60}\b(?:by e-?mail|(?:in|to) your inbox)\b[^.!?]{0,30}[.!]?$",
        r"\b(?:sign up|subscribe) (?:here|now|today|below)\b[.!]?$",
        r"^(?:inscrivez-vous|recevez|suivez-nous|rejoignez-nous|téléchargez|folgen sie uns|jetzt (?:(?:gratis"
        r"|kostenlos) )?(?:anmelden|bestellen"
        r"|abonnieren|testen|registrieren)|melden sie sich|síguenos|síganos|seguici|registrati|подпишитесь)\b",
        r"^(?:subscribe|follow (?:us|me)|join us (?:on|at|in)|sign up)\b[^.]{0,120}[.!:]?$",
        r"\bif you (?:like|liked|enjoy|enjoyed|found|love|loved) (?:this|what|our|the)\b[^.!?]{0,80}"
        r"\b(?:share|subscribe|follow|support|consider|sign up|donat|join|like)",
        r"^(?:подпис(?:ывайтесь|аться)|(?:jetzt )?abonnieren|abonnez-vous|suscríb(?:ete|ase)|iscriviti|请关注"
        r"|关注我们)",
    ),
    _rule(
        _PROMOTION,
        "call for donations",
        "donate donation donations chip become buy pledge contribute support help",
        rf"{_CALL}(?:donate|make a donation|chip in|become a (?:member|patron|supporter|subscriber)|buy (?:me"
        rf"|us) a coffee"
        r"|pledge|contribute)\b[^.!?]{0,80}(?:now|today|\bus\b|\bour\b|here|support|month|$)",
        r"\b(?:support|help) (?:us|our|independent)\b[^.!?]{0,60}\b(?:donat|contribut|subscri|member"
        r"|journalism|patreon)",
        r"\bbuy (?:me|us) (?:a |another )?(?:coffee|beer)\b",
        r"\bwe (?:need|rely on) your (?:support|help|donation)",
    ),
    _rule(
        _PROMOTION,
        "election advertisement",
        "vote authorised authorized paid approved",
        # in the middle of a speech it is the speech
        r"^(?:please )?vote\s+(?:with|for|no\b|yes\b|number|ballot|in the poll)\b",
        r"\b(?:authorised|authorized|paid for|approved) by\b.{0,80}\b(?:campaign|committee|party|candidate"
        r"|for (?:congress|senate|mayor|council|president))\b",
    ),
    _rule(
        _PROMOTION,
        "call to share",
        "share tell invite forward forwarded thanks thank",
        r"^share your (?:memories|thoughts|story|stories|photos|pictures|comments|views|condolences|experiences?)\b",
        r"^thank(?:s| you) for (?:reading|subscribing|listening|watching|being a (?:subscriber"
        r"|member|reader))\b.{0,90}$",
        r"\bwas this (?:\w+ ){0,2}forwarded to you\b|\bforwarded this (?:e-?mail|newsletter|letter)\b",
        rf"{_CALL}share (?:it|this|them) (?:on|via|with)\b",
        rf"{_CALL}(?:share|tell|invite|forward)\b[^.!?]{{0,40}}\b(?:your friends?|a friend|with friends"
        r"|this (?:article|post|story|page|video|link|newsletter|letter)|with your)\b",
    ),
    _rule(
        _PROMOTION,
        "offer for sale",
        "free days weeks months send plant buy order shop book preorder pre grab claim save get code off trial",
        rf"{_CALL}(?:buy|order|shop|book|pre-?order|grab|claim|get)\s+(?:(?:now|today|here|online)\b"
        r"|(?:your|yours|our|a|an|it"
        r"|the|tickets?|up to|\d+\s?%)\b[^.!?]{0,60}(?:\b(?:now|today)(?:[.!]|$)|\d+\s?%|discount|promo|coupon"
        r"|free (?:trial|shipping|delivery)|tickets? (?:here|online)))",
        rf"{_CALL}try [^.!?]{{1,40}}\b(?:for )?free\b|\bfree for (?:\d+|one|two|three|six) (?:days|weeks|months)\b",
        r"^(?:send flowers|plant (?:a )?trees?)\b[^.!?]{0,60}[.!]?$",
        rf"{_CALL}save (?:up to )?(?:\d+\s?%|[$€£]\s?\d)",
        r"\b(?:use|enter|with) (?:the )?(?:promo |discount |coupon |voucher )?code\b\s+[A-Z0-9]{3,}",
        r"\b\d{1,2}\s?% off\b.{0,60}(?:code|sale|today|now|order|first)",
        r"\b(?:start|try|begin) (?:your|a) (?:\d+[- ]day |free )+(?:free )?trial\b"
        r"|\bfree trial\b.{0,30}\bcancel any ?time\b",
    ),
    _rule(
        _PROMOTION,
        "call to click",
        "click tap swipe",
        rf"{_CALL}(?:click|tap|swipe) (?:here|(?:on )?the (?:link (?:below|above|in)|bell|banner))\b",
    ),
    _rule(
        _PROMOTION,
        "mark of an advertisement",
        "message word sponsor sponsors presented brought together partner partners advertisement advertorial "
        "sponsored ad anzeige werbung publicité publicidad реклама paid promoted continues",
        r"^(?:advertisement|advertorial|sponsored(?: content| post| by .{1,60})?|ad|anzeige|werbung|publicité"
        r"|(?:a |an? (?:important )?)?(?:message|word) from (?:our|the) (?:sponsors?|partners?)"
        r"|(?:presented|brought to you) by .{1,40}|partner content|in partnership with .{1,40}|publicidad"
        r"|(?:advertisement|anzeige|publicité|ad)\s?[-–—:|]\s?.{0,60}|реклама|paid (?:content|post"
        r"|partnership).{0,40}|promoted(?: by .{1,40})?"
        r"|(?:article|story) continues (?:below|after) (?:this )?(?:advertisement|ad))[.:]?$",
    ),
    _rule(
        _PROMOTION,
        "question about the page",
        "help helpful useful rate tip hiring write email contact",
        r"^(?:did this|was this|is this|how (?:helpful|useful) was this) (?:article|page|post|answer|information|guide"
        r"|content)\b"
        r"[^.!?]{0,40}\?",
        r"^we(?:'re|’re| are) (?:now )?hiring\b|^(?:write to|e-?mail|contact|reach) us (?:at|on|by|via)\b",
        r"^rate this (?:article|page|post|recipe|guide)\b",
        r"^(?:got|have|do you have) (?:a|any) (?:news )?(?:tips?|story|stories)\b[^.!?]{0,40}\?[^?]{0,120}$",
    ),
    _rule(
        _PROMOTION,
        "pointer to a channel",
        "channel channels telegram youtube facebook twitter instagram whatsapp viber tiktok vk linkedin",
        r"^(?:and |or )?(?:for|to|on|via|in|at|also|find|join|read|watch|see|follow|our|my)\b[^.!?]{0,60}"
        rf"\b(?:channels?|{_PLATFORM})\b[^.!?]{{0,12}}:?$",
    ),
)

_SIGNALS: Final = frozenset().union(*(rule.words for rule in _RULES))
"""Words without which no rule is tried."""
_SIGNS: Final = ("©", "ICP")


def read(text: str, length: int) -> tuple[Kind, str] | None:
    """The kind of a notice with the reason; None where a text is none.

    Args:
        text: A paragraph with single spaces.
        length: Its words; in a long paragraph a call counts only where it opens it.
    """
    if not (signals := _signals(text)):
        return None
    for rule in _RULES:
        if rule.words.isdisjoint(signals):
            continue
        anywhere = rule.kind is _APPENDED or length <= _CALL_WORDS
        if rule.stands(text, anywhere=anywhere):
            return rule.kind, rule.reason
    return None


def _signals(text: str) -> frozenset[str]:
    """The words of a text that rules ask for; a sign within a word counts as one."""
    found = _SIGNALS.intersection(letters(text))
    return found | {sign for sign in _SIGNS if sign in text} if any(map(text.__contains__, _SIGNS)) else found


def is_notable(text: str) -> bool:
    """Whether a text, or a word of it, has what every notice has some of."""
    return bool(_signals(text))
