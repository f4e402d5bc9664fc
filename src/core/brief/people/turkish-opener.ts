import { perForm } from "../forms.js";
import type { Mention } from "./mention.js";
import { linked } from "./turkish-shared.js";
import type { Scene } from "./turkish-runs.js";
import { isEvent, isEventWord } from "./turkish-runs.js";

/** Words that say that somebody speaks to the press or writes. */
const toPress = perForm(({ key }) =>
  /^(?:açıkla|muhabir|paylaşım|medya|gazeteci|röportaj|hesab|yazılı|basın|ajans)/u.test(key),
);

/** Whether one of them stands outside quotation marks. */
export const speaksElsewhere = (words: Scene["words"]): boolean => words.some((word) => !word.quoted && toPress(word));

const inPlace = perForm(({ key }) => /(?:[dt][ae]|[dt][ae]ki)$/u.test(key));

/** `Ziyaret sırasında`, `Program sonunda`. */
const during = new Set(["sırasında", "esnasında", "sonunda", "başında", "boyunca"]);

/** `düzenlenen`, before a gathering in its case. */
const heldThere = /^(?:düzenlenen|yapılan|gerçekleştirilen|ilişkin)$/u;
const farthest = 30;

/** `Vali Us, … amacıyla düzenlenen etkinlikte, …`: the gathering stands between commas behind the one who speaks there. */
function speaksAt({ words, lexicon }: Scene, [first]: readonly Mention[]): boolean {
  if (first?.from !== 0 || first.role !== "subject" || words[first.to]?.text !== ",") return false;
  for (let at = first.to + 1; at < Math.min(words.length, first.to + farthest); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || /^(?:basın|önce|geçen|geçtiğimiz)$/u.test(word.key)) return false;
    if (words[at + 1]?.text !== "," || !inPlace(word) || !isEvent(word, lexicon)) continue;
    if (heldThere.test(words[at - 1]?.key ?? "")) return !speaksElsewhere(words);
  }
  return false;
}

/** `Toplantıda …`: whoever then speaks speaks there. A press conference is no meeting. */
export function opensWithEvent(scene: Scene, mentions: readonly Mention[]): boolean {
  return speaksAt(scene, mentions) || opensIn(scene, mentions);
}

function opensIn({ words, lexicon }: Scene, [first]: readonly Mention[]): boolean {
  // `Vali Can Us, Kent Parkı'nda yapılan etkinlikte …`: the speaker may stand before it.
  const reach = first?.from === 0 && first.role === "subject" && first.titleStart !== null ? first.to + 8 : 8;
  for (let at = 0; at < Math.min(words.length, reach); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted) return false;
    if (/^geç(?:en|tiğimiz)$/u.test(word.key)) return false;
    if (word.key.startsWith("basın") || word.key === "ardından" || word.key === "sonra" || word.key === "sonrası")
      return false;
    if (word.key === "burada" || word.key.startsWith("kürsü")) return !speaksElsewhere(words);
    const inIt = inPlace(word) || during.has(words[at + 1]?.key ?? "");
    if (inIt && isEvent(word, lexicon)) {
      const behind = words[at + 1]?.key ?? "";
      if (at >= 8) return behind === "," && !speaksElsewhere(words);
      return behind !== "sonra" && !behind.startsWith("yayın");
    }
  }
  return false;
}

/** Done by somebody, and told as past: `dağıttı`; not `dağıtmadı`, `dağıtıldı`. */
const did = /(?:[çfhkpsşt]t|[^çfhkpsşt]d)[ıiuü](?:l[ae]r)?$/u;
const didNotOrWas = /(?:m[ae]d[ıi]|(?:[ıiuü]l|[ae]n|[^u][ıiuü]n)d[ıiuü])(?:l[ae]r)?$/u;
const didIt = perForm(({ key }) => did.test(key) && !didNotOrWas.test(key));

/**
 * Who does something at a gathering that opens the sentence, whatever the verb: `Törende Vali X fidan dağıttı`; and the list
 * behind one that is named in its case: `Programa A, B ve C icabet etti`.
 */
export function doesThere(
  { words }: Scene,
  at: number,
  pending: readonly Mention[],
  opens: boolean,
  event: number,
): readonly Mention[] {
  const verb = words[at];
  if (event === -1 || verb === undefined || !didIt(verb)) return [];
  const start = pending.findIndex(
    ({ role, titleStart, short }) => role === "subject" && (titleStart !== null || short),
  );
  const first = pending[start];
  if (first === undefined || first.from < event || speaksElsewhere(words)) return [];
  const group = [first];
  for (let index = start + 1; index < pending.length; index += 1) {
    const [before, one] = [pending[index - 1], pending[index]];
    if (before === undefined || one === undefined || !linked(words, before.to, one.from)) break;
    group.push(one);
  }
  // `Törende Bakan A ve Bakan B'nin resmi açıldı`: of the group the last one says what it is.
  return group.at(-1)?.role === "subject" && (opens || group.length > 2) ? group : [];
}

const holding = /^(?:düzenlendi|gerçekleştirildi|yapıldı|başladı|kutlandı|toplandı|gerçekleşti)$/u;

/** `Kan bağışı etkinliği düzenlendi.` */
export function wasHeld({ words, lexicon }: Scene): boolean {
  for (let at = words.length - 1; at > 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.kind === "mark" || word.quoted) continue;
    if (!holding.test(word.key)) return false;
    for (let back = at - 1; back >= Math.max(0, at - 6); back -= 1)
      if (words[back]?.key !== "çalışma" && isEventWord(words[back]?.key ?? "", lexicon)) return true;
    return false;
  }
  return false;
}
