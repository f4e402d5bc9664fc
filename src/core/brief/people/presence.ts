import type { Doc } from "../document.js";
import { wordsOf } from "../event-words.js";
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
    const mentions = turkishMentions(scene, index);
    shareTitles(scene, mentions);
    for (const mention of mentions) {
      mention.role = readRole(scene, mention);
      readOpening(scene, mention, doc.text);
    }
    const told = sentence.background ? { presences: [], lists: [] } : turkishPresence(scene, mentions);
    return { scene, mentions, told };
  });
  read.set(doc, all);
  return all;
}
