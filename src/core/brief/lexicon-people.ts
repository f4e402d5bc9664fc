import { z } from "zod";
import { attendeeParts } from "./schema.js";

/*
 * The sections of `config/lexicon/{tr,en}.yaml` that the readers of attendees and groups use. What each means is said
 * in the files themselves, where it is extended.
 */
const words = z.array(z.string().min(1));
/** Many words in one long string: easier to read in a file than a list. */
const wordString = z.string();
const part = z.enum(attendeeParts);

const organisation = z.strictObject({
  names: words.min(1),
  en: z.string(),
  country: z.string().optional(),
  international: z.boolean().optional(),
});

/** What a person is to the words that tell of a meeting. */
const roles = ["subject", "with", "object", "to", "from", "owner", "by"] as const;
const role = z.enum(roles);

const attendance = z.strictObject({
  says: z.string().min(1),
  of: z.array(role).default([]),
  needs: z.array(role).default([]),
  part,
  subject: part.optional(),
  by: part.optional(),
  unless: words.default([]),
  or: words.default([]),
  after: z.enum(["event", "here", "opener", "place", "office"]).optional(),
  behind: z.enum(["people", "both"]).optional(),
  link: z.string().optional(),
});

const country = z.strictObject({ names: words.min(1), adjectives: words, regions: words.default([]), en: z.string() });

/** Fields to spread into the schema of a whole lexicon. */
export const peopleSchema = {
  offices: z.record(z.string(), z.string()),
  portfolios: z.record(z.string(), z.string()).default({}),
  organisations: z.array(organisation),
  societies: z.record(z.string(), z.string()).default({}),
  countries: z.record(z.string().regex(/^([A-Z]{2}|x-kktc)$/), country),
  honorifics: words,
  ranks: words,
  alsoNames: words,
  particles: words,
  givenNames: wordString,
  institutions: wordString,
  notNames: wordString,
  eventNouns: words,
  groups: z.strictObject({ heads: words }),
  attendance: z.array(attendance),
  passing: words,
};

const wholePeople = z.object(peopleSchema);

/** The sections as they are written. */
export type PeopleSections = z.infer<typeof wholePeople>;
export type Role = z.infer<typeof role>;
export type AttendanceRow = z.infer<typeof attendance>;
