import { isFiniteVerb, looksParticiple } from "../turkish-forms.js";
import type { Frame } from "./frames.js";
import type { Mention } from "./mention.js";
import { isLongAgo } from "./past-years.js";
import { phraseOf } from "./phrases.js";
import type { Scene } from "./turkish-runs.js";
import { isEvent } from "./turkish-runs.js";

const objective = /(?:[ıiuü]n[ıiuü]|y[ıi])$/u;
const planned = new Set(
  "bekleniyor planlanıyor öngörülüyor hedefleniyor amaçlanıyor bekleniyordu planlanmaktadır beklenmektedir öngörülmektedir".split(
    " ",
  ),
);
/** With a verb of the present a plan: `zirve yarın başlıyor`. */
const tomorrow = new Set(["yarın", "yarınki", "haftaya"]);
/** `katılacak`, `düzenlenecek`. */
export const futureForm = /(?:[ae]ca[ğk]|[ae]ce[ğk])/u;
const lookAhead = 40;

/**
 * The row among `frames` whose words end at `at` and whose conditions hold, null for none. `event`: the sentence
 * has named one; `opener`: it opened with one; `seen`: where objects of rows stood.
 */
export function frameAt(
  { words, lexicon, past }: Scene,
  at: number,
  frames: readonly Frame[],
  event: boolean,
  opener: boolean,
  pending: readonly Mention[],
  seen: ReadonlyMap<string, number>,
): Frame | null {
  for (const frame of frames) {
    const length = frame.before.length;
    const last = pending.at(-1);
    if (!standsAt(words, at - length, frame.before)) {
      // `başkanlığını X yaptı`, `kurdelesini, A, B ve C birlikte kesti`: the object may stand before the people.
      const object = frame.before.at(-1) ?? "";
      const earlier = last === undefined ? undefined : seen.get(object);
      if (earlier === undefined || !objective.test(object)) continue;
      if (!standsAt(words, earlier + 1 - length, frame.before)) continue;
    }
    const { after, unless } = frame.row;
    if ((after === "event" || after === "here") && !event) continue;
    if (after === "here" && !isHere(words, at, lexicon, pending)) continue;
    if (after === "opener" && !opener) continue;
    if (after === "office" && !pending.some(isOfficial)) continue;
    if (after === "place" && !(isArrival(frame, pending) && arrives(words, at, lexicon, pending))) continue;
    const front = at - length;
    // `kadrosunda Can Us da yer alıyor`: what rules it out stands before the verb or before the person.
    const rules = (index: number) => unless.includes(words[index]?.key ?? "");
    if (unless.length > 0 && (rules(front - 1) || rules(front - 2) || rules((last?.from ?? 0) - 1))) continue;
    // `yarın törene katılıyor` is a plan.
    if (words[at]?.key.includes("yor") === true && isTomorrow(words, at)) return null;
    // `katıldığını söyledi`, `katılması bekleniyor` have forms of their own; a fixed word may stand in a plan.
    if (willBe(words, at, frame) || isLongAgo(words, at, past)) return null;
    // `görüşmesinin önemli olduğunu söyledi` only speaks of it.
    if (frame.shape === "after" && ownForm.test(words[at]?.key ?? "") && !thereafter.test(words[at + 1]?.key ?? ""))
      return null;
    return frame;
  }
  return null;
}

const ownForm = /n[ıi]n$/u;
const thereafter = /^(?:ardından|akabinde|sonra|sonun|başın|açılış|hemen|önce)/u;

function standsAt(words: Scene["words"], from: number, keys: readonly string[]): boolean {
  for (let index = 0; index < keys.length; index += 1) if (words[from + index]?.key !== keys[index]) return false;
  return true;
}

function isTomorrow(words: Scene["words"], at: number): boolean {
  for (let back = Math.max(0, at - lookAhead); back < at; back += 1)
    if (words[back]?.quoted === false && tomorrow.has(words[back]?.key ?? "")) return true;
  return false;
}

/** `toplantıda bulundu`, `törende X de bulundu`; not `açıklamada bulundu`. */
function isHere(words: Scene["words"], at: number, lexicon: Scene["lexicon"], pending: readonly Mention[]): boolean {
  const before = words[at - 1];
  if (before === undefined) return false;
  return before.key === "de" || before.key === "da" || pending.at(-1)?.to === at || isEvent(before, lexicon);
}

const isOfficial = ({ role, titleStart }: Mention) => role === "subject" && titleStart !== null;
const isCompany = ({ role, titleStart }: Mention) => role === "with" && titleStart !== null;

/** `geldi`; of participles only `Müdür A ile Bakü'ye gelen Bakan B`. */
const isArrival = ({ shape }: Frame, pending: readonly Mention[]) =>
  shape === "past" || (shape === "participle" && pending.some(isCompany));

/** `Bakan X, Bakü'ye geldi`: who arrives somewhere and has an office visits. */
function arrives(words: Scene["words"], at: number, lexicon: Scene["lexicon"], pending: readonly Mention[]): boolean {
  const place = words[at - 1];
  if (place === undefined || !place.capital || !/['’‘ʼ´`][yn]?[ae]$/u.test(place.text)) return false;
  if (!pending.some((one) => isOfficial(one) || isCompany(one))) return false;
  for (let back = 1; back <= 3; back += 1) {
    const found = phraseOf(words, at - back, lexicon.cities) ?? phraseOf(words, at - back, lexicon.countries);
    if (found?.length === back) return true;
  }
  return false;
}

/** `düzenlenecek toplantı`: an event to come; `atılacak adımlar` says nothing of it. */
const heldThen = /^(?:düzenle|yapıl|gerçekleş|toplan|başla|kutlan|icra|edil|ger[çc])/u;

/** Whether a clause ends here: a verb before it is finite. */
export const ends = (next: Scene["words"][number] | undefined) =>
  next === undefined || next.kind === "mark" || next.key === "ve";

/** Behind their comma an event to come is another clause's: `karşılarken, yapılacak görüşmelere değindi`. */
const ofItself = new Set<Frame["shape"]>(["converb", "while"]);

/** Whether the next verb tells of the future: `X'in ev sahipliğinde düzenlenecek toplantı`. */
function willBe(words: Scene["words"], at: number, frame: Frame): boolean {
  if (frame.shape === "past" || frame.row.part === "speaker" || frame.row.part === "message") return false;
  for (let next = at + 1; next < Math.min(words.length, at + lookAhead); next += 1) {
    const word = words[next];
    // `karşılanan Us, yarın … görüşecek`: the plan is another's than the participle's.
    if (frame.shape === "participle" && word?.text === "," && words[next - 1]?.capital === true) return false;
    if (word === undefined || word.quoted || word.kind !== "word") continue;
    const { key } = word;
    if (word.capital) continue;
    if (planned.has(key) || (tomorrow.has(key) && frame.shape === "fixed")) return true;
    if (
      futureForm.test(key) &&
      (key === "gelecek" ? false : ends(words[next + 1]) || (!ofItself.has(frame.shape) && heldThen.test(key)))
    )
      return true;
    if (frame.shape === "fixed" && looksParticiple(key)) return false;
    if (isFiniteVerb(word)) return false;
  }
  return false;
}
