import type { Attendee, Brief, Decision } from "../../../src/core/brief/schema.js";
import type { StoryView } from "../../../src/core/message/view.js";

/** The model case as a finished brief, by hand: nine people, seven decisions, one place, one date. */
type Row = [name: string, title: string, titleEn: string | null, country: string | null];

const rows: Row[] = [
  ["Novruz Aslanov", "Azerbaycan Kızılay Başkanı", "President of the Red Crescent of Azerbaijan", "AZ"],
  ["Samir Şerifov", "Azerbaycan Dışişleri Bakan Yardımcısı", "Deputy Foreign Minister of Azerbaijan", "AZ"],
  ["Fatma Meriç Yılmaz", "Türk Kızılay Genel Başkanı", "President of the Turkish Red Crescent", "TR"],
  ["Çingiz Cakıpov", "Kırgızistan Kızılay Başkanı", "President of the Red Crescent of Kyrgyzstan", "KG"],
  ["Erkebek Argınbayev", "Kazakistan Kızılay Başkanı", "President of the Red Crescent of Kazakhstan", "KZ"],
  ["Maral Acilova", "Türkmenistan Kızılay Başkanı", "President of the Red Crescent of Turkmenistan", "TM"],
  ["Sezai Sezen", "KKTC Kızılay Başkanı", "President of the Red Crescent of the TRNC", "x-kktc"],
  ["Zafarcon Rahmanov", "Özbekistan Kızılayı yetkilisi", "Official of the Red Crescent of Uzbekistan", "UZ"],
  ["Kubanıçbek Ömüraliyev", "TDT Genel Sekreteri", "Secretary-General of the OTS", null],
];

const span = { start: 0, end: 1 };

export function attendee(name: string, more: Partial<Attendee> = {}): Attendee {
  return {
    name,
    honorifics: [],
    title: null,
    titleEn: null,
    office: null,
    organisation: null,
    country: null,
    part: "present",
    host: false,
    for: null,
    ...span,
    titleStart: null,
    titleEnd: null,
    ...more,
  };
}

const decisions: Decision[] = [
  { kind: "decided", text: "Ağın dönem başkanlığının Azerbaycan'a geçmesine karar verildi.", ...span },
  { kind: "signed", text: "Ortak bildiri imzalandı.", ...span },
  {
    kind: "confirmed",
    text: "Üye ülkelerin Kızılay dernekleri arasındaki iş birliği ve insani dayanışma teyit edildi.",
    ...span,
  },
  { kind: "committed", text: "Kuruluşlar, bilgi ve deneyim paylaşımını genişletecek.", ...span },
  { kind: "committed", text: "Kuruluşlar, ortak insani yardım projelerini hayata geçirecek.", ...span },
  { kind: "committed", text: "Kuruluşlar, afetlere koordineli müdahale kapasitelerini artıracak.", ...span },
  { kind: "committed", text: "Kuruluşlar, aralarındaki dayanışmayı pekiştirecek.", ...span },
];

const modelBrief: Brief = {
  kind: "meeting",
  language: "tr",
  title: "Türk dünyasının Kızılay dernekleri Bakü'de bir araya geldi",
  lead: "Türk Devletleri Teşkilatına (TDT) üye ülkelerin Kızılay derneklerini buluşturan ağın dönem başkanlığı, Bakü'deki toplantıda Azerbaycan'a geçti.",
  confidence: 0.9,
  place: { city: "Bakü", country: "AZ", ...span },
  date: { from: "2025-11-19", to: "2025-11-19", basis: "published", start: null, end: null },
  attendees: rows.map(([name, title, titleEn, country], index) =>
    attendee(name, {
      title,
      titleEn,
      country,
      part: index === 0 ? "host" : "present",
      host: index === 0,
      honorifics: name === "Fatma Meriç Yılmaz" ? ["Prof.", "Dr."] : [],
    }),
  ),
  groups: [],
  decisions,
  quotes: [],
  figures: [],
  background: null,
  text: "",
};

export const modelView: StoryView = {
  id: "aa:3747971",
  link: "https://www.aa.com.tr/tr/gundem/turk-dunyasinin-kizilay-dernekleri-bakude-bir-araya-geldi/3747971",
  source: "AA",
  language: "tr",
  published: Date.parse("2025-11-19T17:30:00+03:00"),
  updated: null,
  partial: false,
  version: 1,
  brief: modelBrief,
  topics: [
    { id: "tdt", name: { tr: "TDT", en: "OTS" } },
    { id: "kizilay", name: { tr: "Kızılay", en: "Red Crescent" } },
  ],
};

/** A view of the model story with some of its brief exchanged. */
export function viewOf(brief: Partial<Brief>, view: Partial<StoryView> = {}): StoryView {
  return { ...modelView, ...view, brief: { ...modelBrief, ...brief } };
}
