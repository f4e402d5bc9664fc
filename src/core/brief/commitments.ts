import type { Finding, Scene } from "./decision-parts.js";
import { isPast, nounAt, trimStart } from "./decision-parts.js";
import type { Word } from "./event-words.js";
import { asSentence, hasPhrase, phraseAt, textOf } from "./event-words.js";
import { futureStem, isPassive } from "./turkish-forms.js";
import { ownStart } from "./turkish-splits.js";
import { subjectBefore } from "./turkish-subject.js";

/**
 * What a declaration or an agreement binds its signers to: each verb in the future is one sentence that stands on its
 * own (`Kuruluşlar, … genişletecek.`); `behind` is the offset from which to read. A lone future outside such a text is a plan and gives nothing.
 */
export function commitmentsOf(scene: Scene, behind: number): Finding[] {
  const { words, lexicon, sentence } = scene;
  if (sentence.part !== "paragraph" || hasPhrase(words, 0, words.length, lexicon.planned)) return [];
  const frame = underAgreement(scene);
  const sides = scene.settled && /^(?:taraflar|kurumlar|kuruluşlar|dernekler)$/u.test(words[0]?.key ?? "");
  const goesOn = sides || (scene.follows && (opensWith(scene, lexicon.continues) || opensWithParty(scene)));
  if (!frame && !goesOn) return [];
  const found: Finding[] = [];
  let from = 0;
  words.forEach((word, at) => {
    if (word.end <= behind) from = at + 1;
    if (word.end <= behind || word.quoted || word.kind !== "word") return;
    const told = reportedFuture(words, at, lexicon.announced);
    const stem = told > 0 ? null : endsClause(words, at) ? futureStem(word.key) : null;
    if (told === 0 && stem === null) return;
    const finding = settle(scene, from, told > 0 ? told - 1 : at, stem !== null && !isPassive(stem));
    if (finding !== null) found.push(finding);
    from = at + 1;
  });
  return found;
}

function settle(scene: Scene, from: number, at: number, active: boolean): Finding | null {
  const { words, doc, lexicon, sentence, index } = scene;
  const start = afterFrame(scene, trimStart(words, from, at, lexicon), at);
  const first = words[ownStart(scene, start, at, active ? "et" : "edil")];
  const last = words[at];
  if (first === undefined || last === undefined || start >= at || isPast(scene, start, at)) return null;
  const subject = active && from > 0 ? subjectBefore(scene, start) : "";
  const clause = textOf(doc, words, start, at + 1);
  const text = asSentence(subject === "" ? clause : `${subject}, ${clause}`, doc.language);
  return {
    kind: "committed",
    text,
    start: first.start,
    end: last.end,
    sentence: index,
    part: sentence.part,
    firm: true,
  };
}

/** `Bildiriye göre`, `Protokolle` at the head of a sentence says where it stands, not what: skipped if a subject follows. */
function afterFrame({ words, lexicon }: Scene, start: number, at: number): number {
  for (let next = start; next < Math.min(at, start + 5); next += 1) {
    if (lexicon.underDocument.includes(words[next]?.key ?? "") && words[next]?.key !== "ile") {
      const behind = words[next + 1]?.key === "," ? next + 2 : next + 1;
      return behind < at ? behind : start;
    }
    if (words[next]?.kind === "mark") return start;
  }
  return start;
}

/** Whether the sentence speaks under a declaration, or under an agreement that this story tells of. */
function underAgreement({ words, lexicon, settled, declaration }: Scene): boolean {
  for (let at = 0; at < Math.min(words.length, 30); at += 1) {
    const length = nounAt(words, at, lexicon.agreements);
    if (length === 0) continue;
    const last = words[at + length - 1];
    const behind = words[at + length]?.key ?? "";
    const frames = /(?:[dt][ae]|l[ae])$/u.test(last?.key ?? "") || lexicon.underDocument.includes(behind);
    if (frames && (settled || declaration || isMade(words, at))) return true;
  }
  return false;
}

/** `iki kurum arasında yapılan protokolle`: the agreement is made known by its own clause. */
function isMade(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 4), at)
    .some(({ key, quoted }) => !quoted && (key === "yapılan" || key === "imzalanan" || key === "varılan"));
}

function opensWith({ words }: Scene, list: readonly string[]): boolean {
  return phraseAt(words, 0, list) > 0;
}

function opensWithParty({ words, lexicon }: Scene): boolean {
  for (let at = 0; at < 4; at += 1) if (phraseAt(words, at, lexicon.parties) > 0) return true;
  return false;
}

/** A verb in the future that closes its clause: `genişletecek,`, `artıracak ve`, `pekiştirecek.` */
function endsClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  return next === undefined || next.kind === "mark" || next.key === "ve";
}

const reported = /[ae]c[ae](?:ğ[ıi]|kl[ae]r[ıi])(?:n[ıi])?$/u;

/** Index behind `sürdüreceği belirtildi`; 0 where nothing is told. */
function reportedFuture(words: readonly Word[], at: number, announced: readonly string[]): number {
  if (!reported.test(words[at]?.key ?? "")) return 0;
  const length = phraseAt(words, at + 1, announced);
  return length > 0 ? at + 1 + length : 0;
}
