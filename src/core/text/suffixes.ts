/**
 * The closed grammar of Turkish nominal suffixes, as a table. Capitals stand for what harmony decides:
 * A = a e, I = ı i u ü, D = d t, C = c ç; a bracketed consonant stands after a vowel only, a bracketed vowel
 * after a consonant only. Azerbaijani shares it (ə read as e). Sources: Göksel & Kerslake 2005, ch. 8; TDK spelling guide.
 */
export type State =
  | "stem"
  | "plural"
  /** Possessed by me, you, us: declines like a stem. */
  | "mine"
  /** Possessed by him, her, it: declines with a pronominal n. */
  | "its"
  | "genitive"
  | "locative"
  | "case"
  /** After -ki. */
  | "ki"
  | "tense"
  | "closed";

/**
 * Suffixes that make more wrong readings than right ones where nothing speaks for them. All stand behind an apostrophe.
 * `yours` (soru-n is mostly sorun, kadı-n kadın): never on common nouns. `person` (doktor-um): never without apostrophe.
 */
export type Habit = "yours" | "person" | "belongs";

export interface Row {
  from: readonly State[];
  suffix: string;
  to: State;
  /** Makes another word of it (Kızılay-cı): allowed for names only, and marked. */
  derives?: true;
  /** Does not stand on every word: see `Habit`. */
  habit?: Habit;
  /** Azerbaijani only. */
  azeri?: true;
}

const nominal: readonly State[] = ["stem", "plural", "mine"];
const predicate: readonly State[] = ["stem", "plural", "mine", "its", "genitive", "locative", "case", "ki"];

export const rows: readonly Row[] = [
  { from: ["stem"], suffix: "CI", to: "stem", derives: true },
  { from: ["stem"], suffix: "lI", to: "stem", derives: true, habit: "belongs" },
  { from: ["stem"], suffix: "lIk", to: "stem", derives: true },
  { from: ["stem"], suffix: "lIğ", to: "stem", derives: true },
  { from: ["stem"], suffix: "sIz", to: "stem", derives: true },
  { from: ["stem", "ki"], suffix: "lAr", to: "plural" },
  { from: ["stem", "plural"], suffix: "(I)m", to: "mine" },
  { from: ["stem", "plural"], suffix: "(I)n", to: "mine", habit: "yours" },
  { from: ["stem", "plural"], suffix: "(I)mIz", to: "mine" },
  { from: ["stem", "plural"], suffix: "(I)nIz", to: "mine" },
  { from: ["stem", "plural"], suffix: "(s)I", to: "its" },
  { from: nominal, suffix: "(n)In", to: "genitive" },
  { from: nominal, suffix: "(y)I", to: "case" },
  { from: nominal, suffix: "(n)I", to: "case", azeri: true },
  { from: nominal, suffix: "(y)A", to: "case" },
  { from: nominal, suffix: "DA", to: "locative" },
  { from: nominal, suffix: "DAn", to: "case" },
  { from: nominal, suffix: "CA", to: "case" },
  { from: ["its", "ki"], suffix: "nIn", to: "genitive" },
  { from: ["its", "ki"], suffix: "nI", to: "case" },
  { from: ["its", "ki"], suffix: "nA", to: "case" },
  { from: ["its", "ki"], suffix: "ndA", to: "locative" },
  { from: ["its", "ki"], suffix: "ndAn", to: "case" },
  { from: ["its"], suffix: "ncA", to: "case" },
  { from: [...nominal, "its", "ki"], suffix: "(y)lA", to: "case" },
  { from: ["genitive", "locative"], suffix: "ki", to: "ki" },
  { from: ["genitive", "locative"], suffix: "kı", to: "ki" },
  { from: predicate, suffix: "DIr", to: "closed" },
  { from: predicate, suffix: "DIrlAr", to: "closed" },
  { from: predicate, suffix: "(y)DI", to: "tense" },
  { from: predicate, suffix: "(y)mIş", to: "tense" },
  { from: predicate, suffix: "(y)sA", to: "tense" },
  { from: predicate, suffix: "(y)ken", to: "closed" },
  { from: ["its", "genitive", "locative", "case"], suffix: "lAr", to: "closed" },
  { from: predicate, suffix: "(y)Im", to: "closed", habit: "person" },
  { from: predicate, suffix: "(y)Iz", to: "closed", habit: "person" },
  { from: predicate, suffix: "sIn", to: "closed", habit: "person" },
  { from: predicate, suffix: "sInIz", to: "closed", habit: "person" },
  { from: ["tense"], suffix: "m", to: "closed", habit: "person" },
  { from: ["tense"], suffix: "n", to: "closed", habit: "person" },
  { from: ["tense"], suffix: "k", to: "closed", habit: "person" },
  { from: ["tense"], suffix: "nIz", to: "closed", habit: "person" },
  { from: ["tense"], suffix: "lAr", to: "closed" },
  { from: ["tense"], suffix: "tIr", to: "closed" },
];
