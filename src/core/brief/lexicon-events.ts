import { z } from "zod";
import { briefKinds, decisionKinds } from "./schema.js";

/*
 * The sections of `config/lexicon/{tr,en}.yaml` that the readers of decisions, place, date, kind, figures and quotes
 * use. What each means is said in the files themselves, where it is extended.
 */
const words = z.array(z.string().min(1));
const optionalWords = words.default([]);

const decisionRow = z.strictObject({
  kind: z.enum(decisionKinds),
  verbs: words.min(1),
  words: optionalWords,
  about: optionalWords,
  near: z.int().positive().default(12),
  only: z.enum(["declaration", "parties", "passive"]).optional(),
  never: optionalWords,
});

const kindRow = z.strictObject({
  kind: z.enum(briefKinds),
  weight: z.number().positive(),
  title: z.number().positive().optional(),
  cues: words.min(1),
});

const speech = z.strictObject({ after: words, before: words, nobody: words, whose: words, offices: words });

const background = z.strictObject({ subheads: words, founded: words, openers: words });

/** A country's names and towns as the agency writes them; the capital is the first town. */
const place = z.strictObject({ names: words, cities: words, adjectives: optionalWords });

/** A map, as it is asked with words of stories: an object also knows `constructor`. */
const numbersByWord = (number: z.ZodNumber | z.ZodInt) =>
  z.record(z.string(), number).transform((record) => new Map(Object.entries(record)));

/** Fields to spread into the schema of a whole lexicon. */
export const eventsSchema = {
  decisions: z.array(decisionRow),
  documents: words,
  agreements: words,
  declarations: words,
  jointDeclarations: words,
  jointShort: words,
  continues: words,
  openers: words,
  underDocument: words,
  parties: words,
  discussed: words,
  planned: words,
  negations: optionalWords,
  past: words,
  announced: words,
  announcing: optionalWords,
  doubted: words,
  manners: words,
  tails: optionalWords,
  actions: optionalWords,
  speech,
  kinds: z.array(kindRow),
  background,
  digests: words,
  months: z.array(words).length(12),
  weekdays: z.array(words).length(7),
  relativeDays: numbersByWord(z.int()),
  future: words,
  eventWords: words,
  notHere: words,
  townWords: words,
  districtWords: words,
  capitalWords: words,
  units: words,
  counted: words,
  percent: words,
  numberWords: numbersByWord(z.number()),
  fates: words,
  online: words,
  desks: z.record(z.string(), z.string()).default({}),
  venueWords: words,
  venues: z.record(z.string(), words).default({}),
  districts: z.record(z.string(), words).default({}),
  hereWords: words,
  localOffices: words,
  places: z.record(z.string().regex(/^([A-Z]{2}|x-kktc)$/), place),
};

const wholeEvents = z.object(eventsSchema);

/** What the readers of events need of a lexicon: any lexicon that holds these sections will do. */
export type EventsLexicon = z.infer<typeof wholeEvents>;
export type DecisionRow = EventsLexicon["decisions"][number];
