"""Small words of the twelve languages that tell nothing of what an idea is about, in plain letters.

Written down by hand from the commonest words of each language; one list, for customers mix their languages.
Japanese needs none: what is counted there are names of things in katakana and pairs of Chinese letters.
"""

from __future__ import annotations

from app.domain.search_words import stored_words

_ENGLISH = """
about after again all also always and any anything are aren around back because been before being
best better but can cannot cant come comes could couldnt day days did didnt does doesnt doing dont
down each else even ever every everybody everyone everything few for from get gets getting give
gives good got great had has have having her here hers him his how however ideas idea its ive just
keep kind know less let lets like little long lot lots love made make makes many maybe me mine more
morning most much must need needs never new next nice nobody not nothing now off often old once one
ones only open other our ours out over own past people perhaps please put quite rather really said
same say says see she should since some somebody someone something sometimes soon still such sure
take than thank thanks that thats the their them then there these they thing things think this those
though three through time times today together too try two under until use very want wants was way
week weeks well went were what when where which while who why will with without wont would wouldnt
year years yes yet you your yours let able going goes first second bring
"""
_GERMAN = """
aber alle allem allen aller alles als also am an andere anderen auch auf aus bald bei beim bin bis
bitte bisschen dann darf das dass dein deine dem den denn der des dich die dies diese diesem diesen
dieser dieses dir doch dort drei durch ein eine einem einen einer eines einfach einmal einige er es
etwas euch euer eure fur ganz gar gerne gern geht gibt gut gute guten hab habe haben hat hatte
hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer immer ist jede jedem jeden jeder jedes
jetzt kann kein keine keinen konnen konnte konnten leider lieber machen mal man manchmal mehr mein
meine meinem meinen mich mir mit mochte mochten muss mussen nach nicht nichts nie noch nun nur oder
oft ohne schon sehr sein seine seit sich sie sind sollte sollten sonst statt uber uns unser unsere
unter viel viele vielleicht vom von vor war waren warum was weil weniger wenn wer werden wie wieder
wir wird wo wurde wurden zum zur zwei zwischen und heute morgen tag tage wochen woche zeit leute
"""
_FRENCH = """
ainsi alors apres assez aussi autre autres avant avec avoir bien bon bonne car cela celle celui ces
cet cette chaque chez comme comment dans depuis des deux donc elle elles encore entre est etait ete
etre eux faire fait faut fois ici ils jamais jour jours juste les leur leurs lui mais meme merci mes
mieux moi moins mon nos notre nous ont par parce parfois pas pendant peu peut peutetre plus plutot
pour pourquoi pourrait pourriez pouvez quand que quel quelle quelque quelques qui quoi sans sera
serait ses seulement simple sinon son sont souvent sous sur tous tout toute toutes toujours tres
trop une vos votre vous vraiment svp plait
"""
_SPANISH = """
ademas ahi ahora haber algo alguien algun alguna algunos alli antes aqui asi aun aunque bien cada
casi como con creo cual cuando dar del desde despues dia dias donde dos ella ellas ellos entonces
entre era eran eres ese esa eso esta estaba estan estar este esto estos estoy fue gracias gusta
gustaria hace hacer hacia han hasta hay hola las les los luego mas mejor menos mis mismo mucha
muchas mucho muchos muy nada nadie ningun nos nosotros nunca otra otras otro otros para pero poco
poder podria podrian podriais poner por porque pueda puede pueden puedo pues que quien quiero
quisiera ser seria sin sobre solo son sus tal tambien tan tanto tener tengo tiene tienen toda todas
todo todos una unas uno unos usted ustedes vez veces vosotros favor
"""
_PORTUGUESE = """
agora algum alguma alguem ainda antes aquele aquela aqui assim ate bem boa bom cada com como cada
coisa dela dele deles depois desde dia dias dois duas ela elas ele eles entao entre era essa esse
esta estao estar estava este estou eram fazer foi gente gostaria gosto ha isso isto ja mais mas
melhor menos mesmo meu minha muita muito muitos nada nao nem nenhum nos nossa nosso nunca obrigado
obrigada ola ontem onde outra outro outros para pela pelo pessoas pode podem poderia poderiam por
porque pouco pra qual qualquer quando quanto que quem quero sao seja sem sempre ser seria seu seus
sim sobre sua suas tambem tanto tem tempo tenho ter toda todas todo todos tudo uma umas uns vez
vezes voce voces favor
"""
_ITALIAN = """
adesso alla alle allo almeno alcuni altra altre altri altro anche ancora avere avete aveva ben bene
buona buono che chi ci ciao cioe come comunque con cosa cosi cui dal dalla dalle dare davvero degli
dei del della delle dello dentro dopo dove dovrebbe due ecco ed era essere fa fare forse fra gia
giorni giorno gli grazie hanno ho invece la le lei lo loro lui ma magari mai meglio meno mia mie mio
molta molte molti molto negli nei nel nella nelle nessuno niente noi non nostra nostro ogni oggi ora
per perche pero piace piacerebbe piu poco poi possibile potete potrebbe potreste prima proprio puo
qualche qualcosa qualcuno quale quando quasi quella quelle quello questa queste questi questo qui
quindi sarebbe sempre senza sia siamo siete solo sono sopra sotto spesso stata stato sua sue sul
sulla suo tanto tra troppo tutta tutte tutti tutto una uno vorrei volta volte vostra vostro favore
"""
_POLISH = """
aby ale albo ani bardzo bez beda bedzie bo byc byla bylo byly bylby bym caly chcialbym chcialabym
chyba ciagle co cos czasem czasami czy dla dlaczego dni dnia dobra dobre dobry dobrze dwa dwie dzien
dziekuje dzis dzisiaj gdy gdyby gdzie ich ile inne inny iz jak jaki jako jakis jednak jeden jedna
jego jej jest jestem jeszcze jesli juz kazdy kiedy kilka kto ktora ktore ktory ktorzy lub ludzi maja
mam mamy mi miec mnie moga moglby moglibyscie moj moja moze mozna nad nam nas nasz nasza nawet nic
nich nie niech nigdy nim niz oby od ona one oni oraz pan pani po pod podczas poniewaz potem prosze
przed przez przy raz rowniez sa sam sie sobie sobote swoj tak taka takie takze tam ten tego tej temu
teraz tez to toby trochę tu tutaj tych tylko tym u w wam was wasz we wiec wiecej wiele wlasnie
wszystko wtedy wy z za zawsze ze zeby znow
"""
_TURKISH = """
acaba ama ancak artik asla az bana bazen bazi belki ben beni benim bence bir biraz biri birkac
birsey biz bize bizim boyle bu buna bunlar bunu bunun burada butun cok cunku da daha de degil demek
diger diye en fakat gibi gore guzel gun hangi hatta hem hep hepsi her herkes hic icin iki ile ise
iste iyi kadar kendi keske ki kim lutfen mi misiniz mu musunuz nasil ne neden nerede niye o olan
olarak oldu olmasi olsa olsun olur olabilir olabilir oldugu once ona onlar onu onun orada oyle peki
pek sadece sanki sen sey sizin siz size simdi sonra su sonra tabii tesekkurler tum uzere ve var veya
ya yani yeni yine yok zaman daha olursa istiyorum isterim
"""
_ARABIC = """
في من على الى إلى عن مع هذا هذه ذلك تلك هناك هنا التي الذي الذين ما ماذا متى كيف اين أين لماذا هل لا
لم لن ليس كان كانت يكون تكون أن ان إن أو او ثم لكن كل بعض غير أكثر اكثر أقل جدا أيضا ايضا فقط قد لو
حتى عند عندما بعد قبل بين حول خلال منذ يمكن ممكن يمكنكم أريد نريد أود لنا لكم لي له لها لهم نحن أنا
انا انت أنت هو هي هم شكرا رجاء يوم أيام شيء أي اي إذا اذا مثل بدون دائما أحيانا الآن اليوم بسبب وقت
مرة كما
"""
_HINDI = """
और का की के को में से पर है हैं था थी थे हो होता होती होते हुआ हुई कर करना करने करें करते किया कि जो
यह ये वह वे इस उस इन उन एक दो नहीं न तो भी ही या अगर लेकिन पर मगर क्या क्यों कब कहाँ कैसे कौन कुछ सब
सभी बहुत ज्यादा ज़्यादा कम थोड़ा अच्छा अच्छी अच्छे लिए साथ बाद पहले तक फिर अब आज कल यहाँ वहाँ मैं
मुझे मेरा मेरी हम हमें हमारा हमारे आप आपके आपका आपकी कृपया धन्यवाद सकते सकता सकती चाहिए दें दिया
देना रहा रही रहे जाए जाता जाती तरह वाला वाली वाले दिन समय लोग बार
"""
_CHINESE = """
我们 你们 他们 她们 它们 这个 那个 这里 那里 这些 那些 什么 怎么 为什 什么 可以 可不 不可 能不 不能
是不 不是 没有 一个 一些 一下 一点 一直 因为 所以 但是 如果 或者 还是 就是 也是 都是 真的 非常 比较
希望 觉得 知道 谢谢 请问 时候 现在 今天 每天 有时 时间 大家 自己 应该 需要 可能 已经 能否 是否 很多
的话 的时 了一 有一
"""

_ALL = (
    _ENGLISH,
    _GERMAN,
    _FRENCH,
    _SPANISH,
    _PORTUGUESE,
    _ITALIAN,
    _POLISH,
    _TURKISH,
    _ARABIC,
    _HINDI,
    _CHINESE,
)
STOP_WORDS = frozenset(stored_words(*_ALL).split())
