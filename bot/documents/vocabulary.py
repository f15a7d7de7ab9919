"""The words of websites: what menus, footers and section titles of pages say around a text, in several languages."""

import re
from typing import Final

_ENTRIES: Final = """
home|homepage|main page|front page|start|menu|main menu|navigation|search|advanced search|site map|sitemap
skip to content|skip to main content|jump to content|jump to navigation|jump to search|back|back to top|back to home
top|top of page
next|previous|prev|next article|previous article|next page|previous page|next post|previous post|older posts
newer posts|older|newer|more|more news|more stories|read more|read more…|see more|see all|show more|load more|view all
view more|show all|continue reading|go|close|open|ok|cancel|submit|apply|reset|clear|log in|login|log out|logout
sign in|sign out|sign up|register|my account|account|my profile|profile|forgot password|dashboard|about|about us
about the site|who we are|our team|our story|team|staff|contact|contact us|contacts|get in touch|feedback
report a problem|report an error|corrections|help|help centre|help center|faq|faqs|support|customer service|careers
jobs|vacancies|work with us|press|press room|newsroom|media|media centre|media center|media kit|advertise
advertise with us|advertising|advertisers|sponsors|partners|our partners|privacy|privacy policy|privacy notice
privacy settings|cookie policy|cookie settings|cookies|cookie preferences|terms|terms of use|terms of service
terms and conditions|terms & conditions|legal|legal notice|imprint|disclaimer|accessibility|accessibility statement
copyright|rss|rss feed|rss feeds|feeds|atom|newsletter|newsletters|email newsletter|subscriptions|subscribe
subscribe now|subscriber login|donate|shop|store|cart|basket|checkout|wishlist|bookstore|gift cards|mobile
mobile version|desktop version|full site|apps|app store|google play|share|share this|share this article
share this page|share this story|share on facebook|share on twitter|share via email|tweet|pin it|pin|email|e-mail
email this|email this article|email to a friend|print|print this|print this page|print page|print article
printer friendly|printer-friendly version|copy link|copy url|link copied|save|save article|bookmark|bookmark this page
send|like|follow|follow us|connect with us|find us on|social media|facebook|twitter|x|x (twitter)|instagram|youtube
linkedin|telegram|whatsapp|pinterest|reddit|tiktok|mastodon|bluesky|weibo|wechat|vk|threads|messenger|snapchat
flipboard|viber|line|tumblr|suggest to a friend|send to a friend|tell a friend|recommend|text size|font size|a a a
increase text size|listen|listen to this article|play|pause|video|videos|audio|photos|photo|pictures|gallery|galleries
photo gallery|podcast|podcasts|live|live blog|live tv|watch live|tv|radio|programmes|programs|schedule|weather
horoscope|unsubscribe|view in browser|view online|view this email in your browser|manage preferences
update preferences|manage subscription|crossword|games|puzzles|quiz|e-paper|epaper|archive|archives|tags|topics
categories|all categories|sections|columns|columnists|news|news & events|news and events|events|calendar|latest
latest news|latest headlines|headlines|top news|top stories|breaking news|most read|most popular|popular|trending
trending now|featured|editor's picks|editors' picks|world|international|national|local|regional|politics|business
economy|finance|markets|money|opinion|opinions|editorial|editorials|commentary|analysis|letters|sport|sports|culture
arts|entertainment|lifestyle|life|style|fashion|food|travel|health|science|technology|tech|education|environment
climate|society|religion|history|books|music|film|movies|cars|motoring|property|real estate|obituaries|classifieds
features|special reports|in depth|in-depth|data|blog|blogs|forum|forums|community|members|member login|downloads
documents|publications|resources|library|services|products|solutions|pricing|documentation|docs|api|edit
edit this page|edit source|view source|view history|talk|discussion|article|read|main|random article|recent changes
what links here|related changes|special pages|permanent link|page information|cite this page|create account
upload file|current events|contents|table of contents|on this page|in this article|languages|language|english|deutsch
français|español|русский|中文|العربية|português|italiano|日本語|한국어
africa|asia|europe|americas|middle east|us|uk|china|all
other|others|links|useful links|quick links|startseite|suche|impressum|datenschutz|kontakt|über uns|anmelden
registrieren|mehr|weiter|zurück|teilen|drucken|nachrichten|politik|wirtschaft|kultur|wissenschaft|accueil|rechercher
recherche|mentions légales|à propos|contactez-nous|connexion|partager|imprimer|actualités|politique|économie|inicio
buscar|aviso legal|quiénes somos|contacto|compartir|imprimir|noticias|política|economía|reuse this content|report this
report abuse|flag|flag as inappropriate
datenschutzerklärung|cookie-einstellungen|nutzungsbedingungen|agb|abo|conditions d'utilisation|gestion des cookies
politique de confidentialité|plan du site|politique de cookies|política de privacidad|política de cookies
condiciones de uso|privacidad|informativa sulla privacy|note legali|chi siamo|contatti|condividi|stampa|cerca|главная
поиск|контакты|о нас
assinar|entrar|ler mais|leia mais|partilhar|partilhar notícia|partilhar artigo|última hora|opinião|desporto|esportes
tópicos|sobre nós|quem somos|contactos|contatos|ficha técnica|estatuto editorial|política de privacidade|termos de uso
новости|политика|экономика|поделиться|подписаться|首页|新闻|联系我们|关于我们|搜索|分享|打印
"""
# words that head a section of a text as well as a menu
_TOPICS: Final = """
help|support|services|products|solutions|resources|staff|team|partners|sponsors|media|press|community|members
documents|publications|data|news|events|world|international|national|local|regional|politics|business|economy|finance
markets|money|opinion|analysis|letters|sport|sports|culture|arts|entertainment|lifestyle|life|style|fashion|food
travel|health|science|technology|education|environment|climate|society|religion|history|books|music|film|movies
property|jobs|languages|language|discussion|contents|features|africa|asia|europe|americas|us|uk|china|other|others|all
summary|background|schedule|calendar|radio|weather|games|legal|accessibility|contacts|kultur|wissenschaft|politik
wirtschaft
économie|politique|política|economía|политика|экономика
"""
TOPICS: Final = frozenset(entry.strip() for line in _TOPICS.strip().splitlines() for entry in line.split("|"))
LABELS: Final = frozenset(entry.strip().lower() for line in _ENTRIES.strip().splitlines() for entry in line.split("|"))
# with room for spaces between the letters of a title; no label and no title is half as long
_LONGEST: Final = 120
_TRIM: Final = " :.,;|·•»«›‹>→←▶◀…-–—+#*_[](){}/\\\t\u200b\ufeff"

RELATED: Final = re.compile(
    r"(?:related|similar|recommended|popular|trending|featured|latest|recent"
    r"|most (?:read|viewed|popular|shared|commented)"
    r"|more|other|further|top|suggested|must[- ]reads?|editor'?s'? picks?|sponsored|promoted)\s*"
    r"(?:(?:articles?|stories|story|posts?|news|reading|content|links?|topics|items|pages|coverage|videos?|headlines"
    r"|threads|wikis|guides|products|recipes|books|events|jobs|courses|pins|questions"
    r"|reviews|discussions"
    r"|from|in|on|about|by|now|picks|for you)\b.{0,40})?"
    r"|(?:read|see|watch|learn)\s+(?:also|more|next|related)\b.{0,60}|recommended for you|also read|what to read next"
    r"|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|don'?t miss|around the web|from our partners"
    r"|from (?:around|across) the web|in other news|up next|keep reading"
    r"|about (?:the )?(?:author|writer|editor|publisher|reporter)s?|tags?|filed under.{0,80}|categories"
    r"|te (?:puede|podría) interesar|vous aimerez(?: aussi)?|potrebbe interessarti|(?:lesen sie|mehr zum thema"
    r"|das könnte sie|à lire aussi|lire aussi|lea también|читайте также).{0,40}"
    r"|(?:sur le même (?:sujet|thème)|dans la même rubrique|les plus lus|meistgelesen|auch interessant|mehr zu|mehr aus"
    r"|weitere (?:artikel|themen|nachrichten)|más (?:leídas|noticias)|lo más leído|noticias relacionadas|vedi anche"
    r"|leggi anche|notizie correlate|leia também"
    r"|artigos relacionados|notícias relacionadas|mais lid[ao]s|по теме|самое читаемое|также по теме).{0,40}"
    r"|share this(?: \w+)?|external links|navigation menu|(?:our )?partners",
    re.IGNORECASE,
)
COMMENTS: Final = re.compile(
    r"(?:\d{1,6}\s+)?(?:reader |user )?comments?(?:\s*\(\d{1,6}\))?|leave a (?:reply|comment)|(?:post|add) a comment"
    r"|\d{1,6} (?:responses?|replies|thoughts)(?: (?:to|on) .{1,120})?|join the (?:conversation|discussion)"
    r"|guest ?book|condolences|(?:reader|customer|user|member) (?:success )?(?:reviews|stories|ratings|testimonials"
    r"|feedback|opinions)"
    r"|discussion\s*\(\d+\)|dej[ae](?: un| tu)? comentario|laisser un commentaire|(?:schreibe? (?:einen )?"
    r"|)kommentar(?: schreiben| hinterlassen)?|(?:write|leave|add) (?:a|your) comment|be the first to comment"
    r"|оставить комментарий|(?:\d{1,6} )?(?:kommentare?|commentaires?|comentarios?|commenti|comentários?"
    r"|комментари[ияй]+)(?:\s*\(\d+\))?|no comments(?: yet)?",
    re.IGNORECASE,
)
ENDINGS: Final = re.compile(
    r"(?i:#\s?#\s?#|[-–—]+\s?30\s?[-–—]+|[-–—*~\s]*(?:ends?|ende|fin)[-–—*~\s]*|notes? (?:to|for) (?:the )?editors?:?"
    r"|(?-i:[Aa]bout [A-Z0-9])[\w&.,' -]{1,60}|(?:media |press )?contacts?(?: information| details)?:?"
    r"|(?:presse|medien)kontakt:?|über (?-i:[A-Zd])[\w&.,' -]{1,60}|à propos d[eu'](?-i:.)[\w&.,' -]{1,60}|(?:acerca"
    r"|sobre) (?-i:[A-Zl])[\w&.,' -]{1,60}"
    r"|for (?:more|further) information:?|forward-looking statements|disclaimer:?|legal notice:?)"
)

REFERENCES: Final = re.compile(
    r"(?:references|notes|footnotes|endnotes|bibliography|works cited|citations|sources|further reading|literature"
    r"|notes and references|references and notes|einzelnachweise|literatur|weblinks|quellen|références"
    r"|notes et références|bibliographie|referencias|bibliografía|note|bibliografia|примечания|литература|ссылки)",
    re.IGNORECASE,
)
SECTIONS: Final = re.compile(
    r"abstract|introduction|background|methods?|materials and methods|results?|discussion|conclusions?|summary|appendix"
    r"|acknowledge?ments?|executive summary|transcript|highlights|outlook|key (?:points|facts|findings)|overview"
    r"|preface"
    r"|foreword|epilogue|prologue|ingredients|method|directions|instructions|tips|warnings|zusammenfassung|einleitung"
    r"|fazit|ergebnisse|hintergrund|résumé|introducción|resumen|conclusiones|introduzione|conclusioni|введение|выводы",
    re.IGNORECASE,
)
CONTACTS: Final = re.compile(
    r"(?:(?:media|press|investor|general|further|all) )?(?:enquir(?:y|ies)|inquir(?:y|ies)|contacts?)(?: details"
    r"| information)?"
    r"|investor relations|for (?:further|more) information(?:,? (?:please )?(?:contact|visit))?|(?:presse"
    r"|medien)kontakt"
    r"|ansprechpartner(?:in)?|kontakt|contacts? presse|contacto(?: de prensa)?|contatti(?: stampa)?",
    re.IGNORECASE,
)
CONTENTS: Final = re.compile(
    r"(?:table of )?contents|(?:in|on) this (?:article|page|issue|edition|newsletter|report|week'?s issue)"
    r"|(?:in )?today'?s (?:topics|edition|issue|newsletter|headlines|stories)|what'?s (?:in|inside)(?: this issue)?"
    r"|inside|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|indice|sommario|содержание|оглавление",
    re.IGNORECASE,
)


def bare(text: str) -> str:
    """A label without the marks around it, in small letters."""
    return text.strip(_TRIM).replace("’", "'").lower()


def short(text: str) -> str:
    """The same of a text that may be a label; empty where it is longer than any."""
    label = text.strip(_TRIM)
    return bare(label) if len(label) <= _LONGEST else ""


def is_label(text: str) -> bool:
    """Whether a text is, as a whole, what a menu or a button says."""
    return short(text) in LABELS
