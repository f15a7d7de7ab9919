"""Invented papers in several languages, and for each queries with words of the passage that answers."""

from typing import Final

TEXTS: Final = {
    "zh": (
        "青石镇的老桥建于一九五八年，去年三月因裂缝关闭。",
        "镇长林晓梅表示，新桥将在后年春天通车。",
        "渔民反对在码头修建充电站，他们担心失去停船的地方。",
        "博物馆把一口铜钟归还给了海边的教堂。",
        "小学的菜园去年收获了三百公斤南瓜。",
        "狼群回到了北方的森林，牧羊人损失了二十三只羊。",
    ),
    "ja": (
        "青葉町の古い橋は一九五八年に建てられ、去年の三月に閉鎖された。",
        "町長の森田さんは、新しい橋が再来年の春に開通すると述べた。",
        "漁師たちは港の充電所に反対している。船を着ける場所がなくなるからだ。",
        "博物館は青銅の鐘を海辺の教会に返還した。",
        "小学校の菜園では去年、三百キロのカボチャが収穫された。",
        "オオカミの群れが北の森に戻り、羊飼いは二十三頭の羊を失った。",
    ),
    "ko": (
        "푸른읍의 오래된 다리는 1958년에 지어졌고 작년 삼월에 폐쇄되었다.",
        "읍장 박서연은 새 다리가 내후년 봄에 개통된다고 말했다.",
        "어부들은 항구의 충전소에 반대한다. 배를 댈 곳이 없어지기 때문이다.",
        "박물관은 청동 종을 바닷가 교회에 반환했다.",
        "초등학교 텃밭에서 작년에 호박 삼백 킬로그램을 수확했다.",
        "늑대 무리가 북쪽 숲으로 돌아왔고 목동은 양 스물세 마리를 잃었다.",
    ),
    "th": (
        "สะพานเก่าของเมืองหินเขียวสร้างเมื่อปีสองพันห้าร้อยหนึ่งและปิดเมื่อเดือนมีนาคมปีก่อน",
        "นายกเทศมนตรีสมหญิงกล่าวว่าสะพานใหม่จะเปิดใช้ในฤดูใบไม้ผลิ",
        "ชาวประมงคัดค้านสถานีชาร์จไฟฟ้าที่ท่าเรือเพราะกลัวเสียที่จอดเรือ",
        "พิพิธภัณฑ์คืนระฆังทองสัมฤทธิ์ให้โบสถ์ริมทะเล",
        "สวนผักของโรงเรียนเก็บเกี่ยวฟักทองได้สามร้อยกิโลกรัม",
        "ฝูงหมาป่ากลับมาที่ป่าทางเหนือและคนเลี้ยงแกะเสียแกะไปยี่สิบสามตัว",
    ),
    "ru": (
        "Старый мост в Каменке построили в 1958 году, а прошлой весной его закрыли из-за трещин в балках.",
        "Глава посёлка Вера Лосева сказала, что новая переправа откроется через два года.",
        "Рыбаки выступили против зарядной станции на пристани: они боятся потерять место для своих лодок.",
        "Музей вернул бронзовый колокол церкви, из которой его увезли солдаты.",
        "Школьный огород дал в прошлом году триста килограммов тыквы и ещё больше моркови.",
        "Волки вернулись в северный лес; пастухи потеряли двадцать три овцы.",
    ),
    "de": (
        "Die alte Brücke in Steinfurt wurde 1958 gebaut und im vergangenen Frühjahr wegen mehrerer Risse gesperrt.",
        "Bürgermeisterin Vera Lohse sagte, die neue Straße werde in zwei Jahren für den Verkehr freigegeben.",
        "Die Fischer lehnen die Ladestation am Kai ab: Sie fürchten um die Liegeplätze ihrer Boote.",
        "Das Museum hat die bronzene Glocke an die Kirche zurückgegeben, aus der Soldaten sie geraubt hatten.",
        "Der Schulgarten brachte im letzten Jahr dreihundert Kilogramm Kürbisse und noch mehr Möhren.",
        "Die Wölfe sind in die nördlichen Wälder zurückgekehrt; die Schäfer verloren dreiundzwanzig Schafe.",
    ),
    "fr": (
        "Le vieux pont de Pierreval a été construit en 1958 et fermé au printemps dernier à cause de fissures.",
        "La mairesse Véra Loiseau a dit que la nouvelle route serait ouverte à la circulation dans deux ans.",
        "Les pêcheurs refusent la station de recharge sur le quai : ils craignent pour leurs bateaux.",
        "Le musée a rendu la cloche de bronze à l'église d'où des soldats l'avaient emportée.",
        "Le potager de l'école a donné l'an dernier trois cents kilos de citrouilles et encore plus de carottes.",
        "Les loups sont revenus dans les forêts du nord ; les bergers ont perdu vingt-trois brebis.",
    ),
    "es": (
        "El viejo puente de Piedraval se construyó en 1958 y se cerró la primavera pasada a causa de las grietas.",
        "La alcaldesa Vera Lozano dijo que la nueva carretera se abrirá al tráfico dentro de dos años.",
        "Los pescadores rechazan la estación de carga en el muelle: temen por el sitio de sus barcos.",
        "El museo devolvió la campana de bronce a la iglesia de la que unos soldados se la habían llevado.",
        "El huerto de la escuela dio el año pasado trescientos kilos de calabazas y todavía más zanahorias.",
        "Los lobos volvieron a los bosques del norte; los pastores perdieron veintitrés ovejas en las montañas.",
    ),
    "hi": (
        "पुराना पुल बहुत पहले बनाया गया था और पिछले साल दरारों के कारण बंद हुआ।",
        "संग्रहालय ने काँसे की घंटी गिरजाघर को लौटा दी।",
        "विद्यालय के बगीचे में तीन सौ किलो कद्दू हुए।",
    ),
}
"""Papers by language."""

QUERIES: Final = {
    "zh": (
        ("老桥", 0),
        ("林晓梅说了什么", 1),
        ("渔民为什么反对充电站？", 2),
        ("铜钟 教堂", 3),
        ("小学收获了多少南瓜", 4),
        ("“北方的森林”", 5),
        ("羊", 5),
    ),
    "ja": (
        ("古い橋", 0),
        ("森田町長は何と言った", 1),
        ("漁師はなぜ充電所に反対していますか？", 2),
        ("青銅の鐘", 3),
        ("カボチャ", 4),
        ("ｵｵｶﾐ 森", 5),
        ("「北の森」", 5),
    ),
    "ko": (
        ("오래된 다리", 0),
        ("박서연은 언제 개통된다고 말했나", 1),
        ("충전소를 왜 반대합니까?", 2),
        ("청동 종", 3),
        ("호박을 얼마나 수확했나요", 4),
        ("늑대가 숲에", 5),
    ),
    "th": (
        ("สะพานเก่า", 0),
        ("สมหญิงกล่าวว่าอะไร", 1),
        ("ชาวประมงคัดค้านอะไร", 2),
        ("ระฆัง โบสถ์", 3),
        ("ฟักทองกี่กิโลกรัม", 4),
        ("หมาป่า", 5),
    ),
    "ru": (
        ("когда построили старый мост", 0),
        ("что сказала Лосева о переправе", 1),
        ("почему рыбаки против станции", 2),
        ("колокола", 3),
        ("сколько килограммов тыкв", 4),
        ("пастух потерял овец", 5),
        ("еще больше моркови", 4),
    ),
    "de": (
        ("Wann wurde die Brücke gebaut?", 0),
        ("was sagte Lohse über die Strasse", 1),
        ("Warum lehnt der Fischer die Ladestationen ab", 2),
        ("Glocken Kirchen", 3),
        ("wie viele Kürbisse", 4),
        ("Wolf Wald", 5),
        ("Moehren", 4),
    ),
    "fr": (
        ("Quand a été construit le pont ?", 0),
        ("qu'a dit la mairesse des routes", 1),
        ("pourquoi le pêcheur refuse", 2),
        ("cloches eglises", 3),
        ("combien de citrouilles", 4),
        ("forêt berger", 5),
    ),
    "es": (
        ("¿Cuándo se construyó el puente?", 0),
        ("qué dijo Lozano sobre las carreteras", 1),
        ("por qué rechaza el pescador las estaciones", 2),
        ("campanas iglesias", 3),
        ("cuántos kilos de calabaza", 4),
        ("montaña pastor", 5),
        ("estacion de carga", 2),
    ),
    "hi": (("पुराना पुल", 0), ("काँसे की घंटी", 1), ("कद्दू", 2)),
}
"""What is asked, and the place of the passage that answers."""

FOREIGN: Final = {
    "zh": ("火星探测器", "总统的退休金"),
    "ja": ("火星探査機", "大統領の年金"),
    "ko": ("화성 탐사선", "대통령 연금"),
    "th": ("ยานอวกาศ", "ประธานาธิบดี"),
    "ru": ("кто победил на выборах президента", "подводная лодка утонула"),
    "de": ("Wer gewann die Wahl zum Präsidenten?", "Atomwaffen"),
    "fr": ("Qui a gagné l'élection présidentielle ?", "sous-marin nucléaire"),
    "es": ("¿Quién ganó las elecciones presidenciales?", "submarino nuclear"),
}
"""Queries that no passage answers."""
