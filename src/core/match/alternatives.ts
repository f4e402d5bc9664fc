const brackets = /\(([^()]*)\)/gu;

/**
 * The phrases that brackets stand for: `Kızılay (Meydanı|AVM)` is `Kızılay Meydanı` and `Kızılay AVM`; `many` where they
 * are more than `limit`. None is empty: `piecesOf` has seen to it.
 */
export function alternativesOf(text: string, limit: number): readonly string[] | "many" {
  let phrases = [""];
  let from = 0;
  for (const { 0: whole, 1: inside = "", index } of text.matchAll(brackets)) {
    const before = text.slice(from, index);
    const options = inside.split("|").map((it) => it.trim());
    if (phrases.length * options.length > limit) return "many";
    phrases = phrases.flatMap((phrase) => options.map((it) => phrase + before + it));
    from = index + whole.length;
  }
  return phrases.map((it) => it + text.slice(from));
}
