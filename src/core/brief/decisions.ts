import type { Finding, Scene } from "./decision-parts.js";
import { hasParty, namesDeclaration, namesJoint } from "./decision-parts.js";
import type { Doc } from "./document.js";
import type { Word } from "./event-words.js";
import { phraseAt, wordsOf } from "./event-words.js";
import { readEnglish } from "./english-decisions.js";
import type { EventsLexicon } from "./lexicon-events.js";
import { withoutDoubles } from "./same-decision.js";
import type { Decision } from "./schema.js";
import { readTurkish } from "./turkish-decisions.js";
import { readTold } from "./turkish-told.js";

/** `… bir mesele olduğunu vurgulayan bakanlar`: in a story about a joint statement the side may stand behind a long clause. */
const longSubject = 30;

/**
 * What was settled: decided, signed, agreed, elected, committed to, confirmed, called for. In the order of the text,
 * each once. Leaves out what was discussed, wished, planned, negated, said in quotes or settled long before; most
 * stories have none. Stories that are not English are read as Turkish.
 */
export function readDecisions(doc: Doc, lexicon: EventsLexicon): Decision[] {
  const read = doc.language === "en" ? readEnglish : (scene: Scene) => [...readTurkish(scene), ...readTold(scene)];
  const found: Finding[] = [];
  let joint = false;
  let headline = false;
  let before = { index: -2, declaration: false, told: false };
  let settled = false;
  doc.sentences.forEach((sentence, index) => {
    if (sentence.background || sentence.part === "dateline") return;
    const words = wordsOf(doc, sentence);
    const near = before.index === index - 1;
    const follows = near && before.told;
    const names = namesDeclaration(words, lexicon, joint);
    const goesOn = near && before.declaration && continues(words, lexicon);
    // A story about a joint statement: what the sides say there is said in it.
    const sides = headline && sentence.part === "paragraph" && hasParty(words, 0, longSubject, lexicon);
    const declaration = names || goesOn || sides;
    const scene: Scene = { doc, lexicon, sentence, index, words, declaration, follows, settled };
    const own = sentence.part === "subhead" ? [] : read(scene);
    for (const one of own) found.push(one);
    joint ||= names;
    headline ||= (sentence.part === "title" || sentence.part === "spot") && namesJoint(words, lexicon);
    settled ||= own.some(({ kind }) => kind !== "elected" && kind !== "called");
    // A row of decisions makes no declaration: what the sides stress behind it is talk.
    before = { index, declaration, told: declaration || own.length > 0 };
  });
  return withoutDoubles(found, doc.language).map(({ kind, text, start, end }) => ({ text, kind, start, end }));
}

/** Whether a sentence goes on with what the sentence before it stood in: `Buna göre`, `Ayrıca`, `The ministers also`. */
function continues(words: readonly Word[], lexicon: EventsLexicon): boolean {
  if (phraseAt(words, 0, lexicon.continues) > 0 || phraseAt(words, 0, lexicon.openers) > 0) return true;
  return hasParty(words, 0, 3, lexicon) || words[0]?.key === "it";
}
