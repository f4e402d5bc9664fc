import { expect, test } from "vitest";
import { markBackground } from "../../../src/core/brief/background.js";
import { publishedDate, readDate } from "../../../src/core/brief/read-date.js";
import { readPlace } from "../../../src/core/brief/read-place.js";
import { lexicons, published, story } from "./event-story.js";

type Parts = Parameters<typeof story>[0];

function place(parts: Parts) {
  const { doc } = story(parts);
  const found = readPlace(markBackground(doc, lexicons[parts.language ?? "tr"]), lexicons[parts.language ?? "tr"]);
  return found === null ? null : `${found.city ?? "-"}/${found.country ?? "-"}`;
}

test.each<[string, Parts, string | null]>([
  ["locative", { body: "Toplantı, Bakü'de düzenlendi." }, "Bakü/AZ"],
  ["curly apostrophe", { body: "Toplantı, Bişkek’te düzenlendi." }, "Bişkek/KG"],
  ["capital of", { body: "Zirve, Azerbaycan'ın başkenti Bakü'de yapıldı." }, "Bakü/AZ"],
  ["town in a list", { body: "Zirve, Azerbaycan'ın Gebele şehrinde yapıldı." }, "Gebele/AZ"],
  ["town in no list", { body: "Zirve, Kazakistan'ın Tobılköl kentinde yapıldı." }, "Tobılköl/KZ"],
  ["quarter with an apostrophe", { body: "Lefkoşa'nın Arabahmet Mahallesi'nde tören yapıldı." }, "Lefkoşa/x-kktc"],
  ["district and province", { body: "Tatbikat, Şanlıurfa'nın Siverek ilçesinde yapıldı." }, "Şanlıurfa/TR"],
  [
    "what is still to come elsewhere",
    { dateline: "İstanbul", body: "Bakanlar, Oş şehrinde yapılacak zirveyi değerlendirmek üzere toplandı." },
    "İstanbul/TR",
  ],
  ["preview", { dateline: "Ankara", body: "Alkan, Oş'ta yapılacak zirveye katılacak." }, "Oş/KG"],
  ["with -ki", { body: "Bakanlar, Astana'daki zirvede bir araya geldi." }, "Astana/KZ"],
  ["first paragraph before dateline", { dateline: "Ankara", body: "Toplantı, Bakü'de düzenlendi." }, "Bakü/AZ"],
  ["dateline alone", { dateline: "Ankara", body: "Toplantıda sorunlar ele alındı." }, "Ankara/TR"],
  ["desk left in the text", { body: "BURSA (A.A) - Şube Başkanı Alkan, muhtarı ziyaret etti." }, "Bursa/TR"],
  ["desk left without a sign", { body: "RİZE - Muhtarlar için tören yapıldı." }, "Rize/TR"],
  ["no desk", { body: "RİZE, çay ve fındık - bir de bal - demektir." }, null],
  ["dateline in no list", { dateline: "Yukarıköy", body: "Tören yapıldı." }, "Yukarıköy/-"],
  ["dateline of a district", { dateline: "Darende", body: "Tören yapıldı." }, "Darende/TR"],
  [
    "town that a statement tells of",
    {
      title: "Tır sayısı 40'ı geçti",
      spot: "Ulaştırma Bakanı Alkan, tırların en çoğunun Mersin'de bulunduğunu bildirdi.",
      dateline: "Ankara",
      body: "Bakan Alkan, yazılı açıklama yaptı.",
    },
    "Ankara/TR",
  ],
  ["district alone", { body: "Tatbikat, Haymana ilçesinde yapıldı." }, "Haymana/TR"],
  ["district, locative", { body: "Dernek, Kadıköy'de toplantı düzenledi." }, "Kadıköy/TR"],
  ["site in a district", { body: "Genel kurul, Etimesgut yerleşkesinde yapıldı." }, "Etimesgut/TR"],
  [
    "house of several words",
    { dateline: "Ankara", body: "Fuar, Bursa Uluslararası Fuar ve Kongre Merkezi'nde açıldı." },
    "Bursa/TR",
  ],
  ["house of a town", { body: "Kabul, Vahdettin Köşkü'nde gerçekleştirildi." }, "-/TR"],
  ["house without apostrophe", { body: "Kabul, Dolmabahçe Çalışma Ofisindeki törenle sürdü." }, "-/TR"],
  [
    "another country's house",
    { dateline: "Lefkoşa", body: "Heyet, KKTC Cumhurbaşkanlığı Külliyesi'nde toplandı." },
    "Lefkoşa/x-kktc",
  ],
  ["mayor of a district elsewhere", { dateline: "Rize", body: "Çankaya Belediye Başkanı Alkan konuştu." }, "Rize/TR"],
  ["surname like a district", { dateline: "Rize", body: "Sorgun, ilçedeki çalışmaları anlattı." }, "Rize/TR"],
  [
    "agreement named after a town",
    { dateline: "Ankara", body: "Kurul, Paris Anlaşması'nda yapılan değişikliği görüştü." },
    "Ankara/TR",
  ],
  [
    "guest there for a meeting",
    { body: "Alkan, toplantı için Bursa'da bulunan bakan Uslu'yu kabul etti." },
    "Bursa/TR",
  ],
  [
    "a society that sits there",
    { dateline: "Ankara", body: "Bursa'da bulunan dernek yeni raporunu yayımladı." },
    "Ankara/TR",
  ],
  [
    "dispatch of aid",
    {
      title: "30 tonluk insani yardım gönderildi",
      body: "Yardım uçağı, Adana'daki İncirlik Havalimanı'ndan havalandı.",
    },
    "Adana/TR",
  ],
  [
    "departure on a visit is not it",
    { body: "Ankara'dan hareket eden Bakan Alkan, resmi ziyaret için Bakü'ye geldi." },
    "Bakü/AZ",
  ],
  [
    "town of an office",
    { body: ["Kars Valisi Ece Alkan kan bağışında bulundu.", "Alkan, kentte kampanya başlattıklarını söyledi."] },
    "Kars/TR",
  ],
  ["town of an office alone", { body: "Kars Valisi Ece Alkan kan bağışında bulundu." }, null],
  [
    "town in no list, far owner",
    { body: "Tören, Kenya'nın kuzeyindeki küçük Lodwaro kentinde yapıldı." },
    "Lodwaro/KE",
  ],
  [
    "country, then its town",
    { language: "en", body: ["The fair was held in western Kazakhstan.", "He spoke to farmers in Aktobe."] },
    "Aktobe/KZ",
  ],
  [
    "English glued dateline",
    { language: "en", dateline: "ISTANBUL-Some Agency", body: "They discussed the plan." },
    "Istanbul/TR",
  ],
  [
    "English: what struck elsewhere",
    {
      language: "en",
      dateline: "ANKARA",
      body: "Alkan sent condolences over the flood that killed 30 people in Lahore.",
    },
    "Ankara/TR",
  ],
  [
    "English headquarters",
    {
      language: "en",
      body: "The societies signed a protocol to send food, particularly in Aden, at the society's Ankara headquarters.",
    },
    "Ankara/TR",
  ],
  ["parliament's desk", { dateline: "TBMM", body: "Komisyon toplandı." }, "-/TR"],
  ["spot", { spot: "Bakanlar Taşkent'te bir araya geldi.", body: "Toplantıya beş bakan katıldı." }, "Taşkent/UZ"],
  ["title", { title: "Bakanlar Taşkent'te buluştu", body: "Toplantıya beş bakan katıldı." }, "Taşkent/UZ"],
  ["goal of a visit", { dateline: "Ankara", body: "Alkan, dün Kahire'ye gitti." }, "Kahire/EG"],
  [
    "home of a person is not it",
    { dateline: "Ankara", body: "Moskova'da yaşayan yazar Alkan ödül aldı." },
    "Ankara/TR",
  ],
  [
    "place of a founding is not it",
    { dateline: "Ankara", body: ["Dernekler toplandı.", "Ağ, 10 Ekim 2024'te Bişkek'te kuruldu."] },
    "Ankara/TR",
  ],
  ["place in a quote is not it", { dateline: "Ankara", body: 'Alkan, "Bakü\'de buluşacağız." dedi.' }, "Ankara/TR"],
  ["country alone", { body: "Deprem, Afganistan'da meydana geldi." }, "-/AF"],
  ["KKTC", { body: "Tören, Lefkoşa'da düzenlendi." }, "Lefkoşa/x-kktc"],
  ["venue behind the town", { body: "Yardım, Gazze Şeridi'nde dağıtıldı." }, "Gazze/PS"],
  ["call", { dateline: "Ankara", body: "Alkan, mevkidaşı Uslu ile telefonda görüştü." }, null],
  ["video", { dateline: "Ankara", body: "Bakanlar, video konferans yöntemiyle toplandı." }, null],
  [
    "message about elsewhere",
    {
      dateline: "İstanbul",
      title: "Kazadan sonra taziye mesajı",
      body: "Alkan, Hatay'daki kazada ölenler için taziye mesajı yayımladı.",
    },
    "İstanbul/TR",
  ],
  ["nothing", { body: "Toplantıda sorunlar ele alındı." }, null],
  ["English", { language: "en", body: "The ministers met in Baku." }, "Baku/AZ"],
  ["English capital", { language: "en", body: "The summit was held in Azerbaijan's capital Baku." }, "Baku/AZ"],
  [
    "English capital behind",
    { language: "en", body: "The society opened a school in Mogadishu, the capital of Somalia." },
    "Mogadishu/SO",
  ],
  [
    "English, in no list",
    { language: "en", body: "Aid was handed out in Maiduguri, the capital of Nigeria's Borno state." },
    "Maiduguri/NG",
  ],
  [
    "English province",
    { language: "en", body: "They toured camps in the southern Turkish province of Hatay." },
    "Hatay/TR",
  ],
  ["English dateline", { language: "en", dateline: "ANKARA", body: "The committee discussed the plan." }, "Ankara/TR"],
  [
    "English: from is not in",
    { language: "en", dateline: "ANKARA", body: "A plane from Baku brought aid." },
    "Ankara/TR",
  ],
])("place: %s", (_name, parts, wanted) => {
  expect(place(parts)).toBe(wanted);
});

test("the place cuts the town without its suffix", () => {
  const { doc } = story({ body: "Toplantı, Bakü'deki merkezde düzenlendi." });
  const found = readPlace(doc, lexicons.tr);
  expect(found === null ? null : doc.text.slice(found.start, found.end)).toBe("Bakü");
});

function date(parts: Parts) {
  const { article, doc } = story(parts);
  const lexicon = lexicons[parts.language ?? "tr"];
  const found = readDate(markBackground(doc, lexicon), lexicon, article);
  if (found === null) return null;
  const days = found.from === found.to ? found.from : `${found.from}..${found.to}`;
  return `${days} ${found.basis}`;
}

test.each<[string, Parts, string | null]>([
  ["none said", { body: "Toplantı Bakü'de yapıldı." }, "2025-11-19 published"],
  ["today", { body: "Toplantı bugün yapıldı." }, "2025-11-19 text"],
  ["yesterday", { body: "Heyet dün akşam döndü." }, "2025-11-18 text"],
  ["tomorrow", { body: "Zirve yarın yapılacak." }, "2025-11-20 text"],
  ["the day before", { body: "Toplantı önceki gün yapıldı." }, "2025-11-17 text"],
  ["full date", { body: "Toplantı, 17 Kasım 2025'te yapıldı." }, "2025-11-17 text"],
  ["numbers", { body: "Toplantı, 17.11.2025 tarihinde yapıldı." }, "2025-11-17 text"],
  ["without year", { body: "Toplantı, 15 Kasım'da yapıldı." }, "2025-11-15 text"],
  ["range", { body: "Zirve, 17-19 Kasım'da yapıldı." }, "2025-11-17..2025-11-19 text"],
  ["range in words", { body: "Zirve, 17 ve 18 Kasım'da yapıldı." }, "2025-11-17..2025-11-18 text"],
  ["range over months", { body: "Fuar, 28 Kasım-2 Aralık tarihlerinde yapılacak." }, "2025-11-28..2025-12-02 text"],
  ["range over the year", { body: "Fuar, 30 Aralık-2 Ocak tarihlerinde yapılacak." }, "2025-12-30..2026-01-02 text"],
  ["weekday", { body: "Kurul, pazartesi günü toplandı." }, "2025-11-17 text"],
  ["weekday behind a date", { body: "Kurul, 17 Kasım Pazartesi günü toplandı." }, "2025-11-17 text"],
  ["coming weekday", { body: "Kurul, pazartesi günü toplanacak." }, "2025-11-24 text"],
  ["coming day", { body: "Zirve, 5 Aralık'ta Oş'ta düzenlenecek." }, "2025-12-05 text"],
  ["next year", { body: "Zirve, 5 Mart'ta Oş'ta düzenlenecek." }, "2026-03-05 text"],
  [
    "a later meeting is not it",
    { body: "Bakanlar toplandı ve 5 Aralık'ta yeniden görüşmeyi kararlaştırdı." },
    "2025-11-19 published",
  ],
  ["disaster day as a name", { body: "6 Şubat depremlerinde yıkılan okul açıldı." }, "2025-11-19 published"],
  ["old day", { body: "10 Ekim 2024'te kurulan ağ toplandı." }, "2025-11-19 published"],
  ["day of another event", { body: "12 Kasım'da imzalanan anlaşma Meclise sunuldu." }, "2025-11-19 published"],
  ["in a quote", { body: 'Alkan, "Dün buradaydık." dedi.' }, "2025-11-19 published"],
  [
    "in the third paragraph",
    { body: ["Kurul toplandı.", "Beş bakan katıldı.", "Heyet dün geldi."] },
    "2025-11-19 published",
  ],
  ["today before yesterday", { body: "Dün gelen heyet bugün bakanla görüştü." }, "2025-11-19 text"],
  ["departure of a ship", { body: "14 Kasım'da limandan yola çıkan gemi yükünü boşalttı." }, "2025-11-19 published"],
  [
    "interview at an event",
    { body: "Kurul'un 12-15 Kasım'da yapılan toplantısına katılan Alkan, AA muhabirine konuştu." },
    "2025-11-19 published",
  ],
  ["interview about yesterday", { body: "Dün sınırdan geçen Alkan, AA muhabirine konuştu." }, "2025-11-18 text"],
  [
    "what comes next is not it",
    { body: ["Alkan, İstanbul'a geldi.", "Alkan, yarın Kızılay'ı ziyaret edecek."] },
    "2025-11-19 published",
  ],
  ["these days", { body: "Rakam, bugün gelinen noktada iki katına çıktı." }, "2025-11-19 published"],
  [
    "the day's own talks, with more to come",
    {
      body: ["Alkan, Uslu ile görüştü.", "Bugünkü programında Er'le de bir araya gelen Alkan'ın konuşması bekleniyor."],
    },
    "2025-11-19 text",
  ],
  ["days written out", { body: "Fuar, 17-18 Kasım tarihlerinde düzenlendi." }, "2025-11-17..2025-11-18 text"],
  ["weekday in passing", { body: "Salı günü toplanan kurul, raporu görüştü." }, "2025-11-18 text"],
  ["no such day", { body: "Kurul, 31 Kasım'da toplandı." }, "2025-11-19 published"],
  ["English month", { language: "en", body: "The summit was held on Nov. 17." }, "2025-11-17 text"],
  ["English full", { language: "en", body: "The summit was held on November 17, 2025." }, "2025-11-17 text"],
  ["English day first", { language: "en", body: "The summit was held on 17 November 2025." }, "2025-11-17 text"],
  ["English range", { language: "en", body: "The forum was held on Nov. 17-18." }, "2025-11-17..2025-11-18 text"],
  ["English weekday", { language: "en", body: "The ministers met in Baku on Wednesday." }, "2025-11-19 text"],
  ["English last weekday", { language: "en", body: "The ministers met on Friday." }, "2025-11-14 text"],
  ["English coming weekday", { language: "en", body: "The ministers will meet on Friday." }, "2025-11-21 text"],
  ["English may is no month", { language: "en", body: "The ministers may meet again." }, "2025-11-19 published"],
])("date: %s", (_name, parts, wanted) => {
  expect(date(parts)).toBe(wanted);
});

test("a date cuts its words without the suffix", () => {
  const { article, doc } = story({ body: "Zirve, 17-19 Kasım'da yapıldı." });
  const found = readDate(doc, lexicons.tr, article);
  expect(doc.text.slice(found?.start ?? 0, found?.end ?? 0)).toBe("17-19 Kasım");
});

test.each([
  ["late evening belongs to the next day in Istanbul", Date.UTC(2025, 10, 19, 21, 30), "2025-11-20"],
  ["summer time of 2015", Date.UTC(2015, 6, 1, 21, 30), "2015-07-02"],
  ["winter time of 2015", Date.UTC(2015, 0, 1, 21, 30), "2015-01-01"],
])("published: %s", (_name, time, day) => {
  expect(publishedDate({ published: time })?.from).toBe(day);
});

test("nothing known of the day is null; a full date needs no publication", () => {
  expect(date({ body: "Toplantı dün yapıldı.", published: null })).toBeNull();
  expect(date({ body: "Toplantı, 17 Kasım 2025'te yapıldı.", published: null })).toBe("2025-11-17 text");
  expect(published).toBe(Date.UTC(2025, 10, 19, 14, 30));
});
