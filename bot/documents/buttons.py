"""Buttons: the short phrases by which a page offers to do something with itself, in several languages.

A phrase is one where its first word is what a button does (`view`, `copier`) and another what a page has (`image`,
`lien`), and it has nothing else but small words. So `Copy link` is one and `Copy the masters` is none.
"""

import re
from typing import Final


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_DOES: Final = _set(
    "view show hide see read click open close download print share copy save send edit report reply quote sort "
    "filter browse",
    "search skip jump go return back load explore follow sign log register post add get cite export listen play "
    "watch change",
    "manage update select choose toggle expand collapse display switch enlarge zoom continue accept reject learn "
    "forgot create",
    "submit cancel contact embed request retry undo mark flag unsubscribe subscribe visit buy shop start use turn tap",
    "bookmark suggest find discover try enable disable allow resume mute skip clear reset tweet pin e-mail email "
    "order rate write",
    "teilen drucken anzeigen ansehen öffnen schließen herunterladen merken speichern kopieren senden melden "
    "suchen folgen zur zum zu",
    "nach mehr alle seite artikel kommentar kommentare bild link",
    "partager imprimer copier télécharger afficher masquer voir lire envoyer enregistrer signaler retour aller "
    "suivre ouvrir fermer",
    "agrandir consulter accéder ajouter écouter réagir commenter recevoir s'abonner se s'inscrire s'identifier "
    "créer modifier gérer",
    "compartir imprimir copiar descargar ver leer enviar guardar volver ir seguir abrir cerrar ampliar escuchar "
    "comentar iniciar",
    "crear suscribirse registrarse condividi stampa copia scarica vedi leggi invia salva torna vai segui apri "
    "chiudi ascolta accedi",
    "partilhar compartilhar baixar leia salvar voltar entrar поделиться распечатать скачать читать показать "
    "смотреть вернуться",
    "перейти войти anhören hören delen afdrukken lees bekijk",
)
_HAS: Final = _set(
    "image images picture pictures photo photos gallery fullscreen screen full-size size larger link links url "
    "page pages article articles comment",
    "comments reply replies post posts pdf pdfs citation citations reference more all here version account "
    "settings preferences profile",
    "map menu site website content contents window tab results email e-mail facebook twitter whatsapp linkedin "
    "telegram reddit mastodon bluesky instagram youtube details options",
    "quote terms thread threads topic topics embed permalink top bottom home homepage navigation episode recipe search "
    "login in up out alerts bookmarks",
    "print printer transcript audio video videos story stories headlines edition editions newsletter newsletters "
    "analysis document documents",
    "attachment attachments abstract metadata cart basket wishlist offer offers notifications preferences "
    "password list archive issue issues next previous share main",
    "cookies cookie feedback error problem mistake typo correction print-friendly text shareable app online now "
    "full summary less",
    "artikel seite kommentar kommentare bild bilder link mehr alle anzeigen teilen drucken lesen oben unten "
    "startseite übersicht anfang merken empfehlen weiterempfehlen",
    "kopieren schreiben vergrößern anhören facebook newsletter pdf konto seitenanfang inhalt inhalten vorlesen "
    "versenden melden themen",
    "l'article article lien page commentaire commentaires l'image photo plus tout tous toutes haut accueil "
    "facebook contenu sommaire suite recherche",
    "connecter compte site abonner newsletter imprimer l'accueil vidéo réaction d'articles dossier",
    "artículo página comentario comentarios enlace imagen foto más todo todos inicio contenido arriba sesión "
    "cuenta noticia noticias vídeo principal",
    "articolo pagina commento commenti link immagine più tutto tutti contenuto alto account artigo página "
    "comentários mais conteúdo início",
    "статью страницу ссылку комментарии еще ещё все всё главную наверх сайт статьи новости артикел artikel "
    "pagina meer reacties",
)
_SMALL: Final = _set(
    "a an the this that our my your to in on of for via with by from as at or and & it is into new fullscreen "
    "full high",
    "den die das der dem diesen diese dieser auf im in zu zur zum per bei von als mit und",
    "le la les l' de du des en sur cet cette ce à au aux par et un une vers votre mon",
    "el la los las un una en de del por este esta al a tu y con il lo i gli un una su di del questo questa al",
    "o os as no na do da em в на с и",
)
_PHRASES: Final = re.compile(
    r"(?:yes|no|yes no|be the first to (?:comment|reply|like).{0,20}|name ?\*?|e-?mail(?: address)? ?\*?|your "
    r"(?:name|e-?mail(?: address)?|comment|message) ?\*?|website|first name ?\*?|last name ?\*?|comment ?\*"
    r"|accept(?: all)?|decline|got it|not now|maybe later|dismiss|continue|skip|done|ok(?:ay)?|reply|quote|like"
    r"|dislike|upvote|downvote|report|permalink|translate"
    r"|(?:opens|open) in (?:a )?new (?:window|tab)|after newsletter promotion|(?:article|story) continues below"
    r"|scroll (?:down )?(?:for more|to continue)"
    r"|(?:tap|click) to (?:expand|enlarge|view|play|zoom|share|reveal|unmute)\b.{0,30}|click to (?:share|print"
    r"|email|e-mail|tweet) (?:on|this|a link)\b.{0,60}|full (?:size|text|screen) ?(?:image|html|pdf|view)?"
    r"|google scholar|crossref|pubmed|view article|article pdf|cited by|\d+ (?:min(?:ute)?s? read|views?|shares?"
    r"|likes?|comments?|reads?|citations?|accesses|downloads?|followers?)"
    r"|lecture(?: :)? \d+ min\.?|\d+ min(?:uten|utos|uti)? (?:lesezeit|de lectura|di lettura|de lecture)"
    r"|lesezeit \d+ min(?:uten)?|an? (?:\w+[ -]){0,2}official (?:\w+ )?(?:government )?(?:web)?site\b.{0,60}"
    r"|here'?s how you know|\(?redirected from .{1,60}\)?|retrieved from .{4,160}|v ?[·•|]? ?t ?[·•|]? ?e"
    r"|coordinates:.{3,60}|authority control\b.{0,200}|hidden categor(?:y|ies):.{0,200}"
    r"|(?:primary|secondary|left|right) sidebar|footer|header|search for:|search\.{3}|type to search|select (?:a "
    r")?(?:language|region|country|edition)|select .{1,20} edition|(?:\[[^\[\]]{1,20}\]\s*){2,}"
    r"|(?:prev(?:ious)?|next) (?:by|in) \w+\s?:.{0,80}|index(?:\(es\))?\s?:.{0,40}|follow-?ups:|references:"
    r"|jump to .{1,40}|go to page .{0,10}|page \d+ of \d+.{0,20}|\d+ (?:posts?|replies)(?: [•·|] page \d+ of "
    r"\d+)?|display posts from previous:.{0,80}"
    r"|(?:next|prev(?:ious)?|older|newer)(?: (?:topic|thread|article|story|post|entry|issue|chapter|page|episode"
    r"|up))?:? .{0,3}|sie sind hier:.{0,120}|vous êtes ici\s?:.{0,120}|you are here:.{0,120}|usted está "
    r"aquí:.{0,120}"
    r"|nach oben|haut de page|volver arriba|torna su|наверх|zum seitenanfang|zum inhalt(?: springen)?|zur "
    r"navigation|aller au (?:contenu|menu)|ir al contenido|saltar al contenido"
    r"|leichte sprache|gebärdensprache|barrierefreiheit|datenschutz(?:hinweise?|erklärung)?|qui sommes-nous ?\??"
    r"|espace (?:client|abonné|presse)|je m'inscris|me connecter|nous contacter|(?:ver|leer) más|seguir leyendo"
    r"|cookies? (?:statement|notice|settings|policy|preferences)|do not sell.{0,40}|your (?:privacy|ad) choices"
    r"|accessibility(?: statement| help)?|site ?map|work (?:for|with) us|complaints(?: & corrections)?"
    r"|syndication|licensing|masthead|submissions?|stockists|editorial (?:guidelines|policy|standards|team)"
    r"|ethics(?: policy)?|code of (?:conduct|ethics)|write for us|(?:back )?to (?:the )?(?:top|articles?|news"
    r"|homepage|list|results|blog|all posts))",
    re.IGNORECASE,
)
_OURS: Final = re.compile(r"\b(?:our|here)\b")
_WORD: Final = re.compile(r"[^\s,:;.…»›>→←«‹!()|]+")
_MOST_WORDS: Final = 7
_COUNTED: Final = 3
_COUNT: Final = re.compile(r"\s*\(?\d{1,6}\)?$")
_TRIM: Final = " »›>→←«‹↑↓▼▲+-–…."


def is_button(text: str, words: int) -> bool:
    """Whether a text is, as a whole, such a phrase.

    Args:
        text: A paragraph with single spaces.
        words: How many words it has.
    """
    if words > _MOST_WORDS * 4:
        return False
    bare = text.replace("’", "'").strip(_TRIM)
    if _PHRASES.fullmatch(bare) or (words <= _COUNTED and _PHRASES.fullmatch(_COUNT.sub("", bare))):
        return True
    if text.endswith(".") and not text.endswith("..") and _OURS.search(bare) is None:
        return False
    found = [word.lower() for word in _WORD.findall(bare)]
    if not 1 < len(found) <= _MOST_WORDS or found[0] not in _DOES:
        return False
    return any(word in _HAS for word in found[1:]) and all(
        word in _HAS or word in _SMALL or word in _DOES for word in found[1:]
    )
