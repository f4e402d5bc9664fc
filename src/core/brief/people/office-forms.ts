/* Forms of Turkish office words by rule: possessive and plural. A form that no text has does no harm. */
const high: Record<string, string> = { a: "ı", ı: "ı", e: "i", i: "i", o: "u", u: "u", ö: "ü", ü: "ü" };
const vowels = "aıoueiöü";

function lastVowel(word: string): string {
  for (let at = word.length - 1; at >= 0; at -= 1) if (vowels.includes(word.charAt(at))) return word.charAt(at);
  return "e";
}

/** `başkan` → başkan, başkanı; `sözcü` → sözcü, sözcüsü; `yardımcısı` stays also as it is. */
export function singularForms(word: string): string[] {
  const vowel = high[lastVowel(word)] ?? "i";
  const open = vowels.includes(word.charAt(word.length - 1));
  return [word, open ? `${word}s${vowel}` : `${word}${vowel}`];
}

/** `başkan` → başkanlar, başkanları; `yardımcısı` → yardımcıları; `vekili` → vekilleri. */
export function pluralForms(word: string): string[] {
  const forms: string[] = [];
  for (const stem of [word, word.replace(/s[ıiuü]$/u, ""), word.replace(/[ıiuü]$/u, "")]) {
    const back = "aıou".includes(lastVowel(stem));
    forms.push(`${stem}${back ? "lar" : "ler"}`, `${stem}${back ? "ları" : "leri"}`);
  }
  return [...new Set(forms)];
}
