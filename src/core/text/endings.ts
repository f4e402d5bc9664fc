/** Endings of other languages, slot after slot, each slot optional. Simple on purpose: they serve names, not whole languages. */
export interface Endings {
  /** Languages that these endings belong to. */
  languages: readonly string[];
  slots: readonly (readonly string[])[];
}

const words = (list: string): string[] => list.trim().split(/\s+/u);

export const english: Endings = { languages: ["en"], slots: [["s", "es"], ["'s", "'"]] }; // prettier-ignore

/** Sodiq 1993; spelt as in today's Latin alphabet. */
export const uzbek: Endings = {
  languages: ["uz"],
  slots: [["lar"], words("i si im imiz ingiz ing"), words("ning ni ga ka qa da dan dagi gacha niki cha"), words("dir")],
};

/** Kazakh, Kyrgyz and Uzbek endings in Cyrillic, harmony not checked: no two words of a name differ by it alone. */
export const turkicCyrillic: Endings = {
  languages: ["kk", "ky", "uz"],
  slots: [
    words("лар лер дар дер тар тер лор лөр дор дөр тор төр"),
    words("ы і и у ү сы сі си су сү ымыз іміз ыбыз ибиз"),
    words(`нинг ның нің дың дің тың тің нын нин нун нүн дын дин дун дүн тын тин тун түн ны ні ни ну нү ды ді ди ду дү ты ті ти ту тү н ын ін
    ға ге қа ке га го гө ка ко кө на не но нө а е да де та те до дө то тө нда нде ндо ндө дан ден тан тен нан нен дон дөн тон төн
    мен бен пен дағы дегі тағы тегі ндағы ндегі дагы деги ндагы ндеги`),
    words("дыр дір дир дур"),
  ],
};

/** Whether a rest of a word is a chain of these endings. */
export function hasEndings(rest: string, { slots }: Endings, slot = 0): boolean {
  if (rest === "") return true;
  for (let at = slot; at < slots.length; at += 1) {
    for (const ending of slots[at] ?? []) {
      if (rest.startsWith(ending) && hasEndings(rest.slice(ending.length), { languages: [], slots }, at + 1))
        return true;
    }
  }
  return false;
}

/** Arabic particles that are written together with the word behind them: wa, fa, bi, ka, li. */
export const arabicParticles: readonly string[] = ["و", "ف", "ب", "ك", "ل", "وب", "ول", "وك", "فب", "فل"];
