import type { Doc } from "../document.js";
import { wordsOf } from "../event-words.js";
import { englishMentions } from "./english-mentions.js";
import { englishPresence } from "./english-presence.js";
import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import { readTags } from "./tags.js";
import { turkishMentions } from "./turkish-mentions.js";
import type { Told } from "./turkish-presence.js";
import { turkishPresence } from "./turkish-presence.js";
import { readOpening, readRole, shareTitles } from "./turkish-roles.js";
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
  const all = doc.sentences.map((sentence, index) => {
    const words = wordsOf(doc, sentence);
    const scene: Scene = { words, tags: readTags(words, lexicon), lexicon };
    const read = lexicon.language === "en" ? readEnglish(scene, index) : readTurkish(scene, index, doc.text);
    return sentence.background ? { ...read, told: { presences: [], lists: [] } } : read;
  });
  read.set(doc, all);
  return all;
}

function readTurkish(scene: Scene, sentence: number, text: string): Read {
  const mentions = turkishMentions(scene, sentence);
  shareTitles(scene, mentions);
  for (const mention of mentions) {
    mention.role = readRole(scene, mention);
    readOpening(scene, mention, text);
  }
  return { scene, mentions, told: turkishPresence(scene, mentions) };
}

function readEnglish(scene: Scene, sentence: number): Read {
  const mentions = englishMentions(scene, sentence);
  shareTitles(scene, mentions);
  return { scene, mentions, told: englishPresence(scene, mentions) };
}
