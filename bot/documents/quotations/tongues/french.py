"""Who says what in French: « … », a déclaré X; X a déclaré : « … »; « … », selon X."""

import re
from typing import Final

from bot.documents.quotations.tongues.tongue import Tongue, names, words

_PAST: Final = (
    "déclaré|dit|affirmé|ajouté|expliqué|souligné|indiqué|estimé|précisé|assuré|annoncé|rappelé|lancé|répondu|confié|écrit"
    "|martelé|insisté|poursuivi|conclu|regretté|commenté|averti|prévenu|raconté|reconnu|témoigné|dénoncé|promis|plaidé"
    r"|fait\s+(?:valoir|savoir)|jugé|résumé|admis|avoué|réagi|salué|détaillé"
)
_NOW: Final = (
    "déclare|dit|affirme|ajoute|explique|souligne|indique|estime|précise|assure|annonce|rappelle|lance|répond|confie|écrit"
    "|poursuit|conclut|regrette|commente|raconte|reconnaît|témoigne|insiste|prévient|résume|juge|note|observe|déplore"
    "|martèle|soupire|avoue|détaille|analyse|nuance|dénonce|admet|prédit|décrit|constate|plaide|glisse|lâche|tranche|tempère|renchérit|complète|réagit|défend|plaisante|sourit"
    r"|fait\s+(?:savoir|valoir)|s[’'](?:agace|inquiète|exclame|interroge|insurge|indigne|enthousiasme|amuse)"
    r"|se\s+(?:félicite|réjouit|souvient|défend|désole)|promet|répète|ironise|déclara|répondit|ajouta"
)
FRENCH: Final = Tongue(
    verbs=re.compile(
        rf"\b(?:(?:a|ont|avait)-?(?:t-)?(?P<pronoun>il|elle)\s+(?:\w+\s+)?(?:{_PAST})"
        rf"|(?:a|ont|avait)\s+(?:(?:également|aussi|encore|ainsi|notamment|ensuite)\s+)?(?:{_PAST})"
        rf"|(?:{_NOW})(?:-t)?-(?P<now>il|elle)|(?:{_NOW}))\b",
        re.IGNORECASE,
    ),
    sources=re.compile(r"\b(?:selon|d[’']après)\b", re.IGNORECASE),
    that=re.compile(r"\b(?:que|qu[’'])\s*$"),
    skipped=re.compile(
        r"(?:aussi|encore|ainsi|également|alors|ensuite|hier|aujourd[’']hui|(?:ce\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi"
        r"|samedi|dimanche)(?:\s+(?:matin|soir))?)\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"il": "m", "elle": "f"},
    determiners=words("le la les l un une ce cette son sa"),
    roles=re.compile(
        r"(?:vice-|ex-|co)?(?:président|ministre|maire|porte-parole|directeur|directrice|députée?|sénateur|sénatrice"
        r"|préf[eè]te?|préfecture|cheffe?|juge|procureure?|avocate?|médecin|professeure?|chercheur|chercheuse|économiste|historien|historienne"
        r"|ingénieure?|écrivaine?|auteure?|autrice|journaliste|chef|cheffe|patron|patronne|responsable|secrétaire"
        r"|entraîneur|entraîneuse|joueur|joueuse|agriculteur|agricultrice|habitante?|témoin|élue?|ambassadeur|ambassadrice"
        r"|général|pape|évêque|roi|reine|présidente|conseiller|conseillère|gouvernement|ministère|police|mairie|syndicat"
        r"|association|entreprise|groupe|tribunal|parquet|commission|spécialiste|experte?|analyste|fondateur|fondatrice"
        r"|premier|première|adjointe?|candidate?|leader|gérante?|propriétaire|artiste|réalisateur|réalisatrice|acteur"
        r"|actrice|chanteur|chanteuse|sociologue|scientifique|biologiste|virologue|chancelier|chancelière|commissaire)s?",
        re.IGNORECASE,
    ),
    honorifics=words("m. m mme mme. mlle dr dr. me"),
    links=words("de du des d à au aux pour"),
    first_names=names(
        "jonas paul jean pierre jacques michel philippe alain patrick nicolas christophe françois laurent frédéric"
        " éric emmanuel bruno olivier thierry pascal daniel gérard bernard stéphane sébastien julien antoine louis"
        " henri guillaume mathieu thomas vincent xavier yves andré rené roger marcel georges édouard gabriel hugo"
        " lucas",
        "ada marie anne nathalie isabelle sylvie catherine françoise valérie christine monique sophie sandrine"
        " céline véronique nicole claire julie camille élisabeth hélène brigitte ségolène martine laurence"
        " florence aurélie charlotte juliette louise jeanne alice emma léa manon pauline mathilde marine rachida",
    ),
    subjects=words("un une"),
    common=words(
        "le la les un une il elle on nous ce cette mais et ou où donc car si en à au aux de du des dans pour par"
        " sur avec selon lundi mardi mercredi jeudi vendredi samedi dimanche hier"
    ),
)
