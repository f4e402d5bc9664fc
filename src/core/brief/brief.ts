import type { Article } from "../story.js";
import { storyText } from "../story.js";
import { readAttendees } from "./attendees.js";
import { markBackground, readBackground } from "./background.js";
import { isDigest, rateConfidence } from "./confidence.js";
import { readDecisions } from "./decisions.js";
import type { Doc } from "./document.js";
import { readFigures } from "./figures.js";
import { readGroups } from "./groups.js";
import { readKind } from "./kind.js";
import { readLead } from "./lead.js";
import type { LanguageLexicon, Lexicon } from "./lexicon.js";
import { readQuotes } from "./quotes.js";
import { publishedDate, readDate } from "./read-date.js";
import { readDocument } from "./read-document.js";
import { readPlace } from "./read-place.js";
import type { Brief } from "./schema.js";

/**
 * Reads stories into briefs with one lexicon. Nothing is in a brief that is not in the story. A story in a language
 * other than Turkish or English gets title and lead only; so does a digest, which mixes events.
 */
export function createBriefer(lexicon: Lexicon): (article: Article) => Brief {
  return (article) => {
    const doc = readDocument(storyText(article), article);
    const known = lexiconOf(lexicon, article.language);
    if (known === null) return bareBrief(article, doc.text, readLead(doc));
    // A digest mixes events of many days: its own is the day on which it was published.
    if (isDigest(article, known))
      return { ...bareBrief(article, doc.text, readLead(doc)), date: publishedDate(article) };
    return whole(markBackground(doc, known), article, known);
  };
}

function lexiconOf({ tr, en }: Lexicon, language: string): LanguageLexicon | null {
  if (language === "tr") return tr;
  return language === "en" ? en : null;
}

function whole(doc: Doc, article: Article, lexicon: LanguageLexicon): Brief {
  const attendees = readAttendees(doc, lexicon);
  const decisions = readDecisions(doc, lexicon);
  const kind = readKind(doc, lexicon, { attendees, decisions });
  const place = readPlace(doc, lexicon);
  const date = readDate(doc, lexicon, article);
  return {
    ...bareBrief(article, doc.text, readLead(doc)),
    kind,
    confidence: rateConfidence(doc, { kind, attendees, decisions, place, date, digest: false }),
    place,
    date,
    attendees,
    groups: readGroups(doc, lexicon),
    decisions,
    quotes: readQuotes(doc, lexicon, attendees),
    figures: readFigures(doc, lexicon),
    background: readBackground(doc),
  };
}

/** What is known of any story: its title, its lead, its text. */
export function bareBrief({ title, language }: Article, text: string, lead: string | null): Brief {
  return {
    kind: "news",
    language,
    title: title.normalize("NFC").trim(),
    lead,
    confidence: 0.1,
    place: null,
    date: null,
    attendees: [],
    groups: [],
    decisions: [],
    quotes: [],
    figures: [],
    background: null,
    text,
  };
}
