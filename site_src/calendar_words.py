"""Words of calendars in the languages people read: months, and weekdays, which say no more than the date beside them.

From Unicode's CLDR: the names, written out and abbreviated, by themselves and within a date, in small letters and
without full stops.
"""

# By month, without those of English. A name of two months stands with both.
MONTHS = (
    (
        "ene enero gen gener gennaio ian ianuarie jaan jaanuar janeiro januar januari január januára janv janvier "
        "janvāris janúar led leden ledna oca ocak saus sausio sausis sij siječanj siječnja sty styczeń stycznia "
        "tammi tammikuu tammikuuta ιαν ιανουάριοσ ιανουαρίου січ січень січня янв январь января яну януари јан "
        "јануар ינו ינואר كانون_الثاني يناير जन जनवरी জানু জানুয়ারি มกราคม มค"
    ),
    (
        "febbraio febr febrer febrero februar februari februarie február februára februāris febrúar fev fevereiro "
        "févr février helmi helmikuu helmikuuta lut lutego luty vas vasario vasaris veebr veebruar velj veljača "
        "veljače úno únor února şub şubat φεβ φεβρουάριοσ φεβρουαρίου лют лютий лютого феб фебруар фев февр февраль "
        "февраля февруари פבר פברואר شباط فبراير फ़र फ़रवरी ফেব ফেব্রুয়ারি กพ กุมภาพันธ์"
    ),
    (
        "bře březen března kov kovas kovo maalis maaliskuu maaliskuuta maart marca marec maret mars mart martie "
        "marts marzec marzo març março mrt márc március mär märts märz ožu ožujak ožujka μάρ μάρτιοσ μαρ μαρτίου "
        "бер березень березня мар март марта מרץ آذار مارس मार्च মার্চ มีค มีนาคม"
    ),
    (
        "abr abril aprile aprilie aprill apríl apríla aprīlis avr avril bal balandis balandžio dub duben dubna "
        "huhti huhtikuu huhtikuuta kwi kwiecień kwietnia nis nisan tra travanj travnja ápr április απρ απρίλιοσ "
        "απριλίου апр апрель апреля април квіт квітень квітня אפר אפריל أبريل نيسان अप्रैल এপ্রি এপ্রিল เมย เมษายน"
    ),
    (
        "geg gegužė gegužės kvě květen května mag maggio mai maig maijs maio maj maja mayo mayıs maí mei máj mája "
        "május svi svibanj svibnja touko toukokuu toukokuuta μάι μάιοσ μαΐ μαΐου май мая мај трав травень "
        "травня מאי أيار مايو मई মে พค พฤษภาคม"
    ),
    (
        "birž birželio birželis cze czerwca czerwiec giu giugno haz haziran iun iunie juin junho juni junij junio "
        "juny juuni jún júna június júní jūn jūnijs kesä kesäkuu kesäkuuta lip lipanj lipnja červen června čvn ιουν "
        "ιουνίου ιούν ιούνιοσ июн июнь июня черв червень червня юни јун יוני حزيران يونيو जून জুন มิถุนายน มิย"
    ),
    (
        "heinä heinäkuu heinäkuuta iul iulie juil juill juillet julho juli julij julio juliol juuli júl júla július "
        "júlí jūl jūlijs liep liepa liepos lip lipca lipiec lug luglio srp srpanj srpnja tem temmuz července "
        "červenec čvc ιουλ ιουλίου ιούλ ιούλιοσ июл июль июля лип липень липня юли јул יולי تموز يوليو जुल जुलाई "
        "জুল জুলাই กค กรกฎาคม"
    ),
    (
        "ag ago agost agosto agu agustus août augusta augusti augusts augustus augusztus avg avgust ağu ağustos elo "
        "elokuu elokuuta kol kolovoz kolovoza rugp rugpjūtis rugpjūčio sie sierpień sierpnia srp srpen srpna ágú "
        "ágúst αυγ αυγούστου αύγ αύγουστοσ авг август августа серп серпень серпня אוג אוגוסט آب أغسطس अग अगस्त আগ "
        "আগস্ট สค สิงหาคม"
    ),
    (
        "eyl eylül rugs rugsėjis rugsėjo ruj rujan rujna septembra septembre septembrie septembris septiembre set "
        "setembre setembro settembre syys syyskuu syyskuuta szept szeptember wrz wrzesień września zář září σεπ "
        "σεπτέμβριοσ σεπτεμβρίου вер вересень вересня сент сентябрь сентября сеп септембар септември ספט ספטמבר "
        "أيلول سبتمبر सित सितंबर সেপ সেপ্ট সেপ্টেম্বর กย กันยายน"
    ),
    (
        "eki ekim lis listopad listopada loka lokakuu lokakuuta octobre octombrie octubre okt oktober oktobris "
        "oktoober október októbra ott ottobre out outubro paź październik października spal spalio spalis říj říjen "
        "října οκτ οκτωβρίου οκτώβριοσ жовт жовтень жовтня окт октобар октомври октябрь октября אוק אוקטובר أكتوبر "
        "تشرين_الأول अक्टू अक्टूबर অক্টো অক্টোবর ตค ตุลาคม"
    ),
    (
        "kas kasım lapkr lapkritis lapkričio lis listopad listopada listopadu marras marraskuu marraskuuta "
        "noiembrie novembra novembre novembris novembro noviembre nóv nóvember stu studeni studenoga νοέ νοέμβριοσ "
        "νοε νοεμβρίου лист листопад листопада нов новембар ное ноември нояб ноябрь ноября נוב נובמבר تشرين_الثاني "
        "نوفمبر नव नवंबर নভে নভেম্বর พย พฤศจิกายน"
    ),
    (
        "ara aralık decembra decembrie decembris des desember desembre dets detsember dez dezember dezembro dic "
        "dicembre diciembre déc décembre gru grudnia grudzień gruod gruodis gruodžio joulu joulukuu joulukuuta pro "
        "prosinac prosinca prosince prosinec δεκ δεκέμβριοσ δεκεμβρίου груд грудень грудня дек декабрь декабря "
        "декември дец децембар דצמ דצמבר ديسمبر كانون_الأول दिस दिसंबर ডিসে ডিসেম্বর ธค ธันวาคม"
    ),
)

WEEKDAYS = (
    "an antradienis ba bảy ce ceturtd ceturtdiena chủ cmt cn cs csütörtök ct cu cum cuma cumartesi czw czwartek dc dg "
    "di dienstag dijous dilluns dim dimanche dimarts dimecres dinsdag dissabte diumenge divendres dj dl do dom "
    "domenica domingo donderdag donnerstag ds dt du dum duminică dv esmaspäev feira fi fim fimmtudagur fr fre fredag "
    "freitag fri friday fö fös föstudagur gio giovedì hai hétfő je jeu jeudi joi ju jue jueves jum jumat kam kamis ke "
    "kedd keskiviikko keskiviikkona ketvirtadienis kolmapäev kt la lau lauantai lauantaina laugardagur laupäev lu lun "
    "lundi lunedì lunes luni lö lör lördag lø lør lørdag ma maanantai maanantaina maandag man mandag mar mardi "
    "martedì martes marți me mer mercoledì mercredi mi mie miercuri min minggu mittwoch mié miércoles mið "
    "miðvikudagur mo mon monday montag má mán mánudagur må mån måndag ne ned nedelja nedeľa nedjelja neděle neljapäev "
    "nhật nie niedz niedziela năm on ons onsdag ot otrd otrdiena pa paz pazar pazartesi pe penktadienis per perjantai "
    "perjantaina perşembe pet petak petek pi piatok piektd piektdiena pirmadienis pirmd pirmdiena pią piątek pk pn po "
    "pon pondelok pondělí ponedeljek ponedjeljak poniedziałek pr pt pzt pá pátek péntek pühapäev qua quarta qui "
    "quinta rab rabu reede sa sab sabato sabtu sal salı sam samedi samstag sat saturday se seg segunda sekmadienis "
    "sel selasa sen senin sestd sestdiena sex sexta sk so sob sobota sonntag sre sreda sri srijeda st streda středa "
    "su sub subota sun sunday sunnudagur sunnuntai sunnuntaina sv svētd svētdiena sze szerda szo szombat sáb sábado "
    "sáu sâ sâm sâmbătă sö sön söndag sø søn søndag teisipäev ter terça th thu thursday thứ ti tiistai tiistaina tir "
    "tirs tirsdag tis tisdag to tor torek tors torsdag torstai torstaina tr trečiadienis trešd trešdiena tu tue "
    "tuesday tư ut uto utorak utorok vasárnap ve ven vendredi venerdì vi vie viernes vin vineri vr vrijdag we wed "
    "wednesday wo woensdag wt wto wtorek za zaterdag zo zondag ça çar çarşamba út úterý þr þri þriðjudagur čet "
    "četrtek četvrtak čt čtvrtek śr śro środa šeštadienis št štvrtok δε δευ δευτέρα κυ κυρ κυριακή πέ πέμ πέμπτη πα "
    "παρ παρασκευή σά σάβ σάββατο τε τετ τετάρτη τρ τρί τρίτη воскресенье вс вт вторник вівторок нд не нед неделя "
    "недеља неділя пе пет петак петък пн по пон понеделник понедельник понедељак понеділок пт пятница п’ятниця сб "
    "середа ср сре среда сряда су суб суббота субота събота ут уто уторак че чет четвер четверг четвртак четвъртък чт "
    "חמישי יום ראשון רביעי שבת שישי שלישי שני أحد أربعاء إثنين الأحد الأربعاء الاثنين الثلاثاء الجمعة الخميس السبت "
    "ثلاثاء جمعة خميس سبت गु गुरु गुरुवार बु बुध बुधवार मं मंगल मंगलवार रवि रविवार शनि शनिवार शु शुक्र शुक्रवार सो "
    "सोम सोमवार বুঃ বুধ বুধবার বৃঃ বৃহস্পতি বৃহস্পতিবার মঃ মঙ্গল মঙ্গলবার রঃ রবি রবিবার শনি শনিবার শুঃ শুক্র শুক্রবার "
    "সোঃ সোম সোমবার จันทร์ พฤ พฤหัส พุธ วันจันทร์ วันพฤหัสบดี วันพุธ วันศุกร์ วันอังคาร วันอาทิตย์ วันเสาร์ ศุกร์ "
    "อังคาร อา อาทิตย์ เสาร์"
)
