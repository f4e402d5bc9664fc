import fc from "fast-check";
import { expect, test } from "vitest";
import { markBackground, readBackground } from "../../../src/core/brief/background.js";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import { readFigures } from "../../../src/core/brief/figures.js";
import { readKind } from "../../../src/core/brief/kind.js";
import { readLead } from "../../../src/core/brief/lead.js";
import { readQuotes } from "../../../src/core/brief/quotes.js";
import { readDate } from "../../../src/core/brief/read-date.js";
import { readPlace } from "../../../src/core/brief/read-place.js";
import { briefSchema } from "../../../src/core/brief/schema.js";
import type { Tongue } from "./event-story.js";
import { lexicons, story } from "./event-story.js";

function readAll(parts: Parameters<typeof story>[0]) {
  const { article, doc } = story(parts);
  const lexicon = lexicons[parts.language ?? "tr"];
  const marked = markBackground(doc, lexicon);
  const decisions = readDecisions(marked, lexicon);
  return {
    doc: marked,
    decisions,
    place: readPlace(marked, lexicon),
    date: readDate(marked, lexicon, article),
    kind: readKind(marked, lexicon, { attendees: [], decisions }),
    figures: readFigures(marked, lexicon),
    quotes: readQuotes(marked, lexicon, []),
    background: readBackground(marked),
    lead: readLead(marked),
  };
}

const pieces = {
  tr: [
    "Toplantıda, ortak depo kurulması, merkez açılması ve iki tatbikat yapılması kararlaştırıldı.",
    "Ofis açılmasına karar verilen toplantının sonunda bildiri imzalandı.",
    "Buna göre kuruluşlar, bilgi paylaşımını genişletecek ve ortak projeleri hayata geçirecek.",
    'Alkan, "Depremde 5 kişi öldü, 120 ton un geldi." dedi.',
    "Başkanlığa Ece Alkan, üyeliklere Can Uslu ve Su Er seçildi.",
    "İki kurum arasında imzalanan protokolle 40 bin öğretmene eğitim verilecek.",
    "Zirve, 28 Kasım-2 Aralık tarihlerinde Kazakistan'ın Tobılköl kentinde yapılacak.",
    "Bildiride, dayanışmanın önemi vurgulandı ve çağrıda bulunuldu.",
    "Ağ, 10 Ekim 2024'te Bişkek'te kuruldu.",
    "Uçakta 1400 aile çadırı, 5 bin hijyen seti ve 85 milyon dolarlık malzeme var",
    "ve , ; “ imza attı anlaşmaya varıldı karar verildi",
  ],
  en: [
    "The ministers agreed to set up a fund, hold yearly drills and train 600 medics, the ministry said.",
    "Under the deal, Türkiye will send 40 pumps and Hungary will supply sandbags.",
    'The protocol signed in Baku on Nov. 19 covers training. "We will go on," she said.',
    "In the joint statement, the sides called for calm and reaffirmed their support.",
    "The quake killed 12 people and injured 30 others near the Bulgarian town of Svilengrad.",
    "and , signed the agreed to will and",
  ],
};

const anyStory = fc.constantFrom<Tongue>("tr", "en").chain((language) => {
  const text = fc.oneof(
    fc.constantFrom(...pieces[language]),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(fc.constantFrom(...pieces[language].flatMap((piece) => piece.split(" "))), { maxLength: 30 })
      .map((words) => words.join(" ")),
  );
  return fc
    .record({ title: text, spot: text, body: fc.array(text, { maxLength: 6 }) })
    .map((parts) => ({ ...parts, language }));
});

const plain = (text: string, language: string) => text.toLocaleLowerCase(language).normalize("NFC");

test("never throws, keeps to the schema, and cuts inside the text what it claims", () => {
  fc.assert(
    fc.property(anyStory, (parts) => {
      const { doc, decisions, place, date, kind, figures, quotes, background, lead } = readAll(parts);
      briefSchema
        .pick({ decisions: true, place: true, date: true, kind: true, figures: true, quotes: true, background: true })
        .parse({
          decisions,
          place,
          date,
          kind,
          figures,
          quotes,
          background,
        });
      for (const { start, end } of [
        ...decisions,
        ...figures,
        ...quotes,
        ...(background === null ? [] : [background]),
      ]) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(doc.text.length);
      }
      for (const quote of quotes) expect(doc.text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(doc.text.slice(background?.start ?? 0, background?.end ?? 0)).toBe(background?.text ?? "");
      expect((lead ?? "").length).toBeLessThanOrEqual(280);
    }),
    { numRuns: 400 },
  );
});

/** Words that the grammar itself may add. */
const ours = new Set(["was", "will", "to"]);

test("each word of a decision stands in its sentence but for its ending, each number as it is", () => {
  fc.assert(
    fc.property(anyStory, (parts) => {
      const { doc, decisions } = readAll(parts);
      for (const { text, start } of decisions) {
        const sentence = doc.sentences.find((one) => one.start <= start && start < one.end);
        const source = plain(doc.text.slice(sentence?.start, sentence?.end), parts.language);
        for (const word of plain(text, parts.language).match(/[\p{L}\p{N}]+/gu) ?? []) {
          if (ours.has(word)) continue;
          const stem =
            /^\p{N}/u.test(word) || word.length < 4 ? word.slice(0, 3) : word.slice(0, Math.max(3, word.length - 3));
          expect(source).toContain(stem);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("each figure's number, unit and noun stand in the text", () => {
  fc.assert(
    fc.property(anyStory, (parts) => {
      const { doc, figures } = readAll(parts);
      const source = plain(doc.text, parts.language).replace(/\s+/gu, " ");
      for (const { unit, of } of figures) {
        expect(source).toContain(plain(unit ?? "", parts.language).slice(0, 4));
        expect(source).toContain(plain(of ?? "", parts.language));
      }
    }),
    { numRuns: 300 },
  );
});

/* Quadratic work on these would run into the time limit of a test, deep recursion into the end of the stack. */
test.each<[string, string, Tongue]>([
  ["decisions without a stop", "ofis açılmasına karar verildi ", "tr"],
  ["verbal nouns", "depo kurulması, ", "tr"],
  ["capitals", "Ece Alkan ", "tr"],
  ["persons elected", "üyeliklere Ece Alkan ve Can Uslu seçildi ", "tr"],
  ["quotes", 'Alkan, "Birlikte çok çalışacağız." dedi ', "tr"],
  ["towns", "Bakü'de Azerbaycan'ın ", "tr"],
  ["futures", "Buna göre taraflar protokolle depo kuracak, ", "tr"],
  ["English verbs", "the ministers agreed to hold talks and ", "en"],
  ["English futures", "under the declaration they will hold talks and ", "en"],
  ["numbers", "11 bin 37 kişi ", "tr"],
])("a long text without a sentence's end is read whole: %s", (_name, piece, language) => {
  const { doc, decisions, figures } = readAll({ title: "t", body: piece.repeat(200_000 / piece.length), language });
  for (const { end } of [...decisions, ...figures]) expect(end).toBeLessThanOrEqual(doc.text.length);
});

test("a sentence of more decisions than the stack holds is read", { timeout: 30_000 }, () => {
  const { doc } = story({ body: `Dün Bakü'de ${"protokol imzalanan ".repeat(130_000)}bitti.` });
  expect(readDecisions(doc, lexicons.tr)).toHaveLength(1);
});
