import type { Doc } from "../document.js";
import { wordsOf } from "../event-words.js";
import { englishMentions } from "./english-mentions.js";
import { englishPresence } from "./english-presence.js";
import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { surnamesOf } from "./join.js";
import { isOfEarlierDay, lastPastYear } from "./past-years.js";
import { readTags } from "./tags.js";
import { turkishMentions } from "./turkish-mentions.js";
import { readElected } from "./elected.js";
import type { Told } from "./turkish-presence.js";
import { speaksElsewhere, wasHeld } from "./turkish-opener.js";
import { turkishPresence } from "./turkish-presence.js";
import { readOpening, readRole } from "./turkish-roles.js";
import { shareCountries, shareTitles } from "./turkish-shared.js";
import type { Scene } from "./turkish-runs.js";

/** One sentence with its names and who of them was there. */
export interface Read {
  scene: Scene;
  mentions: Mention[];
  told: Told;
}

const read = new WeakMap<Doc, Read[]>();

/** Every sentence's names and presences, read once per document; background sentences tell of nobody's presence. */
export function readPresence(doc: Doc, lexicon: PeopleLexicon): Read[] {
  const known = read.get(doc);
  if (known !== undefined) return known;
  const past = lastPastYear(doc.published);
  let speech = Number.NEGATIVE_INFINITY;
  /** A gathering has been told of and nobody has spoken to the press since: `Y da … belirtti` is said there. */
  let gathered = false;
  /** A gathering was held, says a sentence that names nobody: who then speaks, and to no press, spoke there. */
  let held = false;
  /** Whom `He spoke at the forum` means: the one named in the sentence before. */
  let spokenOf: Mention | null = null;
  const named = doc.sentences.map((sentence, index) => {
    const words = wordsOf(doc, sentence);
    const scene: Scene = { words, tags: readTags(words, lexicon), lexicon, past };
    const mentions = lexicon.language === "en" ? englishMentions(scene, index) : turkishMentions(scene, index);
    return { sentence, scene, mentions };
  });
  const isCalled = surnamesOf(
    doc.text,
    named.flatMap(({ mentions }) => mentions),
  );
  const all = named.map(({ scene, mentions: found, sentence }, index) => {
    const mentions = found.filter((one) => !one.short || one.titleStart !== null || isCalled(one));
    const speeches = index - speech <= 2 ? "next" : gathered ? "also" : held ? "held" : "none";
    const read =
      lexicon.language === "en"
        ? readEnglish(scene, mentions, spokenOf)
        : readTurkish(scene, mentions, doc.text, speeches);
    spokenOf = mentions.length === 1 ? (mentions[0] ?? null) : mentions.length === 0 ? spokenOf : null;
    const goesPast = isQuoteOnly(scene) || sentence.part === "subhead";
    if (read.told.presences.some(({ part }) => part === "speaker") || (speech === index - 1 && goesPast))
      speech = index;
    const gathers = gathered || (read.told.presences.length > 0 && !sentence.background);
    const toPress = speaksElsewhere(scene.words);
    gathered = gathers && !toPress;
    held = (held || (lexicon.language === "tr" && !sentence.background && wasHeld(scene))) && !toPress;
    const earlier = lexicon.language === "en" && isOfEarlierDay(scene.words, doc.published);
    return sentence.background || earlier ? { ...read, told: { presences: [], lists: [] } } : read;
  });
  read.set(doc, all);
  return all;
}

type Speeches = "next" | "also" | "held" | "none";
const also = new Set(["da", "de", "ise"]);

/** A sentence that goes on with what somebody says. */
function isQuoteOnly({ words }: Scene): boolean {
  return words.some(({ quoted }) => quoted);
}

/** Whether the sentence goes on with the speeches before it: `Vali X de … belirtti`; further behind only with `de` or `ise`. */
function goesOn({ words }: Scene, mentions: readonly Mention[], speeches: Speeches): boolean {
  const first = mentions[0];
  if (speeches === "none" || first === undefined) return false;
  if (first.titleStart === null || first.role !== "subject" || (first.from > 2 && speeches !== "held")) return false;
  if (speeches === "held" && (mentions.length > 1 || first.short)) return false;
  if (speeches === "also" && (first.short || !also.has(words[first.to]?.key ?? ""))) return false;
  return !speaksElsewhere(words);
}

function readTurkish(scene: Scene, mentions: Mention[], text: string, speeches: Speeches): Read {
  shareTitles(scene, mentions);
  for (const mention of mentions) {
    mention.role = readRole(scene, mention);
    readOpening(scene, mention, mentions, text);
    readElected(scene, mention);
  }
  // `A ile B katıldı`: with `ile` right between them the first is what the second is.
  for (let at = mentions.length - 2; at >= 0; at -= 1) {
    const mention = mentions[at];
    const next = mentions[at + 1];
    if (
      mention?.role === "with" &&
      next !== undefined &&
      scene.words[mention.to]?.key === "ile" &&
      // `A ile Türkiye'den B`
      next.from === mention.to + (next.fromCountry === null ? 1 : 2) &&
      next.role !== "other"
    )
      mention.role = ownedBy(next, mentions[at + 2]).role;
  }
  const told = turkishPresence(scene, mentions, goesOn(scene, mentions, speeches));
  shareCountries(scene, mentions);
  return { scene, mentions, told };
}

/** `A ile Başkan B'nin temsilcisi C`: of B and C it is C that A is joined to. */
const ownedBy = (owner: Mention, next: Mention | undefined): Mention =>
  owner.role === "owner" && next !== undefined && next.from === owner.to ? next : owner;

function readEnglish(scene: Scene, mentions: Mention[], spokenOf: Mention | null): Read {
  shareTitles(scene, mentions);
  return { scene, mentions, told: englishPresence(scene, mentions, spokenOf) };
}
