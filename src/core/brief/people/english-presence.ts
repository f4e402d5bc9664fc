import { openingSpeaker } from "./english-opener.js";
import { apart, firstFrom, membersBefore, membersBehind } from "./english-members.js";
import type { Frame } from "./frames.js";
import type { Mention } from "./mention.js";
import type { Told } from "./turkish-presence.js";
import { wasLongAgo } from "./past-years.js";
import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";

/** Before the words that tell of a meeting: it has not happened, or will. */
const notYet = new Set(
  "will would to could may might should must not never cannot without refused declined failed unable expected scheduled planned plans planning set if wants hopes n't had".split(
    " ",
  ),
);

/** Reads an English sentence and says who of those named in it took part in something. */
export function englishPresence(scene: Scene, mentions: readonly Mention[], spokenOf: Mention | null): Told {
  const { words, lexicon } = scene;
  const pronoun = /^(?:he|she)$/u.test(words[0]?.key ?? "") ? spokenOf : null;
  const told: Told = { presences: [], lists: [] };
  let unreal = false;
  let clause = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted) continue;
    const frame = lexicon.frames.get(word.key)?.find((one) => fits(scene, at, one, mentions));
    if (frame === undefined) {
      const held = word.key === "by" ? heldBack(words, at, lexicon) : undefined;
      if (word.key === "were" || word.key === "was") present(words, at, mentions, told);
      if (held !== undefined) apply(scene, held, at, at + 1, mentions, told, clause, pronoun);
      continue;
    }
    // `will be hosted by A and chaired by B`
    unreal = isUnreal(words, at) || (unreal && words[at - 1]?.key === "and");
    if (unreal || wasLongAgo(words, at, scene.past)) continue;
    const end = endOf(words, at, frame);
    if (frame.row.behind !== undefined && frame.row.of.length === 0 && isPlan(words, end, mentions)) continue;
    apply(scene, frame, at, end, mentions, told, clause, pronoun);
    clause = end;
    at = end - 1;
  }
  const speaker = openingSpeaker(scene, mentions);
  if (speaker !== undefined && !told.presences.some(({ mention }) => mention === speaker))
    told.presences.push({ mention: speaker, part: "speaker" });
  return told;
}

/** Whether the frame's words and what its row asks for stand at `at`. */
function fits({ words, tags }: Scene, at: number, { row, before }: Frame, mentions: readonly Mention[]): boolean {
  if (!before.every((key, index) => words[at + 1 + index]?.key === key)) return false;
  const end = at + 1 + before.length;
  if (row.link !== undefined && linkAt(words, end, row.link) === -1) return false;
  if (row.unless.length > 0) {
    const near = [...words.slice(Math.max(0, at - 3), at), ...words.slice(end, end + 6)];
    if (near.some(({ key }) => row.unless.includes(key))) return false;
  }
  if (row.after !== "place") return true;
  // `arrived in Baku`: somebody with an office, and a place.
  const subject = mentions[firstFrom(mentions, at) - 1];
  const place = words[end]?.key === "the" ? end + 1 : end;
  return subject?.titleStart !== null && ((tags[place] ?? 0) & (Tag.city | Tag.country)) !== 0;
}

/** Where the word that a row waits for stands in the same clause, -1 if nowhere near. */
function linkAt(words: Scene["words"], from: number, link: string): number {
  // `discussed Gaza, Syria and the war with …`: topics may be listed in between.
  const listed = words[from - 1]?.key === "discussed";
  for (let at = from; at < Math.min(words.length, from + (listed ? 24 : 12)); at += 1) {
    const word = words[at];
    if (listed && word?.text === ",") continue;
    // `the delegation for the talks, which included …`
    if (word?.text === "," && words[at + 1]?.key === "which" && words[at + 2]?.key === link) return at + 2;
    if (word === undefined || word.quoted || word.kind === "mark" || apart.has(word.key)) return -1;
    if (word.key === link) return at;
  }
  return -1;
}

const endOf = (words: Scene["words"], at: number, { row, before }: Frame) =>
  row.link === undefined || row.behind === undefined
    ? at + 1 + before.length
    : linkAt(words, at + 1 + before.length, row.link) + 1;

const planning = new Set(
  "planned scheduled due expected postponed cancelled canceled delayed slated set will upcoming aims aimed could may might would".split(
    " ",
  ),
);

/** `The meeting between A and B is planned for Tuesday`: what is only to come is told behind the people. */
function isPlan(words: Scene["words"], from: number, mentions: readonly Mention[]): boolean {
  let at = membersBehind(words, from, mentions, false).at(-1)?.to ?? from;
  for (const stop = at + 8; at < Math.min(words.length, stop); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || (word.kind === "mark" && word.text !== ",")) return false;
    if (planning.has(word.key)) return true;
  }
  return false;
}

function isUnreal(words: Scene["words"], at: number): boolean {
  for (let back = 1; back <= 4; back += 1) {
    const word = words[at - back];
    if (word === undefined || word.kind === "mark") return false;
    if (notYet.has(word.key) || word.key.endsWith("n't") || word.key.endsWith("n’t")) return true;
    if (word.capital) return false;
  }
  return false;
}

const there = new Set(["attending", "present", "participating"]);

/** `Also attending the meeting were A, B and C.` */
function present(words: Scene["words"], at: number, mentions: readonly Mention[], told: Told) {
  const front = Math.max(0, at - 8);
  if (!words.slice(front, at).some(({ key, quoted }) => there.has(key) && !quoted)) return;
  if (mentions.some((mention) => mention.to > front && mention.from < at)) return;
  const members = membersBehind(words, at + 1, mentions, false);
  for (const mention of members) told.presences.push({ mention, part: "present" });
  if (members.length > 0)
    told.lists.push({ from: at + 1, to: Math.min(words.length, (members.at(-1)?.to ?? at) + 14) });
}

/** `inked at a ceremony in Gaziantep by A and B`: the verb stands a few words before its `by`. */
function heldBack(words: Scene["words"], at: number, lexicon: Scene["lexicon"]): Frame | undefined {
  // Right before `by` it was met as a frame of its own.
  if (lexicon.frames.has(words[at - 1]?.key ?? "")) return undefined;
  for (let back = at - 2; back >= Math.max(0, at - 14); back -= 1) {
    const word = words[back];
    if (word === undefined || word.quoted || word.key === "by") return undefined;
    // `received at the Volunteers Center (VC) by`
    if (word.kind === "mark" && word.text !== "(" && word.text !== ")") return undefined;
    const frame = lexicon.frames
      .get(word.key)
      ?.find(({ before, row }) => before[0] === "by" && before.length === 1 && row.behind !== undefined);
    if (frame !== undefined) return isUnreal(words, back) ? undefined : frame;
  }
  return undefined;
}

function apply(
  scene: Scene,
  frame: Frame,
  at: number,
  end: number,
  mentions: readonly Mention[],
  told: Told,
  clause: number,
  pronoun: Mention | null,
) {
  const { row } = frame;
  const { words } = scene;
  const behind =
    row.behind === undefined
      ? []
      : membersBehind(words, end, mentions, row.part === "speaker" || row.part === "message");
  const subject = row.of.includes("subject");
  const said = subject && pronoun !== null && at < 8 && firstFrom(mentions, at) === 0 ? pronoun : null;
  const meant = said !== null ? [said] : subject ? goer(words, at, mentions) : [];
  const before = subject && meant.length === 0 ? membersBefore(words, at, mentions) : meant;
  // `A and B met`, `A received a delegation`: nobody need be named behind.
  const enough =
    (row.needs.includes("with") && before.length > 1) || (before.length > 0 && groupBehind(scene, end, row.or));
  if (row.needs.length > 0 && behind.length === 0 && !enough) return;
  for (const mention of before) told.presences.push({ mention, part: row.subject ?? row.part });
  for (const mention of behind) told.presences.push({ mention, part: row.by ?? row.part });
  if (row.part !== "present") return;
  const last = behind.at(-1);
  if (row.behind !== undefined) told.lists.push({ from: end, to: Math.min(words.length, (last?.to ?? end) + 14) });
  else told.lists.push({ from: clause, to: at }, { from: end, to: Math.min(words.length, end + 20) });
}

/** `Veli went to Baku, where he met with …`: the only one named before the words. */
function goer(words: Scene["words"], at: number, mentions: readonly Mention[]): readonly Mention[] {
  if (words[at - 2]?.key !== "where" || !/^(?:s?he)$/u.test(words[at - 1]?.key ?? "")) return [];
  const [only, ...more] = mentions.filter(({ from }) => from < at);
  return only === undefined || more.length > 0 || only.titleStart === null ? [] : [only];
}

function groupBehind({ words }: Scene, from: number, heads: readonly string[]): boolean {
  return heads.length > 0 && words.slice(from, from + 5).some(({ key, quoted }) => !quoted && heads.includes(key));
}
