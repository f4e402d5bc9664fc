import type { Scene } from "./decision-parts.js";
import { nounAt } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { hasBeginning, hasPhrase, phraseAt, textOf } from "./event-words.js";
import { readKind } from "./kind.js";
import type { DecisionRow, EventsLexicon } from "./lexicon-events.js";
import type { Shape } from "./turkish-forms.js";
import { isPassive, nominative, pastOf, withoutGenitive } from "./turkish-forms.js";

/** A verb of a row as it stands at `at`; its fixed words begin at `from`. */
export interface Cue {
  row: DecisionRow;
  stem: string;
  shape: Shape;
  from: number;
  at: number;
}

export interface Written {
  text: string;
  /** Index of the clause's last word. */
  end: number;
  /** Its verb of telling is the sentence's main verb. */
  told?: true;
}

/** Nouns behind a relative clause that tells what a meeting settled. */
export const meetingNoun =
  /^(?:toplantı|görüşme|zirve|tören|ziyaret|oturum|buluşma|kongre|kurul|konferans|forum|çalıştay|program|etkinlik|müzakere)/u;

/** The clause with its verb in the past tense; null where the form does not say that it happened. */
export function writeTurkish(scene: Scene, cue: Cue, start: number): Written | null {
  const before = textOf(scene.doc, scene.words, start, cue.at);
  if (before === "" && cue.shape !== "participle") return null;
  return writers[cue.shape](scene, cue, start);
}

type Writer = (scene: Scene, cue: Cue, start: number) => Written | null;

const signedThere = new Set(["meeting", "visit", "agreement"]);

const kindOf = ({ doc, lexicon }: Scene) => readKind(doc, lexicon, { attendees: [], decisions: [] });

const writeFact: Writer = (scene, { shape, stem, at, row }, start) => {
  const { words, doc, lexicon } = scene;
  const object = shape === "factObject";
  const next = words[at + 1];
  const told = reporter(words, at + 1, lexicon, object ? 4 : 3);
  if (hasBeginning(words, at + 1, at + 5, lexicon.doubted)) return null;
  // `… protokolü imzaladıklarını bildirdi`, where nobody met.
  if (object && row.kind === "signed" && !isPassive(stem) && !signedThere.has(kindOf(scene))) return null;
  if (told > 0) return { text: textOf(doc, words, start, told), end: told - 1, told: true };
  const telling = object ? 0 : phraseAt(words, at + 1, lexicon.announcing);
  if (telling > 0 && tellsText(words, at + 1 + telling, lexicon))
    return { text: `${withBareObject(scene, start, at)} ${pastOf(stem)}`, end: at, told: true };
  // `… öneminin vurgulandığı bildiride`
  const says = row.only === "declaration" && next !== undefined && /[dt][ae]$/u.test(next.key);
  const isSaid = says && nounAt(words, at + 1, lexicon.declarations) > 0;
  if (object || next === undefined || !(isSaid || meetingNoun.test(next.key))) return null;
  return { text: `${withBareObject(scene, start, at)} ${pastOf(stem)}`, end: at };
};

/** `bildiride`, `ortak açıklamada` */
const tellsText = (words: readonly Word[], at: number, { documents, jointShort }: EventsLexicon): boolean =>
  [at, at + 1].some((next) => nounAt(words, next, documents) > 0 || jointShort.includes(words[next]?.key ?? ""));

/** Index of the text behind `… belirtilen bildiride`, with which another clause begins; -1 where none is told at `at`. */
export function tellingText(words: readonly Word[], at: number, lexicon: EventsLexicon): number {
  const telling = phraseAt(words, at, lexicon.announcing);
  if (telling === 0) return -1;
  const text = at + telling;
  return tellsText(words, text, lexicon) ? text + (nounAt(words, text, lexicon.documents) > 0 ? 0 : 1) : -1;
}

const writeJoined: Writer = ({ words, doc }, { stem, from, at, row }, start) =>
  from > start || row.words.length > 0 ? { text: `${textOf(doc, words, start, at)} ${pastOf(stem)}`, end: at } : null;

const writers: Record<Shape, Writer> = {
  past: ({ words, doc }, { at }, start) => ({ text: textOf(doc, words, start, at + 1), end: at }),
  while: writeJoined,
  converb: writeJoined,
  participle: (scene, cue, start) => {
    const { words, doc } = scene;
    // `… başlaması kararlaştırılan zirvede`: the object stands before the verb.
    const told = cue.row.about.length === 0 && cue.row.kind !== "signed" && cue.row.kind !== "elected";
    if (told && meetingNoun.test(words[cue.at + 1]?.key ?? "") && cue.from - start >= 2) {
      return { text: `${textOf(doc, words, start, cue.at)} ${pastOf(cue.stem)}`, end: cue.at, told: true };
    }
    const head = words[cue.at + 1]?.key ?? "";
    // `iş birliği kararı alan teşkilatın gücü`: what somebody once decided says who he is.
    if (!isPassive(cue.stem) && cue.row.only === undefined && cue.row.words.length > 0 && !meetingNoun.test(head))
      return null;
    // `vurgu yapılan Genel Kurulun sonunda`: a meeting is no declaration.
    const near = [head, words[cue.at + 2]?.key ?? ""];
    if (cue.row.only === "declaration" && near.some((key) => meetingNoun.test(key))) return null;
    // `yardım etmeye karar veren öğrenciler` have resolved to do it themselves.
    if (/m[ae]y[ae]$/u.test(words[cue.from - 1]?.key ?? "")) return null;
    // `yılın adamı ilan edilen Ece Al` was so before.
    if (words[cue.at - 1]?.key === "ilan") return null;
    // `Türkiye'ye taahhüt edilen yardımlar`: promised some time ago.
    if (cue.row.kind === "committed") return null;
    if (cue.row.words.length === 0 || cue.row.near < 12) return writeParticiple(scene, cue, start);
    // `alınan kararlar`: the decision itself is told elsewhere.
    if (cue.from - start < 2 || words[cue.at + 1]?.key.startsWith("karar") === true) return null;
    return { text: `${textOf(doc, words, start, cue.at)} ${pastOf(cue.stem)}`, end: cue.at };
  },
  fact: writeFact,
  factObject: writeFact,
  after: (scene, { stem, at }, start) => {
    const { words, lexicon } = scene;
    const ending = words.at(-1)?.kind === "mark" ? words.at(-2) : words.at(-1);
    // `protokolün imzalanmasıyla sona erdi`, `imzalanmasının ardından`
    const behind = /yl[ae]$/u.test(words[at]?.key ?? "") ? ends : afterwards;
    // `seçilmesiyle toplantı sona erdi`
    const next = behind === ends && meetingNoun.test(words[at + 1]?.key ?? "") ? at + 2 : at + 1;
    if (!behind.test(words[next]?.key ?? "")) return null;
    if (ending === undefined || hasPhrase(words, at, words.length, lexicon.planned)) return null;
    // `onaylanmasının ardından sekretaryayı açacaklarını bildirdi`
    if (words.some(({ key }, index) => index > at && intended.test(key))) return null;
    if (!/(?:[çfhkpsşt]t|d)[ıiuü](?:l[ae]r)?$/u.test(ending.key)) return null;
    const comma = behind === ends ? words.findLastIndex(({ key }, index) => index < at && key === ",") : -1;
    return { text: `${withBareObject(scene, Math.max(start, comma + 1), at)} ${pastOf(stem)}`, end: at };
  },
};

const intended = /[ae]ca(?:k|ğ[ıi]|kl[ae]r[ıi])n[ıi]$/u;
const afterwards = /^(?:ardından|akabinde|sonra|sonrasında)$/u;
const ends = /^(?:sona|tamamlandı|sonuçlandı|noktalandı)$/u;

/** Index behind the verb of telling (`… karar verildiği bildirildi`) that begins within `reach` words; 0 for none. */
function reporter(words: readonly Word[], at: number, { announced }: EventsLexicon, reach: number): number {
  for (let next = at; next < at + reach; next += 1) {
    const length = phraseAt(words, next, announced);
    if (length > 0) return next + length;
    if (words[next]?.kind === "mark") return 0;
  }
  return 0;
}

/** `Ortak bildirinin` before a participle is the object of the plain sentence: `Ortak bildiri imzalandı`. */
function withBareObject({ words, doc }: Scene, start: number, at: number): string {
  for (let back = at - 1; back >= Math.max(start, at - 3); back -= 1) {
    const word = words[back];
    const bare = word === undefined || word.kind !== "word" ? null : withoutGenitive(word.text);
    if (bare === null) continue;
    return [textOf(doc, words, start, back), bare, textOf(doc, words, back + 1, at)]
      .filter((one) => one !== "")
      .join(" ");
  }
  return textOf(doc, words, start, at);
}

/** `imzalanan iş birliği protokolüyle` → `iş birliği protokolü imzalandı`; `seçilen Ece Al` → `Ece Al … seçildi`. */
function writeParticiple(scene: Scene, cue: Cue, start: number): Written | null {
  const { words, doc, lexicon } = scene;
  const { stem, at, row, from } = cue;
  const before = textOf(doc, words, start, from);
  if (row.only === "declaration") return before === "" ? null : { text: `${before} ${pastOf(stem)}`, end: at };
  if (row.kind === "elected") return at - start >= 1 ? writeElected(scene, cue, start) : null;
  if (!isPassive(stem)) return null;
  for (let head = at + 1; head < Math.min(at + 8, words.length); head += 1) {
    const word = words[head];
    if (word === undefined || word.kind !== "word") return null;
    const length = nounAt(words, head, lexicon.documents);
    if (length === 0) continue;
    let last = head + length - 1;
    while (nounAt(words, last + 1, lexicon.documents) === 1) last += 1;
    const behind = words[last + 1]?.key ?? "";
    // `imzalanan protokol kapsamında` most often speaks of an old one.
    if (lexicon.underDocument.includes(behind) && behind !== "ile" && behind !== "göre") return null;
    const noun = words[last];
    const stemOf = lexicon.documents
      .filter((one) => noun?.key.startsWith(one) === true)
      .sort((a, b) => b.length - a.length)[0];
    if (noun === undefined) return null;
    const base = stemOf === undefined ? noun.text : nominative(noun.text, stemOf);
    const lead = textOf(doc, words, at + 1, last);
    const text = [before, lead, base, textOf(doc, words, from, at), pastOf(stem)].filter((one) => one !== "").join(" ");
    return { text, end: last };
  }
  return null;
}

/** The person elected stands behind the participle as a run of capitals. */
function writeElected({ words, doc }: Scene, { stem, at }: Cue, start: number): Written | null {
  let last = at;
  const isCapital = (index: number) => words[index]?.capital === true && words[index]?.kind === "word";
  // `seçilen Çevre ve Orman Bakanı Ece Al`
  const joins = (index: number) => last > at && words[index]?.key === "ve" && isCapital(index + 1);
  while ((isCapital(last + 1) || joins(last + 1)) && last - at < 12) {
    last += 1;
    if (words[last]?.key.includes("'") === true) break;
  }
  if (last - at < 2 || wasBefore(words, at, last)) return null;
  const name = textOf(doc, words, at + 1, last + 1).replace(/['’‘ʼ´`].*$/u, "");
  // `Tebriklerin ardından başkanlığa seçilen …`: when that was is said of the main verb.
  const when = words.findLastIndex(({ key }, index) => index >= start && index < at && afterwards.test(key));
  return { text: `${name}, ${textOf(doc, words, Math.max(start, when + 1), at)} ${pastOf(stem)}`, end: last };
}

/** `yeni seçilen Başkan Ece Al`, `seçilen Ece Al'ı arayarak tebrik etti`, `… Al'a ödülü verilecek`: that was another day. */
function wasBefore(words: readonly Word[], at: number, last: number): boolean {
  if (words[at - 1]?.key === "yeni" || hasBeginning(words, last + 1, last + 5, praising)) return true;
  if (!/['’‘ʼ´`](?:[yn]?[ıiuüae])$/u.test(words[last]?.key ?? "")) return false;
  const verb = words.findLast(({ kind, quoted }) => kind === "word" && !quoted)?.key ?? "";
  return /[ae]c[ae]k(?:l[ae]r)?$/u.test(verb) || hasBeginning(words, last, words.length, praising);
}

const praising = ["tebrik", "kutla"];
