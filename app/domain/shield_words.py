"""The words by which an idea seems to speak of somebody, in the languages Teacup speaks.

Heuristics, and few of them: each makes the owner look at what she would else find on the board. Lower case.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


# One who works here, in one word. No plural and no "staff": those speak of nobody in particular.
STAFF_WORDS = _words(
    "cashier barista waitress waiter shopgirl salesgirl saleswoman salesman",
    "kassiererin kassierer verkäuferin verkäufer kellnerin kellner",
    "cajera cajero camarera camarero dependienta dependiente",
    "caissière caissier serveuse serveur vendeuse vendeur",
    "empregada empregado atendente balconista garçonete garçom",
    "cassiera cassiere cameriera cameriere commessa commesso",
    "kasjerka kasjer kelnerka kelner sprzedawczyni sprzedawca ekspedientka ekspedient",
    "kasiyer garson tezgahtar tezgâhtar",
    "الموظفة الموظف البائعة البائع الكاشيرة الكاشير النادلة النادل",
    "कैशियर वेट्रेस वेटर",
)
# Somebody, and the place where those who work here stand.
PEOPLE = _words(
    "woman man lady girl boy guy gentleman person",
    "frau mann dame mädchen junge herr",
    "señora señor chica chico mujer hombre",
    "femme homme dame fille garçon monsieur",
    "senhora senhor moça moço mulher homem",
    "signora signore ragazza ragazzo donna uomo",
    "pani pan dziewczyna chłopak kobieta mężczyzna",
    "kadın adam bayan kız çocuk",
    "السيدة الرجل الفتاة الشاب",
    "महिला आदमी लड़की लड़का",
)
PLACES = _words(
    "till counter checkout register kasse theke tresen caja mostrador barra caisse comptoir",
    "caixa balcão cassa bancone kasie ladą kasa الصندوق काउंटर",
)
# How many words may stand between the two: "the man with the grey beard behind the counter".
REACH = 8
# In one language the place comes first.
PLACES_BEFORE = _words("kasadaki tezgahtaki tezgâhtaki")
# Before a name, where the name begins with a capital.
TITLES = _words(
    "mr mrs ms miss dr frau herr herrn sr sra srta señor señora don doña",
    "monsieur madame mme mlle senhor senhora dona signor signora sig dott pan pani",
    "السيد السيدة الأستاذ الأستاذة الدكتور श्री श्रीमती",
)
# After a name.
TITLES_BEHIND = _words("hanım bey जी")
# Who else was there.
CUSTOMER_WORDS = _words(
    "neighbour neighbor nachbar nachbarin vecina vecino voisin voisine vizinho vizinha",
    "vicina sąsiad sąsiadka komşu komşum جاري جارتي पड़ोसी पड़ोसन",
)
HEALTH_WORDS = _words(
    "diabetes diabetic epilepsy epileptic cancer dementia alzheimer depression pregnant allergic",
    "asthma coeliac celiac hiv chemotherapy autistic",
    "diabetikerin diabetiker epilepsie krebs demenz depressionen schwanger allergisch zöliakie",
    "diabética diabético epilepsia cáncer demencia depresión embarazada alérgica alérgico celíaca celíaco",
    "diabète diabétique épilepsie démence enceinte allergique cœliaque",
    "câncer demência depressão grávida",
    "diabete diabetica diabetico epilessia tumore demenza depressione incinta allergica allergico",
    "celiaca celiaco",
    "cukrzycę cukrzyca padaczka padaczkę demencja depresja ciąży uczulona uczulony celiakię celiakia",
    "diyabet epilepsi kanser demans depresyon hamile hamileyim alerjim çölyak",
    "السكري الصرع السرطان الخرف الاكتئاب حامل حساسية",
    "मधुमेह मिर्गी कैंसर गर्भवती एलर्जी",
)
# Where a script writes no spaces a word is looked for wherever it stands.
STAFF_RUNS = (
    "收银员",
    "收银的",
    "服务员",
    "店员",
    "柜台的",
    "店員さん",
    "レジの女",
    "レジの男",
    "レジの人",
    "ウェイトレス",
)
HEALTH_RUNS = (
    "糖尿病",
    "癫痫",
    "癌症",
    "怀孕",
    "过敏",
    "抑郁",
    "てんかん",
    "がん患者",
    "妊娠",
    "アレルギー",
    "認知症",
)
