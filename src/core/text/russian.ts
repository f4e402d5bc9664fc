/** Endings by case (nominative, genitive, dative, accusative, instrumental, prepositional); `/` parts alternatives, `0` is none. */
type Row = readonly [ending: string, singular: string, plural: string];

/** Zaliznyak's main types. Longest ending first. The letter е stands for ё too, as in folded texts. */
const adjectives: readonly Row[] = [
  ["ый", "ый ого ому ый/ого ым ом", "ые ых ым ые/ых ыми ых"],
  ["кий", "кий кого кому кий/кого ким ком", "кие ких ким кие/ких кими ких"],
  ["ий", "ий его ему ий/его им ем", "ие их им ие/их ими их"],
  ["ой", "ой ого ому ой/ого ым/им ом", "ые/ие ых/их ым/им ые/ие/ых/их ыми/ими ых/их"],
  ["ая", "ая ой/ей ой/ей ую ой/ей ой/ей", "ые/ие ых/их ым/им ые/ие/ых/их ыми/ими ых/их"],
  ["яя", "яя ей ей юю ей ей", "ие их им ие/их ими их"],
  ["ое", "ое ого ому ое ым/им ом", "ые/ие ых/их ым/им ые/ие ыми/ими ых/их"],
  ["ее", "ее его ему ее им ем", "ие их им ие ими их"],
  ["ые", "ые ых ым ые/ых ыми ых", "ые ых ым ые/ых ыми ых"],
  ["ие", "ие их им ие/их ими их", "ие их им ие/их ими их"],
];

const nouns: readonly Row[] = [
  ["анин", "анин анина анину анина анином анине", "ане ан анам ан анами анах"],
  ["янин", "янин янина янину янина янином янине", "яне ян янам ян янами янах"],
  ["ия", "ия ии ии ию ией ии", "ии ий иям ии/ий иями иях"],
  ["ие", "ие ия ию ие ием ии", "ия ий иям ия иями иях"],
  ["ий", "ий ия ию ий/ия ием ии", "ии иев иям ии/иев иями иях"],
  ["ья", "ья ьи ье ью ьей ье", "ьи ей/ий ьям ьи ьями ьях"],
  ["ье", "ье ья ью ье ьем ье", "ья ий ьям ья ьями ьях"],
  ["мя", "мя мени мени мя менем мени", "мена мен менам мена менами менах"],
  ["ка", "ка ки ке ку кой ке", "ки ок/ек/к кам ки/ок/ек ками ках"],
  ["а", "а ы е у ой/ей е", "ы 0 ам ы/0 ами ах"],
  ["я", "я и е ю ей е", "и ь/й/ей ям и ями ях"],
  ["о", "о а у о ом е", "а 0 ам а ами ах"],
  ["ще", "ще ща щу ще щем ще", "ща щ щам ща щами щах"],
  ["це", "це ца цу це цем це", "ца ц цам ца цами цах"],
  ["е", "е я ю е ем е", "я ей ям я ями ях"],
  ["ы", "ы ов/0 ам ы/ов ами ах", "ы ов/0 ам ы ами ах"],
  ["и", "и ей/ев/ов/й ям/ам и ями/ами ях/ах", "и ей/ев/ов/й ям/ам и ями/ами ях/ах"],
  ["й", "й я ю й/я ем е", "и ев ям и/ев ями ях"],
  ["ь", "ь и/я и/ю ь/я ью/ем и/е", "и/я ей ям и/я/ей ями ях"],
  ["ец", "ец ца цу ец/ца цем/цом це", "цы цев/цов цам цы/цев цами цах"],
  ["ок", "ок ка/ока ку/оку ок/ка ком/оком ке/оке", "ки/оки ков/оков кам/окам ки/ков ками/оками ках/оках"],
  ["ц", "ц ца цу ц/ца цем це", "цы цев цам цы/цев цами цах"],
  ["", "0 а у 0/а ом/ем е", "ы/а ов/ей ам ы/ов/ей ами ах"],
];

/** A vowel that only the dictionary's form has, and what the other forms are made of. */
const oblique = new Map(
  Object.entries({
  день: "днь", лев: "льв", павел: "павл", египет: "египт", огонь: "огнь", камень: "камнь", корень: "корнь", уголь: "угль",
  мать: "матерь", дочь: "дочерь", ветер: "ветр", костер: "костр", лед: "льд", уровень: "уровнь", церковь: "церквь", хребет: "хребт", узел: "узл", лоб: "лб", рот: "рт", сон: "сн",
  }), // prettier-ignore
);

const foreign = /[^а-я-]/u;
const isAdjective = /(?:ск|цк|н|вш|щ)(?:ий|ая|ое|ее)$|(?:ый|ые)$/u;

/** After к, г, х and hushers и stands for ы; only hushers take -ей, and -ем. */
function spelled(stem: string, ending: string): string | null {
  const last = stem.slice(-1);
  const isHusher = "жчшщ".includes(last);
  if (ending.startsWith("ы") && (isHusher || "кгх".includes(last))) return stem + ending.replace("ы", "и");
  if (ending === "ем" && !isHusher && last !== "ц") return null;
  if (ending === "ей" && !isHusher && last !== "ц" && !/[ьияй]/u.test(last)) return null;
  if (ending === "ов" && isHusher) return null;
  return stem + ending;
}

/** Twelve cases, singular before plural, each with its alternatives; null where the table does not know the word. */
function decline(word: string, table: readonly Row[]): string[][] | null {
  const row = table.find(([it]) => word.length > it.length + (it === "мя" ? 0 : 1) && word.endsWith(it));
  if (row === undefined) return null;
  const [ending, singular, plural] = row;
  const cut = word.slice(0, word.length - ending.length);
  // A vowel before -ец becomes й: китаец, китайца.
  const stem = ending === "ец" && /[аеиоуя]$/u.test(cut) ? `${cut}й` : cut;
  const isSoft = ending.length > 0 && "яеьйи".includes(ending.slice(-1));
  return `${singular} ${plural}`.split(" ").map((it) =>
    it.split("/").flatMap((alternative) => {
      if (alternative === "0") return [stem];
      const form = isSoft ? stem + alternative : spelled(stem, alternative);
      return form === null ? [] : [form];
    }),
  );
}

function declineNoun(word: string, surname: boolean): string[][] | null {
  const cases = decline(oblique.get(word) ?? word, nouns);
  if (cases === null) return null;
  cases[0] = [word];
  if (oblique.has(word)) cases[3]?.unshift(word);
  // Surnames in -ов and -ин: Карамзиным.
  if (surname && /[оеи][вн]$/u.test(word)) cases[4]?.push(`${word}ым`);
  return cases;
}

const singular = 6;

/**
 * The case forms of a Russian word or name in the nominative: adjectives and their noun decline together, what follows the
 * noun stays (Организации тюркских государств). Forms of lower-case letters in, forms out, the name itself first, no doubles.
 * A name has no plural. A word of another language in Cyrillic letters comes back as it is.
 */
export function russianForms(words: readonly string[], name: boolean): string[][] {
  if (words.some((it) => foreign.test(it))) return [[...words]];
  const [only = ""] = words;
  if (words.length === 1 && isAdjective.test(only)) return adjectiveForms(only, name);
  let open = true;
  const columns = words.map((word): string[][] => {
    const adjective = open && words.length > 1 ? decline(word, adjectives) : null;
    const cases = open ? (adjective ?? declineNoun(word, name)) : null;
    if (adjective === null) open = false;
    return cases ?? Array.from({ length: 2 * singular }, () => [word]);
  });
  const forms = [[...words]];
  for (let at = 0; at < (name ? singular : 2 * singular); at += 1) forms.push(...products(columns, at));
  return unique(forms);
}

/** A lone adjective stands in all genders; a surname (Островский) in its own. */
function adjectiveForms(word: string, name: boolean): string[][] {
  const stem = word.slice(0, -2);
  const isHard = /ы.$/u.test(word) || /(?:к|г|х)..$/u.test(word);
  const genders =
    name || /[ыи]е$/u.test(word)
      ? [word]
      : [word, `${stem}ая`, `${stem}ое`, ...(isHard ? [] : [`${stem}яя`, `${stem}ее`])];
  const all = genders.flatMap((it) => decline(it, adjectives)?.flat() ?? [it]);
  return unique([word, ...all].map((it) => [it]));
}

function products(columns: readonly string[][][], at: number): string[][] {
  return columns.reduce<string[][]>(
    (forms, cases) => forms.flatMap((form) => (cases[at] ?? []).map((it) => [...form, it])),
    [[]],
  );
}

function unique(forms: readonly string[][]): string[][] {
  return [...new Map(forms.map((it) => [it.join(" "), it])).values()];
}
