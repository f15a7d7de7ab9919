"""Who says what in Portuguese, Italian, Dutch and Russian: the plainest clauses only."""

import re
from typing import Final

from bot.documents.quotations.tongues.tongue import Tongue, any_of, names, verbs, words

PORTUGUESE: Final = Tongue(
    verbs=verbs(
        "disse diz afirmou afirma declarou declara explicou explica acrescentou acrescenta contou conta destacou"
        " destaca ressaltou ressalta completou garantiu garante alertou alerta avaliou avalia escreveu escreve"
        " respondeu lembrou lembra comentou comenta concluiu observou informou informa anunciou sublinhou"
        " considerou defendeu assegurou admitiu reconheceu lamentou relatou enfatizou reiterou referiu adiantou"
    ),
    sources=any_of("segundo de_acordo_com conforme"),
    that=re.compile(r"\bque\s*$"),
    skipped=re.compile(
        r"(?:também|ainda|depois|hoje|ontem|(?:na|nesta|neste)\s+(?:segunda|terça|quarta|quinta|sexta|sábado|domingo)"
        r"(?:-feira)?(?:\s+\(\d+\))?)\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"ele": "m", "ela": "f"},
    determiners=words("o a os as um uma seu sua este esta"),
    roles=re.compile(
        r"(?:vice-|ex-)?(?:president[ea]|ministr[oa]|prefeit[oa]|porta-voz|diretor|diretora|deputad[oa]|senador|senadora"
        r"|juiz|juíza|advogad[oa]|médic[oa]|professor|professora|pesquisador|pesquisadora|economista|historiador"
        r"|historiadora|engenheir[oa]|escritor|escritora|autor|autora|jornalista|chefe|secretári[oa]|técnic[oa]"
        r"|jogador|jogadora|agricultor|agricultora|morador|moradora|vereador|vereadora|embaixador|embaixadora|general"
        r"|governador|governadora|delegad[oa]|governo|ministério|polícia|prefeitura|sindicato|empresa|especialista"
        r"|analista|líder|candidat[oa]|cientista|primeir[oa]-ministr[oa]|papa|bispo)s?",
        re.IGNORECASE,
    ),
    honorifics=words("sr sra sr. sra. dr. dra. dom dona"),
    links=words("de do da dos das em no na para"),
    first_names=names(
        "jonas joão josé antónio antônio francisco carlos paulo pedro lucas luiz luís marcos gabriel rafael daniel"
        " marcelo bruno eduardo felipe rodrigo manuel jorge fernando ricardo miguel tiago andré",
        "ada maria ana francisca antónia adriana juliana márcia fernanda patrícia aline sandra camila amanda bruna"
        " jéssica letícia júlia luciana vanessa mariana gabriela marina catarina inês teresa joana",
    ),
    subjects=words("um uma"),
    silent=True,
    common=words("o a os as um uma e mas ou não em de do da com por para que como quando segundo ontem hoje"),
)
ITALIAN: Final = Tongue(
    verbs=verbs(
        "disse dice dichiarò dichiara spiegò spiega aggiunse aggiunge affermò afferma sottolineò sottolinea"
        " commentò commenta concluse conclude racconta raccontò sostiene sostenne ricorda ricordò osserva precisa"
        " ribadisce avverte assicura scrive risponde rispose ammette prosegue",
        "ha",
        "detto dichiarato spiegato aggiunto affermato sottolineato commentato concluso raccontato sostenuto"
        " ricordato osservato precisato ribadito avvertito assicurato scritto risposto ammesso proseguito"
        " annunciato ammonito evidenziato ricordato",
    ),
    sources=any_of("secondo stando_a"),
    that=re.compile(r"\b(?:che|come)\s*$"),
    skipped=re.compile(
        r"(?:anche|ancora|poi|inoltre|oggi|ieri|(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica))\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"lui": "m", "lei": "f"},
    determiners=words("il lo la l i gli le un uno una suo sua questo questa"),
    roles=re.compile(
        r"(?:vice|ex-?)?(?:president[ei]|presidentessa|ministr[oai]|sindac[oa]|portavoce|direttore|direttrice|deputat[oa]"
        r"|senatore|senatrice|giudice|avvocat[oa]|medic[oi]|professore|professoressa|ricercatore|ricercatrice|economista"
        r"|storic[oa]|ingegnere|ingegnera|scrittore|scrittrice|autore|autrice|giornalista|cap[oi]|segretari[oa]"
        r"|allenatore|allenatrice|giocatore|agricoltore|abitante|testimone|assessore|assessora|ambasciatore|ambasciatrice"
        r"|generale|papa|vescovo|governo|ministero|polizia|comune|sindacato|azienda|espert[oa]|analista|leader|candidat[oa]"
        r"|premier|governatore|governatrice|procuratore|commissari[oa])",
        re.IGNORECASE,
    ),
    honorifics=words("sig. signor signora dott. dottor dottoressa prof. on."),
    links=words("di del della dei degli delle dell per a al"),
    first_names=names(
        "giona paolo giovanni giuseppe antonio mario luigi francesco angelo vincenzo pietro salvatore carlo franco"
        " domenico bruno michele giorgio aldo sergio luciano matteo marco luca stefano roberto silvio enrico"
        " alessandro andrea",
        "ada maria anna giuseppina rosa angela giovanna teresa lucia carmela caterina francesca antonietta giulia"
        " chiara sara laura paola elena giorgia marta silvia federica valentina elisa",
    ),
    subjects=words("un uno una"),
    silent=True,
    common=words("il lo la i gli le un uno una e ma o non in di del della con per che come quando secondo oggi ieri"),
)
DUTCH: Final = Tongue(
    verbs=verbs(
        "zei zegt zeiden verklaarde verklaart vertelde vertelt schreef schrijft benadrukte benadrukt stelde stelt"
        " meldde meldt vond vindt waarschuwde waarschuwt antwoordde vroeg riep reageerde reageert concludeerde"
        " legde voegde liet erkende bevestigde herhaalde"
    ),
    sources=any_of("aldus volgens"),
    that=re.compile(r"\bdat\s*$"),
    skipped=re.compile(
        r"(?:ook|toen|later|verder|nog|gisteren|vandaag|(?:(?:op|afgelopen)\s+)?(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
        r"\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"hij": "m", "ze": "f", "zij": "f"},
    determiners=words("de het een zijn haar deze dit"),
    roles=re.compile(
        r"[\w-]*(?:minister|premier|burgemeester|woordvoerder|woordvoerster|directeur|directrice|voorzitter|hoogleraar"
        r"|onderzoeker|econoom|advocaat|rechter|arts|leraar|schrijver|schrijfster|trainer|coach|speler|boer|wethouder"
        r"|ambassadeur|generaal|koning|koningin|baas|leider|lijsttrekker|kamerlid|deskundige|analist|eigenaar|bewoner"
        r"|getuige|president|professor|ministerie|politie|gemeente|vakbond|bedrijf|rechtbank)",
        re.IGNORECASE,
    ),
    honorifics=words("meneer mevrouw dhr. mevr. dr."),
    links=words("van der den voor bij uit in de het"),
    first_names=names(
        "jonas jan piet pieter kees henk hans willem johan gerard peter mark wim frans rob ruud bart erik jeroen"
        " maarten sander tom thomas daan lars bram geert dick",
        "ada anna maria johanna els ingrid sigrid marieke anneke linda petra monique saskia femke lotte sanne emma"
        " julia eva lisa sophie karin wilma joke",
    ),
    common=words(
        "de het een en maar of ook als in op aan met van voor bij ik hij zij ze we wij er dit dat zo gisteren"
    ),
)
RUSSIAN: Final = Tongue(
    verbs=verbs(
        "сказал сказала сказали заявил заявила заявили отметил отметила подчеркнул подчеркнула сообщил сообщила"
        " добавил добавила пояснил пояснила рассказал рассказала считает говорит написал написала ответил ответила"
        " объяснил объяснила напомнил напомнила признал признала уточнил уточнила предупредил предупредила спросил"
        " спросила"
    ),
    sources=any_of("как_сказал как_сказала"),
    that=re.compile(r",\s*что\s*$"),
    skipped=re.compile(
        r"(?:также|тогда|потом|позже|вчера|сегодня|в\s+(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"он": "m", "она": "f"},
    determiners=frozenset(),
    roles=re.compile(
        r"(?:вице-|экс-)?(?:президент|министр|премьер|мэр|губернатор|депутат|сенатор|директор|глава|представитель"
        r"|представительница|пресс-секретарь|секретарь|судья|адвокат|врач|профессор|учёный|ученый|экономист|историк"
        r"|инженер|писатель|писательница|автор|журналист|журналистка|тренер|игрок|посол|генерал|эксперт|аналитик"
        r"|учитель|учительница|начальник|руководитель|председатель|чиновник|очевидец|житель|жительница|министерство"
        r"|полиция|правительство|компания|суд)",
        re.IGNORECASE,
    ),
    honorifics=frozenset(),
    links=frozenset(),
    first_names=names(
        "иван александр сергей дмитрий андрей алексей владимир михаил николай юрий виктор павел олег игорь пётр"
        " антон максим евгений борис василий константин денис роман",
        "анна мария елена ольга наталья татьяна ирина светлана екатерина юлия марина людмила анастасия дарья"
        " галина нина надежда вера любовь валентина",
    ),
    common=words("и а но в на с о он она мы я это как когда что вчера сегодня по из для от до не"),
)
