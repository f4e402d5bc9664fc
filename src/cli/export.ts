import { nearest } from "../core/fault.js";
import type { Exported } from "../core/export-rows.js";
import { Refusal } from "../core/refusal.js";
import { exportText, type ExportFormat } from "../web/export.js";
import type { CliParts } from "./parts.js";
import { withProgress } from "./progress.js";
import { withStore } from "./stored.js";

/** The options of `export`. */
export interface ExportOptions {
  format: ExportFormat;
  topic?: string;
}

/** `export`: a table of all stories, of who attended them, or of what was decided, on standard output. Own topics of chats are theirs alone. */
export async function exportTable(what: Exported, { format, topic }: ExportOptions, parts: CliParts): Promise<void> {
  await withStore(parts, async (store) => {
    const known = (await store.topics.list()).filter(({ owner }) => owner === null).map(({ id }) => id);
    if (topic !== undefined && !known.includes(topic)) {
      const near = nearest(topic, known);
      const cure = near === null ? `known here: ${known.join(", ")}` : `did you mean ${near}?`;
      throw new Refusal(`--topic: found ${JSON.stringify(topic)}; ${cure}`);
    }
    const topics = topic === undefined ? known : [topic];
    const filter = { topics, kind: null, country: null, person: null, from: null, to: null };
    // How many stories one topic has only the export itself finds out.
    const all = topic === undefined ? (await store.summary()).stories : undefined;
    // At a terminal the rows themselves show how far it is.
    await withProgress({ ...parts, interactive: parts.interactive && !parts.onScreen }, async (progress) => {
      const tell = (stories: number) => progress.tell("stories", stories, all);
      for await (const text of exportText(store, { what, format, filter }, tell)) await parts.out(text);
    });
  });
}
