import { createServer, type ServerResponse } from "node:http";
import { renderFeed } from "./feed.js";
import { model, updatedModel } from "./model.js";
import { renderPage } from "./page.js";
import { stories } from "./stories.js";
import type { DemoStory } from "./story.js";

/** The demo's clock starts here, half an hour after the newest story: 19 November 2025, 18:00 in Istanbul. */
export const demoStart = Date.UTC(2025, 10, 19, 15);

/** What the site shows: `1` at first, `2` once the model case was filed again with one decision more. */
type Stage = 1 | 2;

export interface DemoSite {
  /** Opens the site on a free port of loopback; `url` has no slash at the end. */
  listen(): Promise<{ url: string }>;
  close(): Promise<void>;
  stage(stage: Stage): void;
}

/** The sample site: feeds and pages in AA's present form, for the demo and as the fake AA of the tests. */
export function createDemoSite(): DemoSite {
  let shown: readonly DemoStory[] = stories;
  let origin = "";

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://sample.invalid");
    if (request.method !== "GET" && request.method !== "HEAD")
      return answer(response, 405, "text/plain", "Method not allowed\n");
    if (url.pathname === "/robots.txt") return answer(response, 200, "text/plain", robots);
    const language = /^\/(tr|en)\//.exec(url.pathname)?.[1];
    if (url.pathname === `/${language}/rss/default`) {
      const listed = shown.filter(
        (story) => story.language === language && story.feeds.includes(url.searchParams.get("cat") ?? ""),
      );
      if (listed.length > 0) return answer(response, 200, "application/xml", renderFeed(listed, origin));
    }
    // Section and slug may be anything, as on the real site: the number tells the story.
    const id = Number(/^\/(?:tr|en)\/[^/]+\/[^/]+\/(\d+)$/.exec(url.pathname)?.[1]);
    const story = shown.find((one) => one.id === id && one.language === language);
    if (!story) return answer(response, 404, "text/html; charset=utf-8", missing);
    const others = shown.filter((one) => one !== story);
    answer(response, 200, "text/html; charset=utf-8", renderPage(story, origin, others));
  });

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", () => {
          const address = server.address();
          origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
          resolve({ url: origin });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    stage(stage) {
      shown = stage === 1 ? stories : stories.map((story) => (story === model ? updatedModel : story));
    },
  };
}

const robots = "User-agent: *\nDisallow: /api/\nDisallow: /tr/search?*\nDisallow: /en/search?*\n";
const missing = '<!DOCTYPE html><html lang="tr"><title>404</title><body><h1>Sayfa bulunamadı</h1></body></html>\n';

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
