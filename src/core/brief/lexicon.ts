import { z } from "zod";
import type { EventsLexicon } from "./lexicon-events.js";
import { eventsSchema } from "./lexicon-events.js";
import type { LexiconFault } from "./lexicon-faults.js";
import { lexiconFaults } from "./lexicon-faults.js";
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

/** The faults of one language's parsed file: those of its shape as zod's error, else those of what it says. */
export function checkLexicon(raw: unknown, language: "tr" | "en"): { error: z.ZodError } | { faults: LexiconFault[] } {
  const read = lexiconSchema.safeParse(raw);
  return read.success ? { faults: lexiconFaults(read.data, language) } : { error: read.error };
}
