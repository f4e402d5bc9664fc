/** When two tellings are the same: what the measure forgives, and nothing of the engine's own judgement of it. */

const unified = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[’‘ʼ´`]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\s+/gu, " ")
    .trim();

/** Turkish and English capitals alike: all four of I ı İ i are one letter. */
const lower = (text: string): string => unified(text).replace(/[Iİı]/gu, "i").toLowerCase();

const honorific =
  /^(?:(?:Prof|Doç|Dr|Av|Op|Uzm|Yrd|Öğr|Gör|Assoc|Mr|Mrs|Ms)\.? |(?:Sayın|Büyükelçi|Ambassador|(?:Kor|Or|Tüm|Tuğ)?[Gg]eneral) )+/u;

/** A name as compared: without honorifics and without a case suffix behind an apostrophe; the letters count as written. */
export const nameOf = (name: string): string => unified(name).replace(honorific, "").replace(/'\p{Ll}{1,6}$/u, "");

/** A title as compared: capitals and the English article do not count. */
export const titleOf = (title: string | null): string | null => (title === null ? null : lower(title).replace(/^the /u, ""));

/** A city as compared: `Izmir` of an English story is `İzmir`. */
export const cityOf = (city: string | null): string | null =>
  city === null ? null : lower(city).normalize("NFD").replace(/\p{M}/gu, "");

export const wordsOf = (text: string): string[] => lower(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const small = new Set(
  "ile için olan olarak bir bu şu da de den dan arasinda the and for was were with that its their will has have been from".split(" "),
);

/** Content words by their first five letters, since endings differ between two tellings. */
const keysOf = (text: string): Set<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 2 && !small.has(word)).map((word) => word.slice(0, 5)));

/** Share of the shorter telling's content words that the other has too, 0 to 1; 0 unless two of them are shared. */
export function agreement(one: string, other: string): number {
  const [few, many] = [keysOf(one), keysOf(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>];
  const shared = [...few].filter((key) => many.has(key)).length;
  return shared < 2 ? 0 : shared / few.size;
}

/** Pairs as many rows with columns of their own as can be, the heavier pair first; weight 0 is no pair. Row to column. */
export function pair(rows: number, columns: number, weight: (row: number, column: number) => number): Map<number, number> {
  const rowOf = new Map<number, number>();
  const choices = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => ({ column, weight: weight(row, column) }))
      .filter((it) => it.weight > 0)
      .sort((a, b) => b.weight - a.weight),
  );
  const place = (row: number, tried: Set<number>): boolean =>
    (choices[row] ?? []).some(({ column }) => {
      if (tried.has(column)) return false;
      tried.add(column);
      const holder = rowOf.get(column);
      if (holder !== undefined && !place(holder, tried)) return false;
      rowOf.set(column, row);
      return true;
    });
  for (let row = 0; row < rows; row += 1) place(row, new Set());
  return new Map([...rowOf].map(([column, row]) => [row, column]));
}
