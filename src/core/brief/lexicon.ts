import { z } from "zod";
import type { EventsLexicon } from "./lexicon-events.js";
import { eventsSchema } from "./lexicon-events.js";
import { peopleSchema } from "./lexicon-people.js";
import type { PeopleLexicon } from "./people/lexicon.js";
import { compilePeople } from "./people/lexicon.js";

const lexiconSchema = z.strictObject({ ...eventsSchema, ...peopleSchema });

/** What the brief knows of one language. */
export type LanguageLexicon = EventsLexicon & { people: PeopleLexicon };

export interface Lexicon {
  tr: LanguageLexicon;
  en: LanguageLexicon;
}

/** The lexicon from the parsed files `config/lexicon/{tr,en}.yaml`; throws zod's error, which lists all faults at once. */
export function parseLexicon(raw: { tr: unknown; en: unknown }): Lexicon {
  const { tr, en } = z.strictObject({ tr: lexiconSchema, en: lexiconSchema }).parse(raw);
  return {
    tr: { ...tr, people: compilePeople(tr, "tr") },
    en: { ...en, people: compilePeople(en, "en") },
  };
}
