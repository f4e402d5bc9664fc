import type { DemoStory } from "./story.js";

/**
 * A story as a page of AA since April 2026: streamed by Next.js, with an empty `<main>`, metas in the body, the story in a hidden part that
 * a browser would move into place, and scripts that carry other stories. `origin` is the site's address without a slash at the end.
 */
export function renderPage(story: DemoStory, origin: string, others: readonly DemoStory[]): string {
  const link = origin + story.path;
  const photo = photoOf(story, origin);
  const words = labels[story.language];
  return `<!DOCTYPE html><html lang="${story.language}" dir="ltr"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><link rel="stylesheet" href="/_next/static/chunks/sample.css" data-precedence="next"/><script src="/_next/static/chunks/sample.js" async=""></script></head><body class="sample-module__variable"><div hidden=""><!--$?--><template id="B:0"></template><!--/$--></div><div class="min-h-screen"><header class="header-item"><div class="bg-skeletonColor animate-pulse"></div></header></div>
<script>self.__next_f=self.__next_f||[];${flight(others)}</script>
<div hidden id="S:4"><div class="min-h-screen flex flex-col"><a href="#main-content" class="skip-to-content">${words.skip}</a><template id="P:8"></template></div></div>
<script type="application/ld+json">${json({ "@context": "https://schema.org", "@type": "NewsMediaOrganization", "@id": `${origin}/#organization`, name: "Anadolu Ajansı (örnek site)", url: origin })}</script>
<div hidden id="S:8"><main id="main-content" class="flex-grow bg-background"><template id="P:f"></template></main></div><script>$RS("S:8","P:8")</script>
<div hidden id="S:11"><footer><h2>KURUMSAL</h2><ul><li><a href="/tr/p/yayin-ilkeleri">Yayın İlkeleri</a></li></ul><p>Örnek Site © 2025</p></footer></div>
<title>${html(story.title)}</title>${metas(story, link, photo)}<link rel="canonical" href="${html(link)}"/>
<script type="application/ld+json">${json(article(story, link, photo))}</script>
<script type="application/ld+json">${json({ "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 1, name: story.section, item: `${origin}/${story.language}` }] })}</script>
<div hidden id="S:1a"><section class="container border-x flex flex-col"><div class="items-start p-5"><div class="flex flex-wrap gap-2"><a href="/${story.language}"><span class="uppercase">${html(story.section)}</span></a></div><h1 class="font-bold">${html(story.title)}</h1><span class="text-descriptionColor">${html(story.spot)}</span><div class="flex flex-col"><span class="text-base">${html(story.author)}</span><span class="text-dateColor!">${dayOf(story.published, story.language)}</span><span class="text-dateColor!">•</span><span class="text-dateColor!">${words.update}<!-- -->: <!-- -->${dayOf(story.updated, story.language)}</span></div><img src="${html(photo)}" alt="Content media"/><span class="text-dateColor">${html(story.city)}</span><div dir="ltr" class="embed-responsive prose max-w-none text-start">${body(story, photo)}</div><template id="P:21"></template><template id="P:22"></template></div></section></div><script>$RC("B:1a","S:1a")</script>
<div hidden id="S:21"><section><span>${words.topics}<!-- -->:</span>${story.tags.map((tag) => `<a href="/${story.language}/search?s=${encodeURIComponent(tag)}&amp;tag=1">${html(tag)}</a>`).join("")}</section></div><script>$RS("S:21","P:21")</script>
<div hidden id="S:22"><div id="share"><span>${words.share}</span><p>${words.notice} <strong><a href="/tr/p/abonelik-talep-formu/1001">${words.subscribe}</a></strong></p></div></div><script>$RS("S:22","P:22")</script>
<div hidden id="S:26"><div class="w-full">${others
    .slice(0, 2)
    .map((other) => `<a href="${html(other.path)}"><h3>${html(other.title)}</h3></a>`)
    .join("")}</div></div><script>$RC("B:26","S:26")</script></body></html>
`;
}

/** The address of a story's photo; the sample site holds none. */
export const photoOf = (story: DemoStory, origin: string) =>
  `${origin}/uploads/Contents/2025/11/19/thumbs_b_c_${story.id}.jpg`;

const labels = {
  tr: {
    skip: "Ana içeriğe atla",
    update: "Güncelleme",
    topics: "İlgili Konular",
    share: "Haberi Paylaş",
    notice:
      "Anadolu Ajansı web sitesinde, AA Haber Akış Sistemi (HAS) haberlerinin özeti bulunur; bu sayfa bir örnektir.",
    subscribe: "Abonelik için lütfen arayın.",
  },
  en: {
    skip: "Skip to content",
    update: "Update",
    topics: "Related topics",
    share: "Share News",
    notice: "Anadolu Agency website contains only a portion of its stories; this page is a sample.",
    subscribe: "Please contact us for subscription options.",
  },
} as const;

function body(story: DemoStory, photo: string): string {
  const blocks = story.body.map(({ kind, text }) =>
    kind === "subhead" ? `<h2>${html(text)}</h2>` : `<p>${html(text)}</p>`,
  );
  // As on the real page: a photo with its credit after the second paragraph, then a paragraph with nothing in it.
  const figure = `<figure class="image"><img src="${html(photo)}"/><figcaption>Fotoğraf : ${html(story.author)}/AA</figcaption></figure><p>&nbsp;</p>`;
  return [...blocks.slice(0, 2), figure, ...blocks.slice(2)].join("");
}

function article(story: DemoStory, link: string, photo: string) {
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: story.title,
    description: story.spot,
    image: [photo],
    datePublished: wallTime(story.published),
    dateModified: wallTime(story.updated),
    author: { "@type": "Person", name: story.author },
    publisher: { "@type": "NewsMediaOrganization", name: "Anadolu Ajansı (örnek site)" },
    mainEntityOfPage: { "@type": "WebPage", "@id": link },
    articleBody: story.spot,
    articleSection: story.section,
    keywords: story.tags.join(", "),
    inLanguage: story.language,
    contentLocation: { "@type": "Place", name: story.city },
  };
}

function metas(story: DemoStory, link: string, photo: string): string {
  const rows: [attribute: "name" | "property", name: string, content: string][] = [
    ["name", "description", story.spot],
    ["name", "keywords", story.tags.join(", ")],
    ["property", "og:title", story.title],
    ["property", "og:description", story.spot],
    ["property", "og:url", link],
    ["property", "og:image", photo],
    ["property", "og:type", "article"],
    // The real page gives the time of the update here: whoever trusts it is wrong.
    ["property", "article:published_time", wallTime(story.updated)],
    ["property", "article:modified_time", wallTime(story.updated)],
    ["property", "article:section", story.section],
  ];
  return rows.map(([attribute, name, content]) => `<meta ${attribute}="${name}" content="${html(content)}"/>`).join("");
}

/** Other stories in full, as React carries them for its next page; none of it belongs to this one. */
function flight(others: readonly DemoStory[]): string {
  const rows = others.map((other, row) => `${row}:${JSON.stringify({ title: other.title, html: body(other, "") })}\n`);
  return rows.map((row) => `self.__next_f.push(${json([1, row])});`).join("");
}

/** Istanbul's clock without a zone: `2025-11-19T15:12:00.000`. */
const wallTime = (time: number) => new Date(time + 3 * 3_600_000).toISOString().replace("Z", "");

const dayOf = (time: number, language: "tr" | "en") =>
  new Intl.DateTimeFormat(language === "tr" ? "tr-TR" : "en-US", {
    dateStyle: "long",
    timeZone: "Europe/Istanbul",
  }).format(time);

const json = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text and attribute values of HTML and XML. */
export const html = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
