import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program, type Folder } from "./program.js";

/** A whole program that reads feeds, with what it needs in a folder of its own. `does`: what a cycle of it is. */
export interface Reader {
  reader: string;
  does: string;
  command: string[];
  env: Record<string, string>;
}

/** Ours as cron would run it. */
export const tellalReader = ({ env }: Pick<Folder, "env">): Reader => ({
  reader: "tellal once",
  does: "fetch, parse twice, match, brief, SQLite, a commit for each item",
  command: [process.execPath, program, "once"],
  env,
});

/** Newsboat, with as many threads as it does best with here. */
export function newsboat(folder: string, feeds: readonly string[]): Reader {
  const at = (file: string) => join(folder, file);
  writeFileSync(at("urls"), `${feeds.join("\n")}\n`);
  writeFileSync(at("config"), "reload-threads 4\nsuppress-first-reload yes\n");
  return {
    reader: "newsboat",
    does: "fetch, parse, SQLite",
    command: ["newsboat", "-q", "-u", at("urls"), "-C", at("config"), "-c", at("cache.db"), "-x", "reload"],
    env: { HOME: folder },
  };
}

/** rss2email into a maildir: a mail for each item. */
export function rss2email(folder: string, feeds: readonly string[]): Reader {
  const at = (file: string) => join(folder, file);
  for (const part of ["new", "cur", "tmp"]) mkdirSync(at(`mail/inbox/${part}`), { recursive: true });
  const sections = feeds.map((url, index) => `[feed.f${index}]\nurl = ${url}\n`);
  const usual = [
    "from = bench@example.invalid",
    "to = bench@example.invalid",
    "email-protocol = maildir",
    `maildir-path = ${at("mail")}`,
    "maildir-mailbox = inbox",
    "verbose = error",
  ];
  writeFileSync(at("r2e.cfg"), `[DEFAULT]\n${usual.join("\n")}\n\n${sections.join("\n")}`);
  return {
    reader: "rss2email",
    does: "fetch one by one, parse, a mail into a maildir for each item",
    command: ["r2e", "-c", at("r2e.cfg"), "-d", at("r2e.json"), "run"],
    env: { HOME: folder },
  };
}

/** sfeed with its eight jobs; its manual shows how it remembers tags. */
export function sfeed(folder: string, feeds: readonly string[]): Reader {
  const at = (file: string) => join(folder, file);
  for (const part of ["feeds", "tags"]) mkdirSync(at(part), { recursive: true });
  const list = feeds.map((url, index) => `  feed "f${index}" "${url}"`);
  writeFileSync(
    at("sfeedrc"),
    `sfeedpath="${at("feeds")}"
fetch() {
  curl -f -s -m 15 --etag-save "${at("tags")}/$1.new" --etag-compare "${at("tags")}/$1" "$2" 2>/dev/null && \\
    [ -s "${at("tags")}/$1.new" ] && mv "${at("tags")}/$1.new" "${at("tags")}/$1"
}
feeds() {
${list.join("\n")}
}
`,
  );
  return {
    reader: "sfeed",
    does: "fetch with curl, parse, a text file for each feed",
    command: ["sfeed_update", at("sfeedrc")],
    env: { HOME: folder },
  };
}
