/** Endings by case: nominative, genitive, dative, accusative, instrumental, prepositional. */
type Cases = readonly string[];

/** Zaliznyak's main types, as far as names of organisations use them. Longest ending first. */
const adjectives: readonly (readonly [string, Cases])[] = [
  ["ый", ["ый", "ого", "ому", "ый", "ым", "ом"]],
  ["ий", ["ий", "ого", "ому", "ий", "им", "ом"]],
  ["ой", ["ой", "ого", "ому", "ой", "ым", "ом"]],
  ["ая", ["ая", "ой", "ой", "ую", "ой", "ой"]],
  ["яя", ["яя", "ей", "ей", "юю", "ей", "ей"]],
  ["ое", ["ое", "ого", "ому", "ое", "ым", "ом"]],
  ["ые", ["ые", "ых", "ым", "ые", "ыми", "ых"]],
  ["ие", ["ие", "их", "им", "ие", "ими", "их"]],
];
const nouns: readonly (readonly [string, Cases])[] = [
  ["ия", ["ия", "ии", "ии", "ию", "ией", "ии"]],
  ["ие", ["ие", "ия", "ию", "ие", "ием", "ии"]],
  ["ья", ["ья", "ьи", "ье", "ью", "ьей", "ье"]],
  ["ца", ["ца", "цы", "це", "цу", "цей", "це"]],
  ["ка", ["ка", "ки", "ке", "ку", "кой", "ке"]],
  ["а", ["а", "ы", "е", "у", "ой", "е"]],
  ["я", ["я", "и", "е", "ю", "ей", "е"]],
  ["о", ["о", "а", "у", "о", "ом", "е"]],
  ["ь", ["ь", "и", "и", "ь", "ью", "и"]],
  ["ц", ["ц", "ца", "цу", "ц", "цем", "це"]],
  ["", ["", "а", "у", "", "ом", "е"]],
];

const decline = (word: string, table: readonly (readonly [string, Cases])[]): Cases | null => {
  const row = table.find(([ending]) => word.length > ending.length + 1 && word.endsWith(ending));
  return row === undefined ? null : row[1].map((it) => word.slice(0, word.length - row[0].length) + it);
};

/**
 * The case forms of a Russian name in the nominative: adjectives and their noun decline together, what follows the noun
 * stays (Организации тюркских государств). Forms of lower-case letters in, forms out, the name itself first, no doubles.
 */
export function russianForms(words: readonly string[]): string[][] {
  const forms: string[][] = [[], [], [], [], [], []];
  let open = true;
  for (const word of words) {
    const adjective = open && words.length > 1 ? decline(word, adjectives) : null;
    const cases = open ? (adjective ?? decline(word, nouns)) : null;
    if (adjective === null) open = false;
    forms.forEach((form, at) => form.push(cases?.[at] ?? word));
  }
  return [...new Map(forms.map((it) => [it.join(" "), it])).values()];
}
