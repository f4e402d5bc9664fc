import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../../src/core/brief/read-document.js";
import { storyText } from "../../../src/core/story.js";

function read(text: string, language = "tr") {
  const story = storyText({ title: "", spot: null, dateline: null, body: [{ kind: "paragraph", text }] });
  return readDocument(story, { language, published: null });
}

function sentences(text: string, language = "tr") {
  return read(text, language).sentences.map(({ start, end }) => text.slice(start, end));
}

test.each([
  ["abbreviations", "Prof. Dr. Ece Al geldi. Av. Can Us gitti.", 2],
  ["ordinal before a capital", "TDT 12. Zirvesi yapıldı. Heyetler döndü.", 2],
  ["ordinal before a small letter", "Kurul 2. kez toplandı.", 1],
  ["Roman ordinal", "II. Avrasya Forumu başladı.", 1],
  ["initial", "Toplantıya M. Kemal Ersoy katıldı. Görüşme sürdü.", 2],
  ["decimal and thousand points", "Yardım 1.250,5 ton oldu. Gemi yola çıktı.", 2],
  ["date", "Ağ 10.10.2024'te kuruldu. Merkezi Ankara'da.", 2],
  ["vb. inside", "Çadır, battaniye vb. malzeme gönderildi.", 1],
  ["vb. at the end", "Çadır, battaniye vb. Yardımlar sürüyor.", 2],
  ["quote with a verb behind", '"Biz geldik. Siz de gelin." dedi. Tören bitti.', 2],
  ["quote that closes the sentence", '"Biz geldik." Bakan Al, ayrıca konuştu.', 2],
  ["curly quote", "Al, “Geliyoruz. Bekleyin.” ifadesini kullandı.", 1],
  ["nested quotes", "Al, \"Bize 'gelin.' dediler. Gittik.\" dedi. Son.", 2],
  ["unclosed quote", 'Al konuştu. "Biz geldik. Siz de gelin.', 2],
  ["ellipsis", "Beklediler... Kimse gelmedi… Döndüler.", 3],
  ["ellipsis inside", "Beklediler... ama kimse gelmedi.", 1],
  ["no blank behind the stop", "Heyet katıldı.Toplantıda konuşuldu.", 2],
  ["web address", "Ayrıntılar aa.com.tr adresinde. Kayıt açık.", 2],
  ["question in a quote", '"Neden?" diye sordu.', 1],
  ["apostrophes are no quotes", "Bakü'de Yılmaz'ı karşıladı. Türkiye'ye döndü.", 2],
])("Turkish, %s: %s", (_name, text, count) => {
  expect(sentences(text)).toHaveLength(count);
});

test.each([
  ["titles", "Mr. Smith met Dr. Jane Roe. They spoke.", 2],
  ["country", "The U.S. President left. He was late.", 2],
  ["country at the end", "They flew to the U.S. The talks went on.", 2],
  ["number at the end", "The toll rose to 45. Officials said so.", 2],
  ["month", "It opened on Nov. 19 in Baku. It ended.", 2],
  ["quote first", '"We came. We saw." he said.', 1],
  ["possessive", "The states' leaders met. They agreed.", 2],
])("English, %s: %s", (_name, text, count) => {
  expect(sentences(text, "en")).toHaveLength(count);
});

test.each([
  ['Al, "Geldik." dedi.', ["Geldik."]],
  ["Al, “Bize “gelin” dediler.” dedi.", ["Bize “gelin” dediler."]],
  ['Al, “Geldik." dedi.', ["Geldik."]],
  ["Al, «Geldik» dedi.", ["Geldik"]],
  ['Al: "Geldik, gördük', ["Geldik, gördük"]],
  ["Bakü'de 'Ağ' toplantısı", ["Ağ"]],
  ["Bakü'de Yılmaz'ın", []],
  ['dedi:"Geldik" ve gitti', ["Geldik"]],
])("quotes of %s", (text, wanted) => {
  expect(read(text).quotes.map(({ start, end }) => text.slice(start, end))).toEqual(wanted);
});

test.each([
  ["Dr. M. Kemal Aslanov'un", ["Dr.", "M.", "Kemal", "Aslanov'un"]],
  ["2024'te 19.11.2025, 10-12 Ekim'de", ["2024'te", "19.11.2025", ",", "10", "-", "12", "Ekim'de"]],
  ["Örnek A.Ş. el-Maliki geldi.", ["Örnek", "A.Ş.", "el-Maliki", "geldi", "."]],
])("tokens of %s", (text, wanted) => {
  expect(read(text).sentences.flatMap(({ tokens }) => tokens.map((token) => token.text))).toEqual(wanted);
});

test("every offset cuts what it claims, on any text", () => {
  const parts = fc.constantFrom("Dr.", "“", '"', "'", "’", ".", "…", " ", "Ay", "ev", "12", "A.", "\n", "😀", "«", "»");
  const any = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.array(parts, { maxLength: 60 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(any, fc.constantFrom("tr", "en", "ar"), (text, language) => {
      const doc = read(text, language);
      let behind = 0;
      for (const sentence of doc.sentences) {
        expect(sentence.start).toBeGreaterThanOrEqual(behind);
        for (const token of sentence.tokens) {
          expect(doc.text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(behind);
          behind = token.end;
        }
        expect(sentence.end).toBe(behind);
      }
      for (const quote of doc.quotes) expect(quote.end).toBeGreaterThanOrEqual(quote.start);
    }),
  );
});

test("a million characters of one quote, or of nothing but marks, are read", () => {
  for (const unit of ["“", '"', "'a ", "a. ", "A.", "1.", "a'", ". "]) {
    const doc = read(unit.repeat(Math.ceil(200_000 / unit.length)));
    expect(doc.text.length).toBeGreaterThan(100_000);
  }
});
