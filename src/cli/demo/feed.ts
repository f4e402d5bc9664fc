import { html, photoOf } from "./page.js";
import type { DemoStory } from "./story.js";

/** A feed as AA writes it: RSS 2.0, a Turkish title in every language, `guid` a bare number, the spot as description, a bare `image`. */
export function renderFeed(stories: readonly DemoStory[], origin: string): string {
  const newest = Math.max(...stories.map((story) => story.published));
  const items = stories.map(
    (story) => `<item>
<guid isPermaLink="false">${story.id}</guid>
<link>${html(origin + story.path)}</link>
<title>${html(story.title)}</title>
<description>${html(story.spot)}</description>
<pubDate>${rfc822(story.published)}</pubDate>
<image>${html(photoOf(story, origin))}</image>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel xmlns:a10="http://www.w3.org/2005/Atom">
<title>Anadolu Ajansı Güncel Haberler (örnek site)</title>
<link>${html(origin)}</link>
<description>Anadolu Ajansı biçiminde örnek haberler</description>
<lastBuildDate>${rfc822(newest)}</lastBuildDate>
${items.join("\n")}
</channel></rss>
`;
}

/** `Wed, 19 Nov 2025 15:12:00 +0300` */
function rfc822(time: number): string {
  return new Date(time + 3 * 3_600_000).toUTCString().replace("GMT", "+0300");
}
