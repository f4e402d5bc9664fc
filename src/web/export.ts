import { byteOrderMark, csvLine } from "../core/csv.js";
import { columns, rowsOf, type Exported } from "../core/export-rows.js";
import type { StoryFilter, Behind } from "../store/archive.js";
import type { Store } from "../store/store.js";

export type ExportFormat = "csv" | "json";

/** Stories that are read at once: a table of all of them is never in memory. */
const batch = 200;

/** A table of the stories that fit, the newest first, in pieces as they are read; `hear` is told how many stories were. */
export async function* exportText(
  store: Pick<Store, "archive">,
  { what, format, filter }: { what: Exported; format: ExportFormat; filter: StoryFilter },
  hear: (stories: number) => void = () => {},
): AsyncGenerator<string> {
  const names = columns[what];
  const csv = format === "csv";
  yield csv ? byteOrderMark + csvLine(names) : "[";
  let first = true;
  let read = 0;
  for (let behind: Behind | null = null; ;) {
    const page: Awaited<ReturnType<typeof store.archive.page>> = await store.archive.page(filter, {
      behind,
      count: batch,
    });
    let text = "";
    for (const row of page.views.flatMap((view) => rowsOf(what, view))) {
      if (csv) text += csvLine(names.map((name) => row[name] ?? null));
      else
        text += `${first ? "\n" : ",\n"}${JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))}`;
      first = false;
    }
    read += page.views.length;
    hear(read);
    if (text !== "") yield text;
    if (page.next === null) break;
    behind = page.next;
  }
  if (!csv) yield "\n]\n";
}
