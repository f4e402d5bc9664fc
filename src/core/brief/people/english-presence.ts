import { openingSpeaker } from "./english-opener.js";
import type { Frame } from "./frames.js";
import type { Mention } from "./mention.js";
import type { Told } from "./turkish-presence.js";
import { wasLongAgo } from "./past-years.js";
import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";

/** Words between a subject and its verb that mean the subject is another. */
const apart = new Set(
  "said says told added noted after when while that because if although whether before until according where".split(
    " ",
  ),
);
/** Before the words that tell of a meeting: it has not happened, or will. */
const notYet = new Set(
  "will would to could may might should must not never cannot without refused declined failed unable expected scheduled planned plans planning set if wants hopes n't had".split(
    " ",
  ),
);
const ends = new Set(
  "who which that where when while after before said says told as from for about over during amid since has had was were is are will to at on in ahead according if because during discussed discuss".split(
    " ",
  ),
);
const passingBefore = new Set(["behalf", "instead", "after", "late", "place", "honor", "honour", "memory", "named"]);
const reach = 26;

/** Reads an English sentence and says who of those named in it took part in something. */
export function englishPresence(scene: Scene, mentions: readonly Mention[]): Told {
  const { words, lexicon } = scene;
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
      if (held !== undefined) apply(scene, held, at, at + 1, mentions, told, clause);
      continue;
    }
    // `will be hosted by A and chaired by B`
    unreal = isUnreal(words, at) || (unreal && words[at - 1]?.key === "and");
    if (unreal || wasLongAgo(words, at, scene.past)) continue;
    const end = endOf(words, at, frame);
    if (frame.row.behind !== undefined && frame.row.of.length === 0 && isPlan(words, end, mentions)) continue;
    apply(scene, frame, at, end, mentions, told, clause);
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
  for (let at = from; at < Math.min(words.length, from + 12); at += 1) {
    const word = words[at];
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
    if (word === undefined || word.quoted || word.kind === "mark" || word.key === "by") return undefined;
    const frame = lexicon.frames
      .get(word.key)
      ?.find(({ before, row }) => before[0] === "by" && before.length === 1 && row.behind === "people");
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
) {
  const { row } = frame;
  const { words } = scene;
  const behind =
    row.behind === undefined
      ? []
      : membersBehind(words, end, mentions, row.part === "speaker" || row.part === "message");
  const before = row.of.includes("subject") ? membersBefore(words, at, mentions) : [];
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

function groupBehind({ words }: Scene, from: number, heads: readonly string[]): boolean {
  return heads.length > 0 && words.slice(from, from + 5).some(({ key, quoted }) => !quoted && heads.includes(key));
}

function isPassing(words: Scene["words"], mention: Mention): boolean {
  const last = words[mention.to - 1];
  if (mention.role === "passing") return true;
  if (last !== undefined && last.start < mention.end && mention.end < last.end) return true;
  const previous = words[mention.from - 1]?.key ?? "";
  const earlier = words[mention.from - 2]?.key ?? "";
  return (
    passingBefore.has(previous) ||
    (previous === "of" && passingBefore.has(earlier)) ||
    (previous === "the" && earlier === "of" && passingBefore.has(words[mention.from - 3]?.key ?? ""))
  );
}

/** Those named behind the words, as far as the list goes. */
function membersBehind(words: Scene["words"], from: number, mentions: readonly Mention[], speech: boolean): Mention[] {
  const members: Mention[] = [];
  let at = from;
  let index = firstFrom(mentions, from);
  for (;;) {
    const mention = mentions[index];
    if (mention === undefined) break;
    const first = members.length === 0;
    if (mention.from - at > (first ? (speech ? reach : 10) : 10)) break;
    if (!speech || !first) {
      if (first ? broken(words, at, mention.from, first) : !joined(words, at, mention.from)) break;
    } else if (words.slice(at, mention.from).some(({ quoted }) => quoted)) break;
    if (!isPassing(words, mention)) members.push(mention);
    at = mention.to;
    index += 1;
    if (speech) break;
  }
  return members;
}

function broken(words: Scene["words"], from: number, to: number, first: boolean): boolean {
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.text === ":") return !(word?.text === ":" && first);
    if (word.key === "as" && (words[at + 1]?.key === "well" || words[at - 1]?.key === "well")) continue;
    if (ends.has(word.key)) return true;
  }
  return false;
}

/** The subject: the last one named before the words in the same clause, and who is joined to it. */
function membersBefore(words: Scene["words"], at: number, mentions: readonly Mention[]): Mention[] {
  let index = firstFrom(mentions, at) - 1;
  const last = mentions[index];
  if (last === undefined || at - last.to > reach || isPassing(words, last)) return [];
  for (let word = last.to; word < at; word += 1)
    if (apart.has(words[word]?.key ?? "") || words[word]?.quoted === true) return [];
  const members = [last];
  for (index -= 1; index >= 0; index -= 1) {
    const before = mentions[index];
    const behind = members[0];
    if (before === undefined || behind === undefined || !joined(words, before.to, behind.from)) break;
    if (!isPassing(words, before)) members.unshift(before);
  }
  return members;
}

const links = new Set([
  ",",
  "and",
  ";",
  "as",
  "well",
  "along",
  "with",
  "together",
  "the",
  "also",
  "alongside",
  "from",
  "of",
  "by",
  "his",
  "her",
  "its",
  "their",
  "wife",
  "husband",
  "spouse",
  "former",
  "then",
  "both",
  "for",
]);

function joined(words: Scene["words"], from: number, to: number): boolean {
  if (to - from > 6) return false;
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined || (!links.has(word.key) && !word.capital && word.kind !== "number")) return false;
    if (word.key === "as" && words[at + 1]?.key !== "well" && words[at - 1]?.key !== "well") return false;
  }
  return to > from;
}

/** Index of the first mention at or behind a word. */
function firstFrom(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
