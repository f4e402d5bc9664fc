import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./measure.js";
import { median, short } from "./measure.js";
import { openSite } from "./parts/loopback.js";
import { newsboat, rss2email, sfeed, tellalReader, type Reader } from "./parts/other-readers.js";
import { createFolder } from "./parts/program.js";

export const name = "peers";
export const about =
  "Whole cycles over the same 100 feeds of 50 Turkish items on 100 loopback hosts, each program started anew for each cycle, five rounds taken in turns: the first " +
  "cycle, and the third, all 304 (newsboat asks with conditions only from then on). Ours matches the shipped topics, briefs one item in ten and stores all; pages are closed by robots.txt, so that it " +
  "reads as many documents as the others. No politeness on either side. Times in ms (CPU: of all its processes); memory of its largest process in MiB, by GNU time.";

/** Five minutes and more: rss2email writes 25,000 mails. */
export const long = true;

const rounds = 5;
const feeds = 100;
const items = 50;

interface Taken {
  /** Feeds that were sent again in whole. */
  whole: number;
  wall: number;
  processor: number;
  memory: number;
}

const isHere = (command: string): boolean => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;

/** Runs a command under GNU time; throws where it fails. */
function timed({ reader, command, env }: Reader): Omit<Taken, "whole"> {
  const { stderr, status } = spawnSync("time", ["-f", "\n%e %U %S %M", ...command], {
    env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    timeout: 5 * 60_000,
  });
  const [wall = 0, user = 0, system = 0, memory = 0] = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  if (status !== 0) throw new Error(`${reader} ended with ${status}: ${stderr.slice(-500)}`);
  return { wall: wall * 1_000, processor: (user + system) * 1_000, memory: memory / 1_024 };
}

const makers: Record<string, (folder: string, urls: readonly string[]) => Reader> = {
  newsboat,
  r2e: rss2email,
  sfeed_update: sfeed,
};

export async function run(): Promise<Row[]> {
  if (!isHere("time"))
    return [{ reader: "none", cycle: "GNU time is not here: apt-get install time newsboat rss2email sfeed" }];
  const here = Object.entries(makers).filter(([command]) => isHere(command));
  const site = await openSite({ feeds, items, hosts: feeds, pages: "closed" });
  const taken = new Map<string, { reader: Reader; cycles: [Taken[], Taken[]] }>();
  for (let round = 0; round < rounds; round += 1) {
    const folder = createFolder(site);
    const readers = [
      tellalReader(folder),
      ...here.map(([command, make]) => {
        const own = join(folder.folder, command);
        mkdirSync(own);
        return make(own, site.feeds);
      }),
    ];
    for (const reader of readers) {
      const known = taken.get(reader.reader) ?? { reader, cycles: [[], []] as [Taken[], Taken[]] };
      for (const cycle of [known.cycles[0], null, known.cycles[1]]) {
        const one = timed(reader);
        const { whole, same } = await site.told();
        if (whole + same !== feeds) throw new Error(`${reader.reader} asked for ${whole + same} of ${feeds} feeds`);
        cycle?.push({ ...one, whole });
      }
      taken.set(reader.reader, known);
    }
    folder.remove();
  }
  await site.close();
  const ours = [...taken.values()][0]?.cycles ?? [];
  const of = (cycle: readonly Taken[] | undefined, key: keyof Taken) => median((cycle ?? []).map((one) => one[key]));
  const rows = ["first", "304"].flatMap((cycle, at) =>
    [...taken.values()].map(({ reader, cycles }): Row => ({
      cycle,
      reader: reader.reader,
      ms: Math.round(of(cycles[at], "wall")),
      "CPU ms": Math.round(of(cycles[at], "processor")),
      MiB: Math.round(of(cycles[at], "memory")),
      "time beside ours": short(of(cycles[at], "wall") / of(ours[at], "wall")),
      "memory beside ours": short(of(cycles[at], "memory") / of(ours[at], "memory")),
      "sent in whole": of(cycles[at], "whole"),
      does: at === 0 ? reader.does : "",
    })),
  );
  const missing = Object.keys(makers).filter((command) => !here.some(([known]) => known === command));
  return [...rows, ...missing.map((command) => ({ cycle: "", reader: command, does: "not here" }))];
}
