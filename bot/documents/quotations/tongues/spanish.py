"""Who says what in Spanish: "…", dijo X; X dijo: "…"; "…", según X."""

import re
from typing import Final

from bot.documents.quotations.tongues.tongue import Tongue, any_of, names, verbs, words

_DAYS: Final = "(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)"
SPANISH: Final = Tongue(
    verbs=verbs(
        "dijo dice dijeron afirmó afirma aseguró asegura explicó explica señaló señala indicó indica añadió añade"
        " agregó agrega declaró declara sostuvo sostiene manifestó manifiesta subrayó subraya destacó destaca"
        " apuntó apunta advirtió advierte comentó comenta recordó recuerda insistió insiste concluyó concluye"
        " precisó precisa expresó expresa reconoció reconoce lamentó lamenta respondió responde preguntó pregunta"
        " escribió escribe contó cuenta anunció anuncia detalló detalla relató relata reiteró reitera enfatizó"
        " admitió admite opinó opina prometió denunció denuncia confesó confiesa remarcó resumió zanjó alertó"
        " exclamó informó",
        "ha",
        "dicho afirmado asegurado explicado señalado indicado añadido declarado sostenido manifestado subrayado"
        " destacado apuntado advertido comentado recordado insistido concluido precisado reconocido lamentado"
        " respondido escrito contado anunciado detallado reiterado admitido opinado",
    ),
    sources=any_of("según de_acuerdo_con en_palabras_de"),
    that=re.compile(r"\bque\s*$"),
    skipped=re.compile(
        rf"(?:también|después|luego|hoy|ayer|además|entonces|(?:el|este|el\s+pasado)\s+{_DAYS})\b\s*",
        re.IGNORECASE,
    ),
    pronouns={"él": "m", "ella": "f"},
    determiners=words("el la los las un una su este esta"),
    roles=re.compile(
        r"(?:vice|ex)?(?:president[ea]|ministr[oa]|alcalde|alcaldesa|portavoz|director|directora|diputad[oa]|senador|senadora"
        r"|juez|jueza|fiscal|abogad[oa]|médic[oa]|profesor|profesora|investigador|investigadora|economista|historiador"
        r"|historiadora|ingenier[oa]|escritor|escritora|autor|autora|periodista|jef[ea]|secretari[oa]|entrenador"
        r"|entrenadora|jugador|jugadora|agricultor|agricultora|vecin[oa]|testigo|concejal|concejala|embajador|embajadora"
        r"|general|papa|obispo|rey|reina|consejer[oa]|gobierno|ministerio|policía|ayuntamiento|sindicato|asociación|empresa"
        r"|grupo|tribunal|comisión|especialista|expert[oa]|analista|fundador|fundadora|líder|candidat[oa]|gobernador"
        r"|gobernadora|canciller|mandatari[oa]|vocer[oa]|titular|funcionari[oa]|responsable|propietari[oa]|dueñ[oa]|artista"
        r"|actor|actriz|cantante|científic[oa]|biólog[oa]|virólog[oa]|sociólog[oa]|primer|primera|comisari[oa])s?",
        re.IGNORECASE,
    ),
    honorifics=words("don doña sr sra sr. sra. dr. dra."),
    links=words("de del en para al"),
    first_names=names(
        "jonás pedro juan josé antonio manuel francisco luis javier carlos miguel rafael daniel jesús alejandro"
        " pablo sergio fernando jorge alberto álvaro diego adrián enrique ramón vicente andrés joaquín ignacio"
        " gabriel mariano felipe óscar rubén iván gustavo hugo nicolás mario ricardo eduardo roberto santiago"
        " emilio tomás alfonso",
        "ada maría carmen ana isabel laura cristina marta lucía elena pilar raquel mercedes rosa beatriz teresa"
        " silvia patricia mónica andrea sara paula claudia cristina alejandra gabriela verónica adriana yolanda"
        " irene julia inés nuria soraya esperanza dolores manuela margarita",
    ),
    subjects=words("un una"),
    silent=True,
    common=words(
        "el la los las un una y pero o si no en de del con por para que como cuando según este esta lunes martes"
        " miércoles jueves viernes sábado domingo ayer hoy también además"
    ),
)
