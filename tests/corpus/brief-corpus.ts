import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { packageRoot } from "../../src/config.js";
import { attendeeParts, briefKinds, decisionKinds } from "../../src/core/brief/schema.js";
import { readIsoTime } from "../../src/core/istanbul.js";

export const parts = ["dev", "test"] as const;
export type Part = (typeof parts)[number];

const country = z.union([z.string().regex(/^[A-Z]{2}$/), z.literal("x-kktc")]).nullable();
const day = z.iso.date();
const attendee = z.strictObject({
  name: z.string().min(1),
  title: z.string().min(1).nullable(),
  country,
  part: z.enum(attendeeParts),
  host: z.boolean().default(false),
});
const expectation = z.strictObject({
  kind: z.enum(briefKinds),
  place: z.strictObject({ city: z.string().min(1).nullable(), country }).nullable(),
  date: z.strictObject({ from: day, to: day, basis: z.enum(["text", "published"]) }).nullable(),
  attendees: z.array(attendee),
  groups: z.array(z.string().min(1)),
  decisions: z.array(z.strictObject({ kind: z.enum(decisionKinds), clause: z.string().min(1) })),
  absent: z.array(z.string().min(1)).default([]),
});
const published = z.string().transform((text, context) => {
  const time = readIsoTime(text);
  if (time === null) context.addIssue(`“${text}” is no ISO time`);
  return time;
});
const storySchema = z
  .strictObject({
    language: z.enum(["tr", "en"]),
    published: published.nullable(),
    tags: z.array(z.string().min(1)).min(1),
    text: z.string().min(1),
    expect: expectation,
  })
  .superRefine(({ text, expect }, context) => {
    const lines = text.split("\n");
    for (const { path, words } of quoted(expect)) {
      if (!lines.some((line) => line.includes(words))) {
        context.addIssue({ code: "custom", path: ["expect", ...path], message: `“${words}” is in no line of the text` });
      }
    }
    const named = [...expect.attendees.map(({ name }) => name), ...expect.absent];
    for (const [at, name] of named.entries()) {
      if (named.indexOf(name) < at) context.addIssue({ code: "custom", path: ["expect"], message: `“${name}” twice` });
    }
  });

/** What a right brief of a story says (README.md). */
export type Expected = z.infer<typeof expectation>;

/** An annotated story. `id` is the number its file begins with; `published` is epoch ms, `null` where the byline is all there is. */
export interface CorpusStory extends z.infer<typeof storySchema> {
  id: string;
  file: string;
  part: Part;
}

/** All that must stand in the text word for word. */
function quoted({ attendees, groups, decisions, absent }: Expected): { path: (string | number)[]; words: string }[] {
  return [
    ...attendees.flatMap(({ name, title }, at) => [
      { path: ["attendees", at, "name"], words: name },
      ...(title === null ? [] : [{ path: ["attendees", at, "title"], words: title }]),
    ]),
    ...groups.map((words, at) => ({ path: ["groups", at], words })),
    ...decisions.map(({ clause }, at) => ({ path: ["decisions", at, "clause"], words: clause })),
    ...absent.map((words, at) => ({ path: ["absent", at], words })),
  ];
}

/** One story from the YAML of its file. Throws one error that names the file and every fault. */
export function readStory(file: string, part: Part, yaml: string): CorpusStory {
  const read = storySchema.safeParse(parse(yaml));
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error([`tests/corpus/briefs/${part}/${file}:`, ...faults].join("\n  "));
  }
  return { ...read.data, id: file.split("-")[0] ?? file, file, part };
}

/** The stories of a part in the order of their numbers. Throws like `readStory`, for all bad files at once. */
export function loadStories(part: Part): CorpusStory[] {
  const folder = join(packageRoot(), "tests/corpus/briefs", part);
  const faults: string[] = [];
  const stories = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      try {
        return [readStory(file, part, readFileSync(join(folder, file), "utf8"))];
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
        return [];
      }
    });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return stories;
}
