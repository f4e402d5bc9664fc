import { createServer, type Server, type ServerResponse } from "node:http";
import { renderFeed } from "../../src/cli/demo/feed.js";
import { renderPage } from "../../src/cli/demo/page.js";
import type { DemoStory } from "../../src/cli/demo/story.js";

/** A request that the site holds back until it is let go. */
export interface Gate {
  /** Resolves once somebody asks for it. */
  arrived: Promise<void>;
  open(): void;
}

/** AA's site as the tests want it: feeds and pages that change, stalls and faults, and a record of what was asked for. */
export async function createAaSite() {
  const feeds = new Map<string, DemoStory[]>();
  const pages = new Map<number, DemoStory>();
  const gates: { part: string; reached: () => void; passed: Promise<void> }[] = [];
  const faults = new Map<string, number>();
  const requests: string[] = [];
  let origin = "";

  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    void (async () => {
      const gate = gates.find((one) => path.includes(one.part));
      if (gate !== undefined) {
        gate.reached();
        await gate.passed;
      }
      const fault = [...faults].find(([part]) => path.includes(part));
      if (fault !== undefined) return answer(response, fault[1], "text/html", "<html><body>fault</body></html>");
      const url = new URL(path, "http://aa.invalid");
      if (url.pathname === "/robots.txt")
        return answer(response, 200, "text/plain", "User-agent: *\nDisallow: /api/\n");
      const feed = feeds.get(url.searchParams.get("cat") ?? "");
      if (url.pathname.endsWith("/rss/default") && feed !== undefined) {
        return answer(response, 200, "application/xml", renderFeed(feed, origin));
      }
      const story = pages.get(Number(/\/(\d+)$/.exec(url.pathname)?.[1]));
      if (story === undefined) return answer(response, 404, "text/html", "<html><body>404</body></html>");
      answer(response, 200, "text/html; charset=utf-8", renderPage(story, origin, []));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;

  return {
    url: origin,
    requests,
    /** What a feed lists now; pages stay known for ever, a story's newest form counts. */
    show(feed: string, stories: DemoStory[]) {
      feeds.set(feed, stories);
      for (const story of stories) pages.set(story.id, story);
    },
    /** Answers that status to every address that contains `part`; null lets it answer again. */
    fault(part: string, status: number | null) {
      if (status === null) faults.delete(part);
      else faults.set(part, status);
    },
    /** Holds back every request whose address contains `part`. */
    hold(part: string): Gate {
      let reached = () => {};
      let open = () => {};
      const arrived = new Promise<void>((resolve) => (reached = resolve));
      const passed = new Promise<void>((resolve) => (open = resolve));
      const gate = { part, reached, passed };
      gates.push(gate);
      return {
        arrived,
        open() {
          gates.splice(gates.indexOf(gate), 1);
          open();
        },
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
