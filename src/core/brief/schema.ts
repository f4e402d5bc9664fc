import { z } from "zod";

/**
 * What we found out of a story: who met, where, when, and what was decided. Frozen: other programs read it.
 * Offsets are UTF-16 indices into `text`, end exclusive. Absent is `null` or `[]`, never missing.
 * Countries are ISO 3166-1 alpha-2, `x-kktc` for the KKTC, `null` for an international office.
 */
const offset = z.int().nonnegative();
const country = z.union([z.string().regex(/^[A-Z]{2}$/), z.literal("x-kktc")]).nullable();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const briefKinds = [
  "meeting",
  "visit",
  "call",
  "agreement",
  "election",
  "statement",
  "aid",
  "disaster",
  "news",
] as const;
export const attendeeParts = ["host", "chair", "present", "speaker", "message"] as const;
export const decisionKinds = ["decided", "signed", "agreed", "elected", "committed", "confirmed", "called"] as const;

const placeSchema = z.strictObject({ city: z.string().nullable(), country, start: offset, end: offset });

/** `basis: text` — the date stands at start..end; `published` — the day of publication in Istanbul, start and end null. */
const dateSchema = z.strictObject({
  from: day,
  to: day,
  basis: z.enum(["text", "published"]),
  start: offset.nullable(),
  end: offset.nullable(),
});

/** `start..end` cut the name as written, without case suffix; `for` is whom or what the attendee represents. */
const attendeeSchema = z.strictObject({
  name: z.string().min(1),
  honorifics: z.array(z.string()),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  office: z.string().nullable(),
  organisation: z.string().nullable(),
  country,
  part: z.enum(attendeeParts),
  host: z.boolean(),
  for: z.string().nullable(),
  start: offset,
  end: offset,
  titleStart: offset.nullable(),
  titleEnd: offset.nullable(),
});

const spanSchema = z.strictObject({ text: z.string(), start: offset, end: offset });

/** `text` is a sentence that stands on its own; `start..end` cut the clause it was read from. */
const decisionSchema = z.strictObject({
  text: z.string().min(1),
  kind: z.enum(decisionKinds),
  start: offset,
  end: offset,
});

const quoteSchema = z.strictObject({ speaker: z.string().nullable(), text: z.string(), start: offset, end: offset });

const figureSchema = z.strictObject({
  value: z.number(),
  unit: z.string().nullable(),
  of: z.string().nullable(),
  start: offset,
  end: offset,
});

export const briefSchema = z.strictObject({
  kind: z.enum(briefKinds),
  language: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  place: placeSchema.nullable(),
  date: dateSchema.nullable(),
  attendees: z.array(attendeeSchema),
  groups: z.array(spanSchema),
  decisions: z.array(decisionSchema),
  quotes: z.array(quoteSchema),
  figures: z.array(figureSchema),
  background: spanSchema.nullable(),
  text: z.string(),
});

export type Brief = z.infer<typeof briefSchema>;
export type BriefKind = Brief["kind"];
export type Place = z.infer<typeof placeSchema>;
export type BriefDate = z.infer<typeof dateSchema>;
export type Attendee = z.infer<typeof attendeeSchema>;
export type Group = z.infer<typeof spanSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Background = z.infer<typeof spanSchema>;
