import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Many hosts on one machine: 127.0.0.1, 127.0.0.2 and so on, which Linux all takes for itself. */
export const hostAt = (at: number): string => `127.0.${Math.floor(at / 250)}.${(at % 250) + 1}`;

/** What a site of `openSite` is made of; `pages`: whether robots.txt lets the stories' pages be read. */
export interface SiteParts {
  feeds: number;
  items: number;
  hosts: number;
  pages: "open" | "closed";
}

/** Opens a site of many feeds in another process. `feeds` are their addresses, `hosts` those that have to be allowed. */
export async function openSite({ feeds, items, hosts, pages }: SiteParts) {
  const script = fileURLToPath(new URL("./site.js", import.meta.url));
  const child = fork(script, [feeds, items, hosts, pages].map(String), { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const [data] = (await once(child.stdout ?? child, "data")) as [Buffer | number];
  const port = Number(String(data));
  if (!(port > 0)) throw new Error("the site did not open");
  return {
    feeds: Array.from({ length: feeds }, (_, at) => `http://${hostAt(at % hosts)}:${port}/feed/${at}.xml`),
    hosts: Array.from({ length: hosts }, (_, at) => hostAt(at)),
    /** How many feeds were answered in whole and with 304 since the last time that this was asked. */
    told: async (): Promise<{ whole: number; same: number }> => {
      const answer = once(child, "message");
      child.send("told");
      const [told] = (await answer) as [{ whole: number; same: number }];
      return told;
    },
    close: async () => {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

/** An open site. */
export type Site = Awaited<ReturnType<typeof openSite>>;
