/** Endings of other languages, slot after slot, each slot optional. Simple on purpose: they serve names, not whole languages. */
export interface Endings {
  slots: readonly (readonly string[])[];
}

const words = (list: string): string[] => list.trim().split(/\s+/u);

export const english: Endings = { slots: [["s", "es"], ["'s", "'"]] }; // prettier-ignore

/** Sodiq 1993; spelt as in today's Latin alphabet. */
export const uzbek: Endings = {
  slots: [words("lar"), words("i si im imiz miz ingiz ngiz ing m"), words("ning ni ga ka qa da dan dagi gacha niki cha"), words("dir")],
}; // prettier-ignore

export const uzbekCyrillic: Endings = {
  slots: [words("лар"), words("и си им имиз миз ингиз нгиз инг м"), words("нинг ни га ка қа да дан даги гача ники ча"), words("дир")],
}; // prettier-ignore

/** Sound plurals, and the pronouns that are written together with what they own. */
export const arabic: Endings = { slots: [words("ون ين ات ا"), words("ها هم هن هما نا كم")] };

/** Whether a rest of a word is a chain of these endings. */
export function hasEndings(rest: string, { slots }: Endings, slot = 0): boolean {
  if (rest === "") return true;
  for (let at = slot; at < slots.length; at += 1) {
    for (const ending of slots[at] ?? []) {
      if (rest.startsWith(ending) && hasEndings(rest.slice(ending.length), { slots }, at + 1)) return true;
    }
  }
  return false;
}

/** Plurals that no ending makes. */
const irregular = new Map(
  Object.entries({
  child: "children", man: "men", woman: "women", life: "lives", wife: "wives", leaf: "leaves", knife: "knives", thief: "thieves",
  crisis: "crises", basis: "bases", foot: "feet", tooth: "teeth", policeman: "policemen", serviceman: "servicemen",
  }), // prettier-ignore
);

/** The English plural where it is more than an ending: country, countries; null where it is none. */
export function englishPlural(word: string): string | null {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return irregular.get(word) ?? null;
}

/** Words that lose a vowel before a vowel in Uzbek: shahar, shahri. */
const dropping = new Map(
  Object.entries({
  shahar: "shahr", "o'g'il": "o'g'l", singil: "singl", "o'rin": "o'rn", "ko'ngil": "ko'ngl", burun: "burn", "bag'ir": "bag'r", "og'iz": "og'z",
  }), // prettier-ignore
);

/** The shape of an Uzbek word before an ending that begins with a vowel, where it differs: vazirlik, vazirlig-i; o'rtoq, o'rtog'-i. */
export function uzbekStem(word: string): string | null {
  const short = dropping.get(word);
  if (short !== undefined) return short;
  if (/[aeiou].*[aeiou]'?k$/u.test(word)) return `${word.slice(0, -1)}g`;
  return /.{2}q$/u.test(word) ? `${word.slice(0, -1)}g'` : null;
}

/** Arabic particles that are written together with the word behind them: wa, fa, bi, ka, li. */
export const arabicParticles: readonly string[] = ["و", "ف", "ب", "ك", "ل", "وب", "ول", "وك", "فب", "فل"];
