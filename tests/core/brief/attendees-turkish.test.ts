import { expect, test } from "vitest";
import { attendeesOf, parts } from "./read-people.js";

const list = "Kızılay Başkanı Ece Al";

test.each([
  ["host in the genitive", "Toplantı, Kazakistan Bakanı Anar Bek'in ev sahipliğinde düzenlendi.", ["Anar Bek host"]],
  ["host without apostrophe suffix of a country", "Toplantı, Azerbaycan'ın ev sahipliğinde düzenlendi.", []],
  [
    "host whose ending has no apostrophe",
    "Toplantı, Azerbaycan Bakanı Anar Aslanovun ev sahipliğinde düzenlendi.",
    ["Anar Aslanov host"],
  ],
  ["a name behind an institution", "Kızılay Genel Kurulunda Ece Al konuştu.", ["Ece Al speaker"]],
  ["host who does it", "Toplantıya Vali Can Us ev sahipliği yaptı.", ["Can Us host"]],
  ["chair", "Kurul, Bakan Can Us başkanlığında toplandı.", ["Can Us chair"]],
  ["chair in the genitive", "Kurul, Bakan Can Us'un başkanlığında toplandı.", ["Can Us chair"]],
  ["chair before the verb", "Divan başkanlığını Bakan Can Us'un yaptığı kurul toplandı.", ["Can Us chair"]],
  [
    "head of a delegation",
    "Bakan Can Us başkanlığındaki heyet, Vali Ali Kaya'yı ziyaret etti.",
    ["Can Us present", "Ali Kaya present"],
  ],
  [
    "list",
    `Toplantıya ${list}, Vali Can Us ile Rektör Dr. Nur Tan katıldı.`,
    ["Ece Al present", "Can Us present", "Nur Tan present"],
  ],
  [
    "list with ve inside an office",
    "Törene Ulaştırma ve Altyapı Bakanı Can Us ve Vali Ali Kaya katıldı.",
    ["Can Us present", "Ali Kaya present"],
  ],
  [
    "list with commas inside an office",
    "Törene Vali Can Us, Çevre, Şehircilik ve İklim Değişikliği Bakanı Ali Kaya katıldı.",
    ["Can Us present", "Ali Kaya present"],
  ],
  [
    "list without commas",
    "Törende Azerbaycan Bakanı Anar Hesen Kazakistan Bakanı Erlan Nur Özbekistan Bakanı Aziz Kul yer aldı.",
    ["Anar Hesen present", "Erlan Nur present", "Aziz Kul present"],
  ],
  [
    "semicolons",
    "Törende Azerbaycan Bakanı Anar Hesen; Kazakistan Bakanı Erlan Nur hazır bulundu.",
    ["Anar Hesen present", "Erlan Nur present"],
  ],
  [
    "shared title",
    "Törene Bakan Yardımcıları Can Us, Ali Kaya ve Nur Tan katıldı.",
    ["Can Us present", "Ali Kaya present", "Nur Tan present"],
  ],
  ["two offices", "Törene Başbakan Yardımcısı ve Dışişleri Bakanı Can Us katıldı.", ["Can Us present"]],
  [
    "list over two sentences",
    "Törene Vali Can Us katıldı. Gözlemci olarak Macaristan Bakanı Anna Kis de hazır bulundu.",
    ["Can Us present", "Anna Kis present"],
  ],
  ["iştirak", "Törene Vali Can Us iştirak etti.", ["Can Us present"]],
  ["yanı sıra", "Törene Vali Can Us'un yanı sıra Rektör Nur Tan katıldı.", ["Can Us present", "Nur Tan present"]],
  [
    "katılımıyla",
    "Tören, Vali Can Us ve Rektör Nur Tan'ın katılımıyla yapıldı.",
    ["Can Us present", "Nur Tan present"],
  ],
  ["gen. participle", "Vali Can Us'un katıldığı törende konuşuldu.", ["Can Us present"]],
  ["bir araya geldi", "Bakan Can Us, Bakan Ali Kaya ile bir araya geldi.", ["Can Us present", "Ali Kaya present"]],
  ["suffixed ile", "Bakan Can Us, Bakan Ali Kaya'yla görüştü.", ["Can Us present", "Ali Kaya present"]],
  ["telephone", "Bakan Can Us, Bakan Ali Kaya ile telefonda görüştü.", ["Can Us present", "Ali Kaya present"]],
  ["received", "Bakan Can Us, Büyükelçi Ali Kaya'yı kabul etti.", ["Can Us host", "Ali Kaya present"]],
  ["received, passive", "Can Us, Bakan Ali Kaya tarafından kabul edildi.", ["Can Us present", "Ali Kaya host"]],
  ["visited", "Bakan Can Us, Vali Ali Kaya'yı makamında ziyaret etti.", ["Can Us present", "Ali Kaya present"]],
  ["welcomed", "Bakan Can Us'u havalimanında Vali Ali Kaya karşıladı.", ["Can Us present", "Ali Kaya present"]],
  ["accompanied", "Bakan Can Us'a Vali Ali Kaya eşlik etti.", ["Can Us present", "Ali Kaya present"]],
  [
    "signed for sides",
    "Belgeyi Türkiye adına Bakan Can Us, Katar adına Bakan Ali Kaya imzaladı.",
    ["Can Us present", "Ali Kaya present"],
  ],
  ["signed by", "Belge, Bakan Can Us ile Bakan Ali Kaya tarafından imzalandı.", ["Can Us present", "Ali Kaya present"]],
  [
    "ribbon",
    "Açılış kurdelesini, Vali Can Us ve Rektör Nur Tan birlikte kesti.",
    ["Can Us present", "Nur Tan present"],
  ],
  ["speaker, participle", "Törende konuşan Vali Can Us, destek istedi.", ["Can Us speaker"]],
  ["speaker, speech", "Vali Can Us, törende yaptığı konuşmada destek istedi.", ["Can Us speaker"]],
  [
    "what a speaker foretells is no plan",
    "Vali Can Us, Gazze'ye yardım ulaştıracak geminin uğurlama töreninde yaptığı konuşmada yardımların süreceğini belirtti.",
    ["Can Us speaker"],
  ],
  [
    "steps to be taken are no plan",
    "Bakan Can Us ile Vali Ali Kaya bir araya gelerek atılacak adımları görüştü.",
    ["Can Us present", "Ali Kaya present"],
  ],
  [
    "speakers in a row",
    "Toplantıda konuşan Vali Can Us teşekkür etti. | Rektör Nur Tan da destek istediklerini söyledi.",
    ["Can Us speaker", "Nur Tan speaker"],
  ],
  [
    "speaker of the list is present",
    "Törene Vali Can Us katıldı. | Us, törende yaptığı konuşmada teşekkür etti.",
    ["Can Us present"],
  ],
  ["video message", "Konferansa Genel Sekreter Can Us video mesaj gönderdi.", ["Can Us message"]],
  [
    "surname first, full name later",
    "Us, Kaya'yı kabul etti. | Bakan Can Us ile Vali Ali Kaya'nın görüşmesi sürüyor.",
    ["Can Us host", "Ali Kaya present"],
  ],
  [
    "foreign particles",
    "Bakan Can Us, Katar Emiri Şeyh Temim bin Hamed Al Sani'yi kabul etti.",
    ["Can Us host", "Temim bin Hamed Al Sani present"],
  ],
  [
    "el- in a name",
    "Törene Kuzey Sina Valisi Halid bin Mecdi el-Verdani katıldı.",
    ["Halid bin Mecdi el-Verdani present"],
  ],
  ["month as a name", "Törene Cumhurbaşkanı Kasım Tok katıldı.", ["Kasım Tok present"]],
  ["arrived", "Bakan Can Us, temaslarda bulunmak üzere Bakü'ye geldi.", ["Can Us present"]],
  [
    "arrived with others",
    "Us ile Bakan Ali Kaya, Vali Nur Tan da Astana'ya geldi. | Başbakan Can Us gezdi.",
    ["Ali Kaya present", "Nur Tan present", "Can Us present"],
  ],
  [
    "met at the airport, plans behind",
    "Vali Nur Tan tarafından karşılanan Bakan Can Us, yarın Bakan Ali Kaya ile görüşecek.",
    ["Nur Tan present", "Can Us present"],
  ],
  [
    "received with people unnamed",
    "Başbakan Can Us, Genel Sekreter Ali Kaya ile üye ülkelerin bakanlarını kabul etti.",
    ["Can Us host", "Ali Kaya present"],
  ],
  [
    "da written onto the name",
    "Törende Bakan Can Us ve Vali Ali Kaya'da yer aldı.",
    ["Can Us present", "Ali Kaya present"],
  ],
  ["small letters in a title", "Törene Tarım ve Su kaynakları bakanı Can Us katıldı.", ["Can Us present"]],
  ["gave blood", "Vali Can Us ve Rektör Nur Tan kan bağışında bulundu.", ["Can Us present", "Nur Tan present"]],
  [
    "speaks at what was told before",
    "Vali Can Us törene katıldı. | Us, ilin geliştiğini söyledi. | Tören sürdü. | Rektör Nur Tan da sevindiğini belirtti.",
    ["Can Us present", "Nur Tan speaker"],
  ],
  [
    "joint press conference",
    "Bakan Can Us ve Bakan Anar Bek, ortak basın toplantısı düzenledi.",
    ["Can Us present", "Anar Bek present"],
  ],
  ["a place behind a surname", "Us, Bişkek'e gitti. | Vali Can Us Bakü'ye ulaştı.", ["Can Us present"]],
  ["unknown office by its shape", "Törene Azerbaycan Aksülalı Anar Hesen katıldı.", ["Anar Hesen present"]],
  [
    "delegation's case",
    "Vali Can Us, Kızılay Başkanı Ece Al ve beraberindeki heyeti kabul etti.",
    ["Can Us host", "Ece Al present"],
  ],
  [
    "gave as a present",
    "Vali Can Us, Rektör Ali Kaya'ya el yazması bir kitap hediye etti.",
    ["Can Us present", "Ali Kaya present"],
  ],
  ["planted a tree", "Bakan Can Us ve Vali Ali Kaya çınar ağacı dikti.", ["Can Us present", "Ali Kaya present"]],
  ["received people unnamed", "Bakan Can Us, Balkan ülkelerinden dernek mensuplarını ağırladı.", ["Can Us host"]],
  ["prayer first", "Gemi, Müftü Can Us'un duasının ardından hareket etti.", ["Can Us present"]],
  [
    "company of one who arrives",
    "Genel Müdür Can Us ile Ankara'ya gelen Bakan Ali Kaya'yı öğrenciler karşıladı.",
    ["Can Us present", "Ali Kaya present"],
  ],
  [
    "one case for two before a participle",
    "Vali Can Us ve Rektör Ali Kaya ile bir araya gelen Bakan Nur Tan'ın ayrıca, Başkan Ece Al, Müdür Cem Er ve Başhekim Can Ot ile görüşmesi bekleniyor.",
    ["Can Us present", "Ali Kaya present", "Nur Tan present"],
  ],
  [
    "speaker before where he speaks",
    "Vali Can Us, İnciraltı Kent Ormanı'nda yapılan fidan etkinliğinde, bölgenin yeşereceğini söyledi.",
    ["Can Us speaker"],
  ],
  [
    "a case without an apostrophe",
    "Vali Nur Tan, Belediye Başkanı Can Usalı ziyaret etti. | Usal, ziyaretten memnun olduğunu söyledi.",
    ["Nur Tan present", "Can Usal present"],
  ],
  [
    "a surname that ends like a case",
    "Vali Nur Tan, Belediye Başkanı Can Usalı ile görüştü. | Usalı, memnun olduğunu söyledi.",
    ["Nur Tan present", "Can Usalı present"],
  ],
  [
    "a party between office and name",
    "Belediye Başkanı ABC'li Can Us'u ziyaret eden Vali Nur Tan, Muhtar Gül Parti'li Ali Kaya ile de görüştü.",
    ["Can Us present", "Nur Tan present", "Ali Kaya present"],
  ],
  [
    "together, the second with where he is from",
    "Toplantı, Kazak Bakan Erlan Nur ile Türkiye'den Bakan Can Us eş başkanlığında yapıldı.",
    ["Erlan Nur chair", "Can Us chair"],
  ],
  [
    "after a visit",
    "Vali Can Us, Rektör Ali Kaya'yı ziyaret ettikten sonra kentten ayrıldı.",
    ["Can Us present", "Ali Kaya present"],
  ],
  ["an office in its case is no name", "Vali Can Us, Kızılay Başkanını ziyaret etti.", ["Can Us present"]],
])("there: %s", (_name, text, wanted) => {
  expect(parts(text)).toEqual(wanted);
});

test.each([
  ["future", "Törene Vali Can Us ve Rektör Nur Tan katılacak."],
  ["expected", "Törene Vali Can Us'un katılması bekleniyor."],
  ["future host", "Zirve, Cumhurbaşkanı Can Us'un ev sahipliğinde Bakü'de düzenlenecek."],
  ["planned call", "Bakan Can Us'un, Bakan Ali Kaya ile görüşmesi bekleniyor."],
  ["negated", "Törene Vali Can Us katılmadı."],
  ["written statement", "Vali Can Us, yaptığı yazılı açıklamada yardımların sürdüğünü bildirdi."],
  ["to the agency", "Vali Can Us, AA muhabirine yaptığı açıklamada yardımların sürdüğünü söyledi."],
  ["social media", "Bakan Can Us, sosyal medya hesabından taziyede bulundu."],
  ["congratulated", "Bakan Can Us, Vali Ali Kaya'yı tebrik etti."],
  ["in quotation marks", 'Sözcü, "Vali Can Us toplantıya katıldı." dedi.'],
  ["a building", "Heyet, Haydar Aliyev Merkezi'nde bir araya geldi."],
  ["reported", "Bakan Can Us'un toplantıya katıldığını söylediler."],
  ["old story", "Vali Can Us toplantıya katılmıştı."],
  ["adopted a text", "Meclis, Bakan Can Us'un sunduğu tasarıyı kabul etti."],
  ["tomorrow, told as present", "Bakan Can Us, yarın törene katılıyor."],
  ["tomorrow's host", "Zirve, Cumhurbaşkanı Can Us'un ev sahipliğinde yarın başlıyor."],
  ["arrived without an office", "Yaralı Can Us, tedavi için Ankara'ya geldi."],
  ["who came long ago", "Ankara'ya gelen doktor Can Us, ameliyatları anlattı."],
  ["speaks to the press after others", "Vali Can Us açıklama yaptı. | Rektör Nur Tan da sevindiğini belirtti."],
  ["in a list of actors", "Filmin kadrosunda Can Us da yer alıyor."],
  ["a donor's record", "Mehmet Us, bugüne kadar 60 kez kan verdi."],
  ["died", "Can Us, konseyin toplantılarına katıldı. | Us, 84 yaşında hayatını kaybetti."],
  ["buried", "Can Us, konseyin toplantılarına katıldı. | Us, memleketinde son yolculuğuna uğurlandı."],
  ["the late", "Törende, merhum Can Us ile Vali Ali Kayanın dostluğu anlatıldı. | Us, kurula katıldı."],
  ["his funeral", "Vali Can Us'un cenazesi getirildi. | Us, törende hazır bulundu."],
  ["an elder of the past", "Besim Paşa, kurulun toplantısına başkanlık etti."],
  ["written message", "Vali Can Us, bayram dolayısıyla mesaj yayımladı."],
  [
    "speaker of a statement that names an event",
    "Vali Can Us, kutlama için yapılan yazılı açıklamada, yağıştaki töreni, etkinlikte, söyledi.",
  ],
  ["a present of somebody", "Vali Can Us, Rektör Ali Kaya'nın hediye ettiği kitabı anlattı."],
  ["trees without an office", "Köylü Can Us, bahçesine ceviz ağacı dikti."],
  ["received nobody", "Ankara, Bakan Can Us'un doğduğu yılda fuarı ağırladı."],
  ["after a visit to come", "Vali Can Us, Rektör Ali Kaya'yı ziyaret ettikten sonra törene katılacak."],
  ["an office without its name", "Sivas milletvekilleri Kızılay Başkanını ziyaret etti."],
])("not there: %s", (_name, text) => {
  expect(parts(text)).toEqual([]);
});

test.each([
  ["instead of", "Toplantıya Bakan Ali Kaya'nın yerine Müsteşar Can Us katıldı.", ["Can Us present"]],
  ["absent, represented", "Bakan Ali Kaya katılmazken ülkesini Müsteşar Can Us temsil etti.", ["Can Us present"]],
  ["for somebody", "Toplantıya Bakan Ali Kaya adına Müsteşar Can Us katıldı.", ["Can Us present"]],
  ["greetings", "Cumhurbaşkanı Ali Kaya'nın selamını ileten Bakan Can Us, toplantıya katıldı.", ["Can Us present"]],
  ["thanked by a speaker", "Törende konuşan Vali Can Us, Bakan Ali Kaya'ya teşekkür etti.", ["Can Us speaker"]],
  ["funeral", "Vali Can Us, merhum Müdür Ali Kaya'nın cenaze törenine katıldı.", ["Can Us present"]],
  ["of whom somebody tells", "Törene katılan Vali Can Us, eşi Nur Us ile olan anılarını anlattı.", ["Can Us present"]],
  [
    "speaks to the press after the meeting",
    "Vali Can Us törene katıldı. | Vali, gazetecilere konuştu. | Rektör Nur Tan da sevindiğini belirtti.",
    ["Can Us present"],
  ],
  ["an institution in its case", "Vali Can Us, Dağıstan Derneğini ziyaret etti.", ["Can Us present"]],
  ["a couple's surname", "Vali Can Us, eşi Nur Us'u andı. | Us, törene katıldı.", ["Can Us present"]],
  [
    "the spouse who came",
    "Törene Vali Can Us'un eşi Nur Us katıldı. | Us, alanda incelemelerde bulundu.",
    ["Nur Us present"],
  ],
  [
    "others died",
    "Vali Can Us törene katıldı. | Vali Can Us, depremde 40 kişi hayatını kaybetti diye bildirdi.",
    ["Can Us present"],
  ],
  ["spouse", "Tören, Bakan Ali Kaya'nın eşi Nur Kaya'nın katılımıyla yapıldı.", ["Nur Kaya present"]],
])("only one of them: %s", (_name, text, wanted) => {
  expect(parts(text)).toEqual(wanted);
});

test.each([
  ["years ago", "Vali Can Us, 2005'te kurula katıldı.", 0],
  ["years ago, told with the word", "Vali Can Us, 2005 yılında kurula katıldı.", 0],
  ["this year", "Vali Can Us, 2026'da kurula katıldı.", 1],
  ["a year that is a thing's", "Vali Can Us, 1911 tarihli konağı ziyaret etti.", 1],
  ["a year of the founding", "2005'te kurulan kurula Vali Can Us katıldı.", 1],
])("the year counts: %s", (_name, text, count) => {
  expect(attendeesOf(text, "tr", Date.UTC(2026, 4, 5))).toHaveLength(count);
  expect(attendeesOf(text)).toHaveLength(1);
});
