import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { markBackground } from "../../../src/core/brief/background.js";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

function read(body: string | readonly string[], language: Tongue = "tr") {
  const { doc } = story({ body, language });
  return readDecisions(doc, lexicons[language]).map(({ kind, text }) => `${kind}: ${text}`);
}

test("the model case: seven decisions, each once", () => {
  const file = new URL("../../fixtures/articles/model.txt", import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const body = lines.slice(7).map((line) => (line === "Ankara merkezli sekretarya" ? `## ${line}` : line));
  const { doc } = story({ title: lines[2]!, spot: lines[3]!, dateline: lines[6]!, body });
  const found = readDecisions(markBackground(doc, lexicons.tr), lexicons.tr);
  expect(found.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    "decided: Ağın dönem başkanlığının Azerbaycan'a geçmesine karar verildi.",
    "signed: Toplantının sonunda ortak bildiri imzalandı.",
    "confirmed: Bildiride, üye ülkelerin Kızılay dernekleri arasındaki iş birliği ve insani dayanışma teyit edildi.",
    "committed: Kuruluşlar, bilgi ve deneyim paylaşımını genişletecek.",
    "committed: Kuruluşlar, ortak insani yardım projelerini hayata geçirecek.",
    "committed: Kuruluşlar, afetlere koordineli müdahale kapasitelerini artıracak.",
    "committed: Kuruluşlar, aralarındaki dayanışmayı pekiştirecek.",
  ]);
  expect(found.map(({ start, end }) => doc.text.slice(start, end))[0]).toBe(
    "Ağın dönem başkanlığının Azerbaycan'a geçmesine karar verilen",
  );
});

test.each([
  ["passive", "Ortak depo kurulmasına karar verildi.", "decided: Ortak depo kurulmasına karar verildi."],
  ["active", "Kurul, ortak depo kurulmasına karar verdi.", "decided: Kurul, ortak depo kurulmasına karar verdi."],
  ["one word", "Ofis açılması kararlaştırıldı.", "decided: Ofis açılması kararlaştırıldı."],
  ["one word, active", "Heyetler, ofis açmayı kararlaştırdı.", "decided: Heyetler, ofis açmayı kararlaştırdı."],
  ["karara bağlandı", "Aidatın artırılması karara bağlandı.", "decided: Aidatın artırılması karara bağlandı."],
  ["karar alındı", "Fon kurulması yönünde karar alındı.", "decided: Fon kurulması yönünde karar alındı."],
  ["kararı aldı", "Birlik, destek kararı aldı.", "decided: Birlik, destek kararı aldı."],
  [
    "future of the deed",
    "Zirvenin 2027'de yapılması kararlaştırıldı.",
    "decided: Zirvenin 2027'de yapılması kararlaştırıldı.",
  ],
  ["adopted text", "Zirvede Hazar Bildirisi kabul edildi.", "decided: Zirvede Hazar Bildirisi kabul edildi."],
  [
    "adopted by vote",
    "Meclis, bütçeyi oy birliğiyle kabul etti.",
    "decided: Meclis, bütçeyi oy birliğiyle kabul etti.",
  ],
  ["approved", "Kurul, yol haritasını onayladı.", "decided: Kurul, yol haritasını onayladı."],
  ["term presidency", "Dönem başkanlığı Kırgızistan'a geçti.", "decided: Dönem başkanlığı Kırgızistan'a geçti."],
  ["official style", "Ortak fon kurulması kararlaştırılmıştır.", "decided: Ortak fon kurulması kararlaştırılmıştır."],
  ["signed, passive", "İki kurum arasında protokol imzalandı.", "signed: İki kurum arasında protokol imzalandı."],
  ["signed, active", "Taraflar mutabakat zaptı imzaladı.", "signed: Taraflar mutabakat zaptı imzaladı."],
  ["imza attı", "Akın ile Soylu, protokole imza attı.", "signed: Akın ile Soylu, protokole imza attı."],
  ["imza da attı", "Taraflar, niyet beyanına da imza attı.", "signed: Taraflar, niyet beyanına da imza attı."],
  ["mutabık", "Ofis açılması konusunda mutabık kalındı.", "agreed: Ofis açılması konusunda mutabık kalındı."],
  ["mutabakat", "Takvim üzerinde mutabakata varıldı.", "agreed: Takvim üzerinde mutabakata varıldı."],
  [
    "anlaştı",
    "İki bakan, sınırın açılması konusunda anlaştı.",
    "agreed: İki bakan, sınırın açılması konusunda anlaştı.",
  ],
  ["-masında anlaştı", "Odalar, depoların açılmasında anlaştı.", "agreed: Odalar, depoların açılmasında anlaştı."],
  ["görüş birliği", "Takvimde görüş birliği sağlandı.", "agreed: Takvimde görüş birliği sağlandı."],
  ["elected", "Başkanlığa yeniden Ece Alkan seçildi.", "elected: Başkanlığa yeniden Ece Alkan seçildi."],
  ["appointed", "Genel sekreterliğe Can Uslu atandı.", "elected: Genel sekreterliğe Can Uslu atandı."],
  ["pledged", "Birlik, 20 milyon avro taahhüt etti.", "committed: Birlik, 20 milyon avro taahhüt etti."],
  ["imza altına", "Çerçeve metin imza altına alındı.", "signed: Çerçeve metin imza altına alındı."],
  [
    "iş birliğine imza",
    "Kurum ile vakıf, afet eğitimi için iş birliğine imza attı.",
    "signed: Kurum ile vakıf, afet eğitimi için iş birliğine imza attı.",
  ],
  ["end of a ceremony", "Program, protokolün imzalanmasıyla sona erdi.", "signed: Protokol imzalandı."],
  [
    "head of state",
    "Can Uslu, oyların yüzde 55'ini alarak cumhurbaşkanı seçildi.",
    "elected: Can Uslu, oyların yüzde 55'ini alarak cumhurbaşkanı seçildi.",
  ],
  [
    "told by an office",
    "Ofis açılmasına karar verildiği bildirildi.",
    "decided: Ofis açılmasına karar verildiği bildirildi.",
  ],
])("Turkish, %s", (_name, text, wanted) => {
  expect(read(text)).toEqual([wanted]);
});

test.each([
  [
    "participle and main verb",
    "Ofis açılmasına karar verilen toplantının sonunda bildiri imzalandı.",
    ["decided: Ofis açılmasına karar verildi.", "signed: Toplantının sonunda bildiri imzalandı."],
  ],
  [
    "object behind the participle",
    "İki dernek arasında imzalanan iş birliği protokolüyle gönüllüler eğitilecek.",
    ["signed: İki dernek arasında iş birliği protokolü imzalandı.", "committed: Gönüllüler eğitilecek."],
  ],
  [
    "genitive before the participle",
    "Ortak bildirinin imzalandığı toplantıda sorunlar ele alındı.",
    ["signed: Ortak bildiri imzalandı."],
  ],
  [
    "discussed before decided",
    "Projelerin ele alındığı toplantıda, ofis açılması kararlaştırıldı.",
    ["decided: Toplantıda, ofis açılması kararlaştırıldı."],
  ],
  [
    "while",
    "Protokol imzalanırken, sergi açılması kararlaştırıldı.",
    ["signed: Protokol imzalandı.", "decided: Sergi açılması kararlaştırıldı."],
  ],
  [
    "three verbs, one subject",
    "Taraflar, takvim konusunda mutabık kaldı, protokolü imzaladı ve fon kurulmasını kararlaştırdı.",
    [
      "agreed: Taraflar, takvim konusunda mutabık kaldı.",
      "signed: Taraflar, protokolü imzaladı.",
      "decided: Taraflar, fon kurulmasını kararlaştırdı.",
    ],
  ],
  [
    "three deeds, one verb",
    "Toplantıda, ortak depo kurulması, eğitim merkezi açılması ve iki tatbikat yapılması kararlaştırıldı.",
    [
      "decided: Toplantıda, ortak depo kurulması kararlaştırıldı.",
      "decided: Eğitim merkezi açılması kararlaştırıldı.",
      "decided: İki tatbikat yapılması kararlaştırıldı.",
    ],
  ],
  [
    "deeds that belong together",
    "Merkezin kurulması ve işletilmesi kararlaştırıldı.",
    ["decided: Merkezin kurulması ve işletilmesi kararlaştırıldı."],
  ],
  [
    "two persons, one office",
    "Kurul üyeliklerine Ece Alkan ve Can Uslu getirildi.",
    ["elected: Kurul üyeliklerine Ece Alkan getirildi.", "elected: Kurul üyeliklerine Can Uslu getirildi."],
  ],
  [
    "two offices",
    "Başkanlığa Ece Alkan, genel sekreterliğe Can Uslu seçildi.",
    ["elected: Başkanlığa Ece Alkan seçildi.", "elected: Genel sekreterliğe Can Uslu seçildi."],
  ],
  [
    "declaration",
    "Bildiride, dayanışmanın önemi vurgulandı, uluslararası topluma çağrıda bulunuldu.",
    ["confirmed: Bildiride, dayanışmanın önemi vurgulandı.", "called: Uluslararası topluma çağrıda bulunuldu."],
  ],
  [
    "agreement with two duties",
    ["Kurum ile vakıf protokol imzaladı.", "Protokol kapsamında 50 okula kitap verilecek, 3 merkez açılacak."],
    [
      "signed: Kurum ile vakıf protokol imzaladı.",
      "committed: 50 okula kitap verilecek.",
      "committed: 3 merkez açılacak.",
    ],
  ],
  [
    "the signing told twice",
    ["İki kurum arasında iş birliği protokolü imzalandı.", "Protokole, Ece Alkan ile Can Uslu imza attı."],
    ["signed: İki kurum arasında iş birliği protokolü imzalandı."],
  ],
])("Turkish, %s", (_name, text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test.each([
  ["discussed", "Toplantıda bölgesel konular ele alındı."],
  ["received", "Alkan, komisyon üyelerini kabul etti."],
  ["evaluated", "İş birliği imkanları değerlendirildi, görüş alışverişinde bulunuldu."],
  ["wish in speech", "Alkan, ortak karar alınması gerektiğini söyledi."],
  ["inside quotes", 'Alkan, "Protokolü imzaladık, fon kurulmasına karar verildi." dedi.'],
  ["expected", "Tarafların anlaşmaya varması bekleniyor."],
  ["planned", "Protokolün imzalanması planlanıyor."],
  ["lone future", "Heyet yarın Taşkent'te bildiriyi imzalayacak."],
  ["future without agreement", "Kızılay, bölgeye 3 mobil mutfak gönderecek."],
  ["negated verb", "Toplantıda karar alınmadı."],
  ["negated agreement", "Bütçe konusunda anlaşma sağlanamadı."],
  ["negated adoption", "Yeni tüzük taslağı kabul edilmedi."],
  ["conditional", "Anlaşma imzalanırsa esirler bırakılacak."],
  ["pluperfect", "İki kurum arasındaki protokol 2019'da imzalanmıştı."],
  ["other year", "Dernekler arasında 2019'da protokol imzalandı."],
  ["last year", "Geçen yıl iki ülke arasında anlaşma imzalandı."],
  ["years ago", "Taraflar 3 yıl önce mutabakat zaptı imzaladı."],
  ["old day", "Protokol, 3 Mart'ta imzalandı."],
  ["a person received", "Cumhurbaşkanı, Büyükelçi Taro Mori'yi kabul etti."],
  ["a person received, with a document near", "Bakan, bütçe görüşmelerinin ardından Büyükelçi Mori'yi kabul etti."],
  ["idiom", "Genç girişimci başarılı projelere imza attı."],
  ["guest book", "Konuk bakan, Anıtkabir Özel Defteri'ni imzaladı."],
  ["court", "Hakimlik, zanlının tutuklanmasına karar verdi."],
  ["old protocol in passing", "Belediyeyle imzalanan protokol kapsamında aşevi açıldı."],
  ["doubted", "Anlaşmaya varıldığı iddia edildi."],
  ["told by a speaker", "Alkan, protokolün imzalandığını hatırlattı."],
  ["emphasis without declaration", "Alkan, dayanışmanın önemini vurguladı."],
  ["a person's call", "Alkan, bağışçılara çağrıda bulundu."],
  ["dile getirdi", "Başkan Alkan, memnuniyetini dile getirdi."],
  ["many deeds", "Kurum, birçok iş birliğine imza attı."],
  ["project", "Kurum, yeni iş birliği projelerine imza attı."],
  ["signing to come", "Program, protokolün imzalanmasıyla sona erecek."],
  ["one's own life", "Alkan, gönüllü olmaya karar verdi."],
  ["referee", "Hakem, kuralların ardından golü onayladı."],
  ["handed out", "Kızılay, ailelere gıda kolisi dağıttı."],
])("Turkish, none: %s", (_name, text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  [
    "agreed to",
    "The ministers agreed to set up a working group.",
    ["agreed: The ministers agreed to set up a working group."],
  ],
  [
    "source cut off",
    "The sides agreed to reopen the gate, the ministry said.",
    ["agreed: The sides agreed to reopen the gate."],
  ],
  [
    "signed",
    "The two societies signed a protocol on blood donation.",
    ["signed: The two societies signed a protocol on blood donation."],
  ],
  [
    "was signed",
    "A memorandum was signed between the two agencies.",
    ["signed: A memorandum was signed between the two agencies."],
  ],
  [
    "told by all of them",
    "The ministers said they have agreed to open a depot.",
    ["agreed: The ministers said they have agreed to open a depot."],
  ],
  ["reduced", "The accord signed in Tashkent covers training.", ["signed: The accord was signed in Tashkent."]],
  ["adopted", "The summit adopted the Caspian Declaration.", ["decided: The summit adopted the Caspian Declaration."]],
  ["elected", "Ece Alkan was elected president.", ["elected: Ece Alkan was elected president."]],
  ["pledged", "Donors pledged $20 million for relief.", ["committed: Donors pledged $20 million for relief."]],
  [
    "two verbs",
    "The leaders adopted the charter and decided to meet in Astana.",
    ["decided: The leaders adopted the charter.", "decided: The leaders decided to meet in Astana."],
  ],
  [
    "a list of deeds",
    "The ministers decided to establish a fund, to hold yearly drills and to meet again in Baku.",
    [
      "decided: The ministers decided to establish a fund.",
      "decided: The ministers decided to hold yearly drills.",
      "decided: The ministers decided to meet again in Baku.",
    ],
  ],
  [
    "commitments",
    "Under the declaration, the societies will widen exchanges, carry out joint projects and strengthen coordination.",
    [
      "committed: The societies will widen exchanges.",
      "committed: The societies will carry out joint projects.",
      "committed: The societies will strengthen coordination.",
    ],
  ],
  [
    "joint statement",
    "In the joint statement, the sides called for a cease-fire and reaffirmed their support for Palestine.",
    [
      "called: In the joint statement, the sides called for a cease-fire.",
      "confirmed: The sides reaffirmed their support for Palestine.",
    ],
  ],
])("English, %s", (_name, text, wanted) => {
  expect(read(text, "en")).toEqual(wanted);
});

test.each([
  ["discussed", "They discussed ways to boost trade and exchanged views."],
  ["negated", "The parties did not agree on a cease-fire."],
  ["failed", "The parties failed to reach an agreement on the budget."],
  ["expected", "The sides are expected to sign an agreement."],
  ["said by one of others", "The minister said Baku and Astana agreed to open a depot."],
  ["claimed", "They agreed to open a depot, Alkan claimed."],
  ["said", "Alkan said they agreed to work together."],
  ["quoted", '"We agreed to work together and signed a memorandum," she said.'],
  ["past", "The network adopted its charter last year."],
  ["other year", "The pact, signed in 2021, covers defense."],
  ["adjective", "Newly elected officials toured the camp."],
  ["one man's call", "Alkan called for a cease-fire."],
  ["guest book", "He signed the guestbook."],
  ["not adopted", "A proposal to form an airline was not adopted."],
  ["lone will", "The society will send 20 trucks on Friday."],
  ["future adoption", "They discussed a plan that would be adopted next year."],
])("English, none: %s", (_name, text) => {
  expect(read(text, "en")).toEqual([]);
});
