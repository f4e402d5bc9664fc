import { onceFor, perForm } from "../forms.js";
import { isFiniteVerb } from "../turkish-forms.js";
import type { Role } from "../lexicon-people.js";
import type { Attendee } from "../schema.js";
import type { Frame } from "./frames.js";
import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { ends, frameAt, futureForm } from "./turkish-frame.js";
import { linked } from "./turkish-shared.js";
import { Tag } from "./tag.js";
import { saysAnywhere } from "./says-anywhere.js";
import type { Scene } from "./turkish-runs.js";
import { isEvent } from "./turkish-runs.js";
import { doesThere, opensWithEvent } from "./turkish-opener.js";

/** Somebody was there, as one sentence says. */
interface Presence {
  mention: Mention;
  part: Attendee["part"];
}

export interface Told {
  presences: Presence[];
  /** Words of the clauses that tell who was there: where unnamed groups are looked for. */
  lists: { from: number; to: number }[];
}

const wasThere = perForm(({ key }) => /'[dt][ae]yd[ıi](?:l[ae]r)?$/u.test(key));
const inCase = perForm(({ key }) => /(?:[^aeıioöuü][ae]|[dt][ae](?:ki|n)|[ıiuü])$/u.test(key));
const deniesWhile = perForm(({ key }) => /m[ae]zken$/u.test(key));
const framesIn = onceFor((lexicon: PeopleLexicon) => perForm(({ key }) => lexicon.frames.get(key) ?? null));
const objectsIn = onceFor((lexicon: PeopleLexicon) => perForm(({ key }) => lexicon.objects.has(key)));

/** Reads a Turkish sentence from left to right and says who of those named in it took part in something. */
export function turkishPresence(scene: Scene, mentions: readonly Mention[], speechGoesOn = false): Told {
  const { words } = scene;
  const told: Told = { presences: [], lists: [] };
  let pending: Mention[] = [];
  /** The subject of a clause that told nothing: it may go on (`A, B'yi kutladı ve törene katıldı`). */
  let carried: Mention | null = null;
  let event = -1;
  const opens = opensWithEvent(scene, mentions);
  const opener = speechGoesOn || opens;
  let next = 0;
  let clause = 0;
  const seen = new Map<string, number>();
  const framesOf = framesIn(scene.lexicon);
  const isObject = objectsIn(scene.lexicon);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const mention = mentions[next];
    if (mention !== undefined && mention.from <= at) {
      pending.push(mention);
      next += 1;
      at = Math.max(at, mention.to - 1);
      continue;
    }
    if (word === undefined || word.quoted || word.kind !== "word") continue;
    // Who speaks at a press conference only talks to reporters.
    if (inCase(word) && words[at - 1]?.key !== "basın" && isEvent(word, scene.lexicon)) event = at;
    const frames = framesOf(word);
    const frame = frames === null ? null : frameAt(scene, at, frames, event >= 0, opener, pending, seen);
    if (isObject(word)) seen.set(word.key, at);
    if (frame !== null) {
      const following = mentions[next];
      const front = at - frame.before.length;
      if (frame.row.part === "present" && front > clause) told.lists.push({ from: clause, to: front });
      clause = at + 1;
      const taken = apply(scene, frame, at, pending, following, mentions, next, told, carried);
      if (frame.shape === "past") {
        pending = [];
        carried = null;
      } else if (frame.shape !== "converb") {
        if (taken.size > 0) pending = pending.filter((one) => !taken.has(one));
      }
      continue;
    }
    // `X ve Y de Astana'daydı`
    if (wasThere(word) && (((scene.tags[at] ?? 0) & Tag.city) !== 0 || event === at - 1)) {
      for (const one of pending) if (one.role === "subject") told.presences.push({ mention: one, part: "present" });
      pending = [];
      clause = at + 1;
      continue;
    }
    // `ulaştıracak geminin`: before a noun the future is no verb of the clause.
    const closes = isFiniteVerb(word) && !word.capital && (!futureForm.test(word.key) || ends(words[at + 1]));
    if (closes) {
      for (const one of doesThere(scene, at, pending, opens, event))
        told.presences.push({ mention: one, part: "present" });
      carried = pending.find((one) => one.role === "subject") ?? carried;
      pending = [];
      clause = at + 1;
    } else if (deniesWhile(word)) {
      pending = [];
    }
  }
  return told;
}

const closing = new Set<Frame["shape"]>(["past", "converb", "while"]);

function apply(
  scene: Scene,
  frame: Frame,
  at: number,
  pending: readonly Mention[],
  following: Mention | undefined,
  mentions: readonly Mention[],
  next: number,
  told: Told,
  carried: Mention | null,
): Set<Mention> {
  const { row, shape } = frame;
  const { words } = scene;
  const taken = new Set<Mention>();
  const wanted = wantedRoles(frame);
  const instead = row.or.length > 0 && saysAnywhere(words, row.or);
  if (
    !instead &&
    row.needs.length > 0 &&
    !pending.some(({ role }) => isOneOf(row.needs, role)) &&
    !(shape === "participle" && following !== undefined)
  )
    return taken;
  const front = at - frame.before.length;
  if (shape === "factObject" && !toldNow(words, at, pending)) return taken;
  const local = shape === "fixed" || shape === "fact" || shape === "after" || shape === "factObject";
  const members = local
    ? lastGroup(words, pending, front, wanted)
    : pending.filter((one, index) => isOneOf(wanted, one.role) || sharesCase(scene, frame, pending, index, wanted));
  const guests = row.subject === "host" ? pending.filter((_, index) => isGuest(words, pending, index)) : [];
  // `X başkanlığındaki toplantıda`, not `X başkanlığındaki heyet`
  const leadsMeeting =
    words[at]?.key === "başkanlığındaki" && /^(?:toplantı|zirve|oturum)/u.test(words[at + 1]?.key ?? "");
  for (const mention of members) {
    const part = leadsMeeting
      ? "chair"
      : guests.includes(mention)
        ? row.part
        : mention.role === "subject"
          ? (row.subject ?? row.part)
          : mention.role === "by"
            ? (row.by ?? row.part)
            : row.part;
    told.presences.push({ mention, part });
    taken.add(mention);
  }
  // `Us, Bakan Kaya ile yaptığı görüşmenin ardından …`
  const [first] = pending;
  if (
    shape === "fixed" &&
    row.needs.includes("with") &&
    members.length > 0 &&
    first?.role === "subject" &&
    !taken.has(first)
  ) {
    told.presences.push({ mention: first, part: row.subject ?? row.part });
  }
  if (members.length === 0 && carried !== null && closing.has(shape) && wanted.includes("subject")) {
    told.presences.push({ mention: carried, part: row.subject ?? row.part });
  }
  if (
    shape === "participle" &&
    // `A tarafından karşılanan B`: here the one behind is who was met.
    (!frame.passive || (row.needs.includes("by") && taken.size > 0)) &&
    following !== undefined &&
    following.from - at <= 3 &&
    nearBy(words, at + 1, following.from)
  ) {
    // `toplantıya katılan A, B ve C`
    let member = following;
    for (let index = next; ;) {
      told.presences.push({ mention: member, part: row.subject ?? row.part });
      index += 1;
      const more = mentions[index];
      // `gelen Us'un ayrıca, C ile …`: a comma begins another list.
      if (more === undefined || !linked(words, member.to, more.from)) break;
      if (words.slice(member.to, more.from).some(({ text }) => text === ",")) break;
      member = more;
    }
  }
  return taken;
}

/** `A ve B ile görüşen C`: the first has the case of the one it is joined to; a participle's own subject stands behind. */
function sharesCase(
  { words }: Scene,
  { shape, passive }: Frame,
  pending: readonly Mention[],
  index: number,
  wanted: readonly Role[],
): boolean {
  const one = pending[index];
  const next = pending[index + 1];
  if (shape !== "participle" || passive || one?.role !== "subject" || next === undefined) return false;
  return isOneOf(wanted, next.role) && next.from === one.to + 1 && words[one.to]?.key === "ve";
}

/** `A ve B'yi kabul etti`: of two joined without a comma both were received. */
function isGuest(words: Scene["words"], pending: readonly Mention[], index: number): boolean {
  const one = pending[index];
  const next = pending[index + 1];
  if (one?.role !== "subject" || next?.role !== "object") return false;
  return next.from === one.to + 1 && words[one.to]?.key === "ve";
}

const reporting = /^(?:belirt|aktar|ifade|bildir|kaydet|söyle|duyur|paylaş|açıkla|dile)/u;
const before = new Set(["önce", "geçen", "geçtiğimiz", "geçmişte", "evvel", "dönemde", "zaman"]);

/** `Us, Bakan Kaya ile görüştüğünü bildirdi`, unless that was some time ago. */
function toldNow(words: Scene["words"], at: number, pending: readonly Mention[]): boolean {
  const last = pending.at(-1);
  if (last?.role !== "with" || !reporting.test(words[at + 1]?.key ?? "")) return false;
  for (let back = Math.max(0, at - lookBack); back < at; back += 1)
    if (before.has(words[back]?.key ?? "")) return false;
  return true;
}

const lookBack = 30;

/** A participle's subject stands behind it, a verbal noun's in the genitive. */
function wantedRoles({ row, shape, passive }: Frame): Role[] {
  if (shape === "participle") return passive ? row.of : row.of.filter((role) => role !== "subject");
  if (shape === "factObject") return ["with"];
  if (shape === "fact" || shape === "after") return [...row.of.filter((role) => role !== "subject"), "owner"];
  return row.of;
}

const isOneOf = (roles: readonly Role[], role: Mention["role"]) => roles.some((one) => one === role);

/** Those right before the words at `front`, and who is joined to them: `A, B ve C'nin katılımıyla`. */
function lastGroup(
  words: Scene["words"],
  pending: readonly Mention[],
  front: number,
  wanted: readonly Role[],
): Mention[] {
  const group: Mention[] = [];
  let index = pending.length - 1;
  const last = pending[index];
  // `Novruz Aslanovun ev sahipliğinde`: what can only be an owner has its ending even without an apostrophe.
  if (
    last !== undefined &&
    last.role === "subject" &&
    last.to === front &&
    wanted[0] === "owner" &&
    wanted.length === 1
  )
    stripOwner(words, last);
  if (last === undefined || !isOneOf(wanted, last.role))
    return wanted.includes("with") || wanted.includes("object")
      ? pending.filter(({ role }) => role !== "subject" && isOneOf(wanted, role))
      : [];
  if (front - last.to > 12) return [];
  group.push(last);
  const joined = new Set(["ve", "ile"]);
  let list = words.slice(last.to, front).some(({ key }) => joined.has(key)) || listsOfficials(words, pending);
  for (index -= 1; index >= 0; index -= 1) {
    const before = pending[index];
    const behind = group.at(-1);
    if (before === undefined || behind === undefined) break;
    // `A ile Türkiye'den B`: where the second is from may stand behind the link.
    const link = words[behind.from - (behind.fromCountry !== null && before.to < behind.from - 1 ? 2 : 1)]?.key ?? "";
    if (!linked(words, before.to, behind.from)) {
      if (before.role === "with" || before.role === "owner" || before.role === "object") {
        if (before.role !== last.role && isOneOf(wanted, before.role)) group.push(before);
      }
      break;
    }
    if (joined.has(link)) list = true;
    else if (!list) break;
    group.push(before);
  }
  return group;
}

/** `A, B, C ve …` without its `ve`: four officials with nothing but commas between them are one list. */
function listsOfficials(words: Scene["words"], pending: readonly Mention[]): boolean {
  const last = pending.slice(-4);
  return (
    last.length === 4 &&
    last.every(({ titleStart }) => titleStart !== null) &&
    last.every((one, index) => index === 0 || linked(words, last[index - 1]?.to ?? 0, one.from))
  );
}

function stripOwner(words: Scene["words"], mention: Mention) {
  const ending = /(?:[aeıioöuü]n[ıiuü]n|[^aeıioöuü][ıiuü]n)$/u.exec(words[mention.to - 1]?.key ?? "")?.[0];
  if (ending === undefined || mention.short) return;
  mention.end -= ending.length - 1;
  mention.role = "owner";
}

/** Only small words between a participle and the one it tells of: `konuşan Genel Başkan X` has none. */
function nearBy(words: Scene["words"], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (words[at]?.kind !== "word") return false;
  return true;
}
