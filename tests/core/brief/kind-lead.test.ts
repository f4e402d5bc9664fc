import { expect, test } from "vitest";
import { markBackground, readBackground } from "../../../src/core/brief/background.js";
import { isDigest, rateConfidence } from "../../../src/core/brief/confidence.js";
import { readKind } from "../../../src/core/brief/kind.js";
import { readLead } from "../../../src/core/brief/lead.js";
import type { Brief } from "../../../src/core/brief/schema.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

test.each<[Brief["kind"], string, string, Tongue]>([
  ["meeting", "TDT bakanları Astana'da toplandı", "Toplantıya beş bakan katıldı.", "tr"],
  ["meeting", "Bakan Alkan, Büyükelçi Uslu'yu kabul etti", "Görüşmede iş birliği ele alındı.", "tr"],
  ["meeting", "Türkiye ile Macaristan bakanları görüştü", "Görüşme Budapeşte'de gerçekleşti.", "tr"],
  ["visit", "Bakan Alkan, Kahire'de Kızılay ofisini ziyaret etti", "Alkan'ı Büyükelçi Uslu karşıladı.", "tr"],
  ["visit", "Kızılay Başkanı Alkan, Hatay'da konteyner kenti gezdi", "Alkan, incelemelerde bulundu.", "tr"],
  ["call", "Bakan Alkan, mevkidaşı Uslu ile telefonda görüştü", "Görüşmede bölgesel konular ele alındı.", "tr"],
  ["agreement", "Kızılay ile Ege Üniversitesi protokol imzaladı", "İmza törenine rektör katıldı.", "tr"],
  ["agreement", "İki ülke arasında vize anlaşması imzalandı", "Toplantıya bakanlar katıldı.", "tr"],
  ["election", "Federasyon başkanlığına Ece Alkan seçildi", "Genel kurul Ankara'da toplandı.", "tr"],
  ["statement", "Bakan Alkan'dan Kızılay Haftası mesajı", "Alkan, mesajında gönüllülere teşekkür etti.", "tr"],
  ["statement", "TDT'den Türkiye'ye deprem taziyesi", "Genel Sekreter Uslu, taziye mesajı yayımladı.", "tr"],
  ["aid", "Kızılay'dan Sudan'a 3 bin gıda kolisi", "Yardımlar kampta dağıtıldı.", "tr"],
  ["aid", "Gazze'ye yardım taşıyan gemi uğurlandı", "Gemide 900 ton yardım malzemesi var.", "tr"],
  ["disaster", "Van'da 5,1 büyüklüğünde deprem", "Depremde can kaybı yaşanmadı.", "tr"],
  ["disaster", "Rize'de heyelan: 2 kişi hayatını kaybetti", "Arama kurtarma çalışmaları sürüyor.", "tr"],
  ["news", "Kızılay müzesi kapılarını açtı", "Müzede eski fotoğraflar var.", "tr"],
  ["news", "Sivas'ta kan bağışı kampanyası düzenlendi", "Meydanda 300 ünite kan toplandı.", "tr"],
  ["visit", "Kars vekilleri Kızılayda konuk oldu", "Vekiller, Başkan Uslu'yu ziyaret etti.", "tr"],
  ["visit", "Heyetten üç ülkeye dört günlük gezi", "Heyet bakanlarla görüştü.", "tr"],
  ["election", "Federasyon başkanı tek adaylı seçimle belirlenecek", "Genel kurul salı günü toplanacak.", "tr"],
  ["visit", "IFRC director visits Red Crescent for talks on projects", "Alkan met with Uslu on Monday.", "en"],
  ["visit", "Bakan Uslu Bişkek'te", "Dışişleri Bakanı Can Uslu, Bişkek'te Başbakan Er ile bir araya geldi.", "tr"],
  ["visit", "Meclis Başkanı Alkan Budapeşte'de: Temaslar başladı", "Alkan, iki toplantıya katılacak.", "tr"],
  ["visit", "IFRC Başkanı Alkan Türkiye'ye geldi", "Alkan, yarın Kızılay yöneticileriyle görüşecek.", "tr"],
  ["visit", "Bakan Uslu Kızılay'ı ziyaret etti", "Uslu, Genel Başkan Alkan ile bir araya geldi.", "tr"],
  ["visit", "Bakan Uslu Gebele'ye gitti", "Bakan Uslu, zirveye katılmak üzere Gebele kentine gitti.", "tr"],
  ["news", "Kızılay 157 yaşında", "Törende Alkan, Özel Defter'i açıp hatıra defterini imzaladı.", "tr"],
  ["meeting", "TDT Ekonomi Forumu Bişkek'te", "Foruma beş ülkenin bakanları katıldı.", "tr"],
  ["aid", "Yardım gemisi Mısır'a ulaştı", "Gemide 900 ton yardım malzemesi var.", "tr"],
  ["statement", "Bakan Uslu: Kızılay toplantılarımız sürecek", "Uslu, genel kurula katıldı.", "tr"],
  ["statement", "Bakan Uslu: Protokolü imzaladık", "Uslu, çalışmaları anlattı.", "tr"],
  ["election", "Cumhurbaşkanlığı seçimini Can Uslu kazandı", "Rakibi yüzde 30 oy aldı.", "tr"],
  ["election", "Şubede görev dağılımı yapıldı", "Başkan yardımcılığına Ece Alkan getirildi.", "tr"],
  ["news", "Kızılay yeni projelere imza attı", "Dernek, başarılara imza attı.", "tr"],
  ["news", "Kızılay Konya'da aşevi açtı", "Açılışta vatandaşlara çorba verildi.", "tr"],
  ["news", "Türk Kızılay'a insani yardım ödülü", "Ödül törende sunuldu.", "tr"],
  ["aid", "Kırgızistan'a ambulans hibesi", "Ajans, hastaneye iki ambulans hibe etti.", "tr"],
  ["agreement", "İki dernek arasında yeni dönem", "Anlaşma, Ankara'da imza altına alındı.", "tr"],
  ["meeting", "President receives Red Crescent head", "They talked about winter relief.", "en"],
  ["meeting", "President discusses food aid with Red Crescent head", "They reviewed the work.", "en"],
  ["visit", "Red Cross official visits Türkiye to discuss projects", "She held a meeting with Alkan.", "en"],
  ["meeting", "Turkic ministers meet in Astana", "The meeting was attended by five ministers.", "en"],
  ["visit", "IFRC president visits quake-hit province", "She toured a container city.", "en"],
  ["call", "Turkish, Pakistani foreign ministers speak over phone", "They discussed relief.", "en"],
  ["agreement", "Turkish Red Crescent, Qatari charity sign memorandum", "The deal covers training.", "en"],
  ["election", "Alkan elected president of federation", "The assembly gathered in Ankara.", "en"],
  ["statement", "Turkic states condemn attack in statement", "The statement called for calm.", "en"],
  ["aid", "Turkish Red Crescent sends aid convoy to Gaza", "The trucks carry food parcels.", "en"],
  ["disaster", "Earthquake kills 12 in eastern Iran", "Dozens were injured.", "en"],
  [
    "news",
    "Rize'de Yeşilay Haftası kutlandı",
    "Meydanda etkinlik düzenlendi. Vali Alkan konuştu, gençleri uyardı.",
    "tr",
  ],
  ["news", "Kızılay'ın yıl dönümü", "Yıl dönümü bir etkinlikle kutlandı. Alkan, çalışmaları anlattı.", "tr"],
  ["statement", "Vali Alkan, Yeşilay Haftası'nı kutladı", "Alkan, mesajında gönüllülere teşekkür etti.", "tr"],
  ["news", "Oş'ta iftar programı", "Camide 500 kişilik iftar programı düzenlendi.", "tr"],
  ["aid", "Kızılay'dan 500 aileye iftar", "Sıcak yemek kampta dağıtıldı.", "tr"],
  ["call", "Minister speaks with his Qatari counterpart", "Alkan spoke with Uslu on the phone.", "en"],
  ["call", "Ministers discuss truce", "Alkan held a telephonic talk with Uslu.", "en"],
  ["statement", "Doctor warns of cholera", "Uslu told Anadolu by phone that wells are unsafe.", "en"],
  [
    "visit",
    "Foreign minister in Baku for summit of ministers",
    "Minister Alkan arrived in Baku to attend a meeting.",
    "en",
  ],
  ["meeting", "Turkish ambassador in Baku for decades", "The ambassador met Uslu.", "en"],
  ["meeting", "Minister Met Uslu in Baku", "The meeting lasted an hour.", "en"],
  ["aid", "Aid reaches Gaza", "The minister said trucks arrived in Gaza with aid.", "en"],
  ["call", "Alkan, Uslu discuss relief over phone", "The ministers discussed aid.", "en"],
  ["call", "Bakan Alkan, Uslu ile telefonda konuştu", "Alkan ile Uslu bölgesel konuları ele aldı.", "tr"],
  ["news", "Yeşilay'ın kuruluş yıl dönümü törenle kutlandı", "Törende vali konuştu.", "tr"],
  ["news", "Nursing school marks its founding anniversary", "A ceremony was held, Alkan said.", "en"],
  ["news", "Turkish Red Crescent opens nursing school", "The school was inaugurated on Monday.", "en"],
])("kind %s: %s", (kind, title, body, language) => {
  const { doc } = story({ title, body, language });
  expect(readKind(doc, lexicons[language], { attendees: [], decisions: [] })).toBe(kind);
});

test("a signing in the first sentence makes a story one about it, a later one does not", () => {
  const body = ["Kızılay, insani yardım için iş birliğine imza attı.", "Çalışmalar sürecek."];
  const { doc } = story({ title: "Kızılay insani yardımı artıracak", body });
  const kindWith = (start: number) =>
    readKind(doc, lexicons.tr, { attendees: [], decisions: [{ kind: "signed", start }] });
  expect(kindWith(doc.sentences[1]?.start ?? 0)).toBe("agreement");
  expect(kindWith(doc.text.length - 1)).toBe("aid");
});

test.each([
  ["the spot", { spot: "Bakanlar Astana'da toplandı", body: "Toplantı sürdü." }, "Bakanlar Astana'da toplandı"],
  [
    "the first paragraph",
    { body: ["Bakanlar toplandı. Toplantı iki saat sürdü.", "Son."] },
    "Bakanlar toplandı. Toplantı iki saat sürdü.",
  ],
  ["not the subhead", { body: ["## Ayrıntılar", "Bakanlar toplandı."] }, "Bakanlar toplandı."],
  ["nothing", { title: "Başlık" }, null],
])("lead: %s", (_name, parts, wanted) => {
  expect(readLead(story(parts).doc)).toBe(wanted);
});

test("a lead ends with a sentence where one fits", () => {
  const sentence = `${"Bakanlar ortak projeleri ele aldı ve yeni adımları konuştu".padEnd(120, "x")}.`;
  const lead = readLead(story({ body: `${sentence} ${sentence} ${sentence}` }).doc);
  expect(lead).toBe(`${sentence} ${sentence}`);
});

test("a longer first sentence is cut behind a clause, else behind a word", () => {
  const clause = `${"uzun ".repeat(40).trim()}, ${"kelime ".repeat(40).trim()}.`;
  expect(readLead(story({ body: clause }).doc)).toBe(`${"uzun ".repeat(40).trim()}…`);
  const words = readLead(story({ body: `${"kelimeler ".repeat(60).trim()}.` }).doc) ?? "";
  expect(words.length).toBeLessThanOrEqual(280);
  expect(words).toMatch(/kelimeler…$/u);
});

test.each<[string, readonly string[], string | null]>([
  [
    "founding",
    ["Dernekler toplandı.", "Ağ, 10 Ekim 2024'te Bişkek'te kuruldu."],
    "Ağ, 10 Ekim 2024'te Bişkek'te kuruldu.",
  ],
  [
    "founding and since then",
    ["Dernekler toplandı.", "Ağ, 2024'te kuruldu. Merkezi Ankara'da bulunuyor."],
    "Ağ, 2024'te kuruldu. Merkezi Ankara'da bulunuyor.",
  ],
  ["pluperfect", ["Dernekler toplandı.", "İlk toplantı Bakü'de yapılmıştı."], "İlk toplantı Bakü'de yapılmıştı."],
  ["under a subhead", ["Dernekler toplandı.", "## Ne olmuştu?", "Liderler fon kurdu."], "Liderler fon kurdu."],
  ["plain subhead", ["Dernekler toplandı.", "## Kan bağışı arttı", "Alkan konuştu."], null],
  ["first paragraph", ["Ağ, 2024'te kuruldu."], null],
  ["founded today", ["Dernekler toplandı.", "Toplantıda yeni bir ağ kuruldu."], null],
])("background: %s", (_name, body, wanted) => {
  const { doc } = story({ body });
  expect(readBackground(markBackground(doc, lexicons.tr))?.text ?? null).toBe(wanted);
});

test("English background by founding year", () => {
  const { doc } = story({ language: "en", body: ["They met.", "The network was founded in Bishkek in 2024."] });
  expect(readBackground(markBackground(doc, lexicons.en))?.text).toBe("The network was founded in Bishkek in 2024.");
});

test.each<[string, Tongue, boolean]>([
  ["Morning Briefing: Nov. 19, 2025", "en", true],
  ["60 saniyede bugün (19.11.2025)", "tr", true],
  ["GÜNÜN BAŞLIKLARI", "tr", true],
  ["Bakanlar Astana'da toplandı", "tr", false],
  ["Ministers meet in Astana", "en", false],
])("digest: %s", (title, language, wanted) => {
  expect(isDigest({ title, spot: null, language }, lexicons[language])).toBe(wanted);
});

test("confidence: titled people and a known place raise it, a digest sinks it", () => {
  const { doc } = story({ title: "t", body: ["Bir.", "İki."] });
  const bare = { kind: "meeting" as const, attendees: [], decisions: [], place: null, date: null };
  const low = rateConfidence(doc, { ...bare, digest: false });
  const person = { name: "Ece Alkan", honorifics: [], titleEn: null, office: null, organisation: null };
  const rest = { country: null, part: "present" as const, host: false, for: null, start: 0, end: 1 };
  const attendee = { ...person, ...rest, title: "Bakan", titleStart: null, titleEnd: null };
  const place = { city: "Bakü", country: "AZ", start: 0, end: 4 };
  const high = rateConfidence(doc, { ...bare, attendees: [attendee], place, digest: false });
  expect(high).toBeGreaterThan(low);
  const untitled = { ...attendee, title: null };
  expect(rateConfidence(doc, { ...bare, attendees: [untitled], place, digest: false })).toBeLessThan(high);
  expect(rateConfidence(doc, { ...bare, attendees: [attendee], place, digest: true })).toBeLessThanOrEqual(0.1);
});
