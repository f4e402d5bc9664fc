/** Letters that spellings of one name exchange: Cakıpov, Çakıpov, Jakypov; Ömüraliyev, Omuraliev. */
const exchanged: [RegExp, string][] = [
  [/dzh|ch|j|ç/gu, "c"],
  [/sh|ş/gu, "s"],
  [/gh|ğ/gu, "g"],
  [/kh|x/gu, "h"],
  [/q/gu, "k"],
  [/w/gu, "v"],
  [/ə|ä/gu, "e"],
  [/[ıy]/gu, "i"],
];

/** A person's name as a key that joins its spellings. For looking up only, never for display. */
export function nameKey(name: string): string {
  let key = name.normalize("NFC").replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase();
  for (const [letters, one] of exchanged) key = key.replace(letters, one);
  return key
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\s]/gu, "")
    .replace(/i+(?=e)/gu, "")
    .replace(/(\p{L})\1+/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}
