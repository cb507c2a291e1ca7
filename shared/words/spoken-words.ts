/**
 * Danish words that are easily said and heard on the telephone: no two are alike but for one letter. A list of about 500,
 * so that seven of them hold more than 60 bits.
 */
export const spokenWords: readonly string[] = `
abe advokat afgang aften agern agurk album alm altan ananas anker appelsin april asfalt atlas august avis bad
bagage bager bakke balkon bambus banan bane bark bavian bil billede billet bjerg blomst blyant bog boks bold
bonde brev brille brise bro brosten buket bukser bunke bus butik byge bygning bånd båre bælte bær bæver bøde
bølge børste celle cement cirkel cirkus citron cykel dag damp dans datter december delfin diamant digt dirigent
dragt dromedar dronning drue dråbe dukke dværg dyne dåse dør ebbe edderkop efterår ekko elefant elev elg engel
eventyr fabrik fakkel falk familie farve fasan februar fejekost ferie fisk fjeder fjer fjord flag flamme flaske
flint flod flue fløde fløjte foto frakke fredag fregne frost frugt fugl fyr fyrre gaffel galop garn gartner gave
gilde gips giraf glas glasur glimt glød gnist gople gran granit grankogle greve grib grotte gryde græs grøft
guitar gulerod gulv gynge gåde gård gås gæst gøg hale hammer hamster handske harpe hat havn havre hegn hejre
helt hval hvede hvile hylde hytte håb hæfte hæk høne høst høvding høvl ild ingefær insekt isbjørn istap januar
jernbane jordbær juli jæger kabel kaffe kage kaktus kalender kalkun kam kamera kamin kanal kande kano kappe
kapsel kartoffel karton kasse kastanje kegle kejser kerne kiks kirke kirsebær kiste kjole klase klode klokke
klovn kløver knap kniv knold knude kok konge kontor korn kotelet krans krebs krone krukke krystal krølle kurv
kusine kvist kylling kyst kæde kælder køje køkken laks lampe land lavine leg lejr lilje loft lomme love lufthavn
lugt lyd lygte lyng læbe læder lærke maj maleri mandel manke marts mejse mel melon messing middag mikrofon minut
mole morgen mos motor mudder mur murer museum musik myg mynte myre måge måltid måned mælk møbel mølle mønt nabo
nattergal natur nederdel nelde net nougat november nål næb nød nøgle oase oktober olie oliven onkel onsdag opera
orgel orkan orkester ost oter ovn palme panda papegøje papir paraply pause peber pels pen pensel perle perron
piano pilot pingvin plade plante plov plæne pony poppel porre port prins prop pude puma pumpe pung puslespil
pære pølse radio radise ramme reb rede regnbue ridder ring ris robot rod rose rosin rug ruin rulle rute rygsæk
ræv rødbede rønnebær saft sal salami salat sandal sang sauna seddel sejl sele sennep september silke sirup skab
skakbræt skarv skilt skinke skjold skjorte skole skomager skov skrue sky skygge skål slange slot slæde smed smil
smykke smør sne snegl snor sofa sommer sovs spade spand spindel sporvogn spurv spøgelse stald station sten sti
stige stjerne stok storm strand stribe struds strå strømpe stue stær støvle sukker suppe svale svamp sværd
syltetøj søjle søm søndag søster søvn tallerken tante tavle taxa teater terning tid tiger time tinde tirsdag
tomat torsk torv traktor tranebær trappe tromme trompet tråd træ trøje tulipan tunge tunnel tårn tæppe tærte
tøffel tørklæde uge undulat vagt valmue valnød vandfald vej vers vifte viking vin vindue vinge vinter viol
violin vise vogn vugge vulkan væg zebra zone æble ærme æske økse ørken ørn ørred østers
`
  .trim()
  .split(/\s+/u);
