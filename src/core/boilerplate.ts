/**
 * Lines that stand on AA's page around a story and are no part of it. Shared by the page and the plain text reader.
 * `drop`: the line goes. `end`: nothing of the story follows it in a text copied from the page. `tags`: the story's tags follow.
 */
export type Furniture = "drop" | "end" | "tags";

type Row = [does: Furniture, how: "is" | "starts", says: string];

const rows: readonly Row[] = [
  ["end", "starts", "Anadolu Ajansı web sitesinde, AA Haber Akış Sistemi"],
  ["end", "starts", "Anadolu Agency website contains only a portion"],
  ["drop", "starts", "Abonelik için lütfen"],
  ["drop", "is", "Abonelik İşlemleri"],
  ["drop", "starts", "Please contact us for subscription options"],
  ["end", "is", "Haberi Paylaş"],
  ["end", "is", "Bu haberi paylaşın"],
  ["end", "is", "Share News"],
  ["end", "is", "Share this news"],
  ["end", "is", "Benzer haberler"],
  ["end", "is", "Similar news"],
  ["end", "is", "Related news"],
  ["end", "is", "Önceki"],
  ["end", "is", "Sonraki"],
  ["drop", "starts", "Artık haberler size gelsin"],
  ["drop", "starts", "AA'nın WhatsApp kanal"],
  ["drop", "starts", "Gündemdeki gelişmeler, özel haber, analiz"],
  ["drop", "starts", "AA Canlı"],
  ["drop", "starts", "Anlık gelişmeler için AA Canlı"],
  ["drop", "starts", "Follow Anadolu on WhatsApp"],
  ["drop", "is", "Ana içeriğe atla"],
  ["drop", "is", "Anadolu Ajansı"],
  ["drop", "is", "Anadolu Agency"],
  ["drop", "is", "Anasayfa"],
  ["drop", "is", "Canlı"],
  ["drop", "is", "Linki kopyala"],
  ["drop", "is", "Content media"],
];

const shapes: readonly (readonly [does: Furniture, shape: RegExp])[] = [
  // `Dolar 42,31`, `BIST 100: 10.921,54 %0,4`
  [
    "drop",
    /^(?:dolar|euro|sterlin|(?:gram )?altın|bist(?: ?100)?|brent(?: petrol)?|bitcoin)(?:[\s:]+[\d.,%$€₺▲▼+-]+)*$/,
  ],
  // `İlgili Konular: afet, Kızılay`, but not a paragraph that begins with these words
  ["tags", /^(?:ilgili konular|related topics)(?: ?:.*)?$/],
  // A translation key that the page shows instead of its text: `news_share`
  ["drop", /^[a-z]+(?:_[a-z]+)+$/],
  // `Fotoğraf : Ayşe Örnek/AA`, `(Fotoğraf: Türk Kızılay)`
  ["drop", /^(?:fotoğraf|foto|photo|photograph|görsel)(?:lar|s)? ?:/],
  // `( Ayşe Örnek - Anadolu Ajansı )`
  ["drop", /^[^()]{2,80}[-–/] ?(?:anadolu ajansi|anadolu agency|aa) ?\)$/],
];

/** Turkish and English letters alike: dotted, dotless and capital i are one letter here, since pages mix the two alphabets. */
function fold(line: string): string {
  return line
    .normalize("NFC")
    .toLowerCase()
    .replace(/i\u0307|ı/g, "i")
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/^[^\p{L}\p{N}*]+/u, "")
    .replace(/[\s.:!]+$/, "");
}

/** No furniture is longer; longer lines are not looked at, since a pattern's cost could grow with the square of the length. */
const longest = 600;

const folded = rows.map(([does, how, says]) => ({ does, how, says: fold(says) }));

/** What a line is, if it is no part of the story; null for the story's own. The line is tidy (`core/text/tidy`). */
export function furniture(line: string): Furniture | null {
  if (line.length > longest) return null;
  const text = fold(line);
  const row = folded.find(({ how, says }) => (how === "is" ? text === says : text.startsWith(says)));
  if (row) return row.does;
  const head = line
    .normalize("NFC")
    .toLocaleLowerCase("tr")
    .replace(/^[^\p{L}\p{N}*]+/u, "");
  return shapes.find(([, shape]) => shape.test(head) || shape.test(text))?.[0] ?? null;
}

/** A body without its closing credits: last lines that begin with an asterisk, unless they are items of a list (after a colon). */
export function withoutCredits<Line extends { text: string }>(body: readonly Line[]): Line[] {
  let end = body.length;
  while (end > 0 && body[end - 1]?.text.startsWith("*")) end -= 1;
  const listed = body[end - 1]?.text.endsWith(":") ?? false;
  return body.slice(0, listed ? body.length : end);
}
