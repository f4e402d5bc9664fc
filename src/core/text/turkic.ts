/**
 * Endings of Kazakh and Kyrgyz nouns in Cyrillic letters: plural, possessive, case, -дағы, copula, with harmony and
 * assimilation. Capitals stand for what harmony decides: A = а е о ө, I = ы і и у ү.
 */
type Final = "vowel" | "voiced" | "voiceless" | "its";
type Harmony = "back" | "kazakh" | "kyrgyz";

const cases = {
  vowel: "нI[ңн]|нI|[гғ]A|дA|дAн|мен|дA[гғ]I",
  voiced: "[дн]I[ңн]|дI|[гғ]A|дA|[дн]Aн|[мб]ен|дA[гғ]I",
  voiceless: "тI[ңн]|тI|[кқ]A|тA|тAн|пен|тA[гғ]I",
  /** Behind the possessive of the third person. */
  its: "нI[ңн]|н|нA|ндA|нAн|мен|ндA[гғ]I",
  mine: "[дн]I[ңн]|дI|A|[гғ]A|дA|[дн]Aн|[мб]ен|дA[гғ]I",
} as const;

const plural: Record<Exclude<Final, "its">, string> = { vowel: "лAр", voiced: "[лд]Aр", voiceless: "тAр" };
const person = "(?:м|[мб]Iз|ң|ңIз)";
const owned = `I(?:${cases.its})?|I${person}(?:${cases.mine})?`;
const letters: Record<Harmony, readonly [string, string]> = {
  back: ["[ао]", "[ыу]"],
  kazakh: ["е", "і"],
  kyrgyz: ["[еөэ]", "[иү]"],
};

function chain(final: Final, harmony: Harmony): RegExp {
  const [a, i] = letters[harmony];
  if (final === "its") return compile(cases.its, a, i);
  const own = final === "vowel" ? `сI(?:${cases.its})?|${person}(?:${cases.mine})?` : owned;
  const many = `${plural[final]}(?:${cases.voiced}|${owned})?`;
  return compile(`${cases[final]}|${own}|${many}`, a, i);
}

function compile(endings: string, a: string, i: string): RegExp {
  return new RegExp(`^(?:${endings})(?:[дт]Iр)?$`.replaceAll("A", a).replaceAll("I", i), "u");
}

const finals: readonly Final[] = ["vowel", "voiced", "voiceless", "its"];
const harmonies: readonly Harmony[] = ["back", "kazakh", "kyrgyz"];
const chains = new Map(
  finals.flatMap((final) => harmonies.map((it): [string, RegExp] => [final + it, chain(final, it)])),
);

function finalsOf(stem: string): readonly Final[] {
  const last = stem.slice(-1);
  // Kazakh takes у and и for consonants, Kyrgyz for vowels; loans end in б в г д, which Kazakh takes for voiceless.
  if (/[уию]/u.test(last)) return ["vowel", "voiced", "its"];
  // A phrase may end in its own possessive: ұйымы, ұйымы-на.
  if (/[ыіү]/u.test(last)) return ["vowel", "its"];
  if (/[аәоөұүыіеёэя]/u.test(last)) return ["vowel"];
  if (/[бвгд]/u.test(last)) return ["voiced", "voiceless"];
  return /[пткқсшфхцчщ]/u.test(last) ? ["voiceless"] : ["voiced"];
}

function harmoniesOf(stem: string): readonly Harmony[] {
  const last = /[аәоөұүуыіиеёэюя](?=[^аәоөұүуыіиеёэюя]*$)/u.exec(stem)?.[0];
  // Russian names in -ев are read with a back vowel by some: Назарбаевтың.
  if (last === undefined || last === "и" || stem.endsWith("ев")) return harmonies;
  if (last === "у" || last === "ю") return ["back", "kazakh"];
  return "аоұыяё".includes(last) ? ["back"] : ["kazakh", "kyrgyz"];
}

/** Whether `rest` is a chain of endings behind a stem; an empty stem (an acronym's) takes any. Lower-case letters. */
export function hasTurkicEndings(stem: string, rest: string): boolean {
  const ends = stem === "" ? finals : finalsOf(stem);
  const tones = stem === "" ? harmonies : harmoniesOf(stem);
  return ends.some((final) => tones.some((it) => chains.get(final + it)?.test(rest)));
}

const softened: Record<string, string> = { к: "г", қ: "ғ", п: "б" };
/** Words that lose their last vowel before a vowel: халық, халқы. */
const dropping = new Set("халық орын ауыз мұрын мойын ерін қойын көрік орун ооз мурун моюн эрин".split(" "));

/** The shapes of a word before an ending that begins with a vowel, where they differ from the word: кітап, кітаб-ы. */
export function turkicStems(word: string): string[] {
  const last = word.slice(-1);
  const soft = softened[last];
  if (dropping.has(word)) return [word.slice(0, -2) + last];
  return soft === undefined || word.length < 3 ? [] : [word.slice(0, -1) + soft];
}
