import { parentPort } from "node:worker_threads";
import Parser from "rss-parser";

/** @typedef {import("./raw.js").RawItem} RawItem */

/** Elements that rss-parser hands over as it found them: we read dates, links and photos ourselves. */
const kept = [
  "title",
  "guid",
  "id",
  "link",
  "description",
  "summary",
  "content",
  "content:encoded",
  "image",
  "pubDate",
  "dc:date",
  "published",
  "issued",
  "created",
  "dcterms:issued",
  "dcterms:created",
  "updated",
  "modified",
  "dcterms:modified",
  "dc:title",
  "dc:description",
  "media:title",
  "itunes:summary",
  "atom:link",
  "enclosure",
  "media:content",
  "media:thumbnail",
  "itunes:image",
];
const fields = kept.map((name) => [name, `kept ${name}`, { keepArray: true }]);

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} node @param {string} name */
function attribute(node, name) {
  const attributes = isRecord(node) ? node["$"] : undefined;
  const value = isRecord(attributes) ? attributes[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

/**
 * The text of an element. One with elements inside is more than rss-parser can tell us: the tolerant reader must.
 * @param {unknown} node
 */
function text(node) {
  if (node === undefined) return "";
  if (typeof node === "string") return node;
  if (!isRecord(node) || Object.keys(node).some((key) => key !== "_" && key !== "$")) throw new Error("mixed content");
  return typeof node["_"] === "string" ? node["_"] : "";
}

/** @param {Record<string, unknown>} item @param {number} maxField @returns {RawItem} */
function raw(item, maxField) {
  /** @param {string} name @returns {unknown[]} */
  const all = (name) => {
    const value = item[`kept ${name}`];
    return Array.isArray(value) ? value : [];
  };
  /** @param {string[]} names */
  const first = (...names) => {
    for (const name of names) {
      for (const node of all(name)) {
        const found = text(node);
        if (found.trim() !== "") return found.slice(0, maxField);
      }
    }
    return "";
  };
  const links = [...all("link"), ...all("atom:link")].flatMap((node) => {
    const href = attribute(node, "href");
    if (href !== undefined)
      return [{ href, rel: attribute(node, "rel") ?? "alternate", type: attribute(node, "type") ?? "" }];
    const written = text(node);
    return written.trim() === "" ? [] : [{ href: written, rel: "", type: "" }];
  });
  const about = item["rdf:about"];
  const images = all("image").map((node) => {
    const inner = isRecord(node) && Array.isArray(node["url"]) ? node["url"][0] : node;
    return { url: text(inner), type: "image/*" };
  });
  const media = ["enclosure", "media:content", "media:thumbnail", "itunes:image"].flatMap((name) =>
    all(name).flatMap((node) => {
      const url = attribute(node, "url") ?? attribute(node, "href");
      const type =
        attribute(node, "type") ??
        (name === "enclosure" ? "" : name === "media:content" ? attribute(node, "medium") : "image/*");
      return url === undefined ? [] : [{ url, type: type ?? "" }];
    }),
  );
  const published = first("pubDate", "published", "issued", "dcterms:issued", "created", "dcterms:created");
  const updated = first("updated", "modified", "dcterms:modified");
  const dates = [published, first("dc:date"), updated].filter((date) => date !== "");
  return {
    title: first("title", "dc:title", "media:title"),
    guid: first("guid", "id") || (typeof about === "string" ? about : ""),
    links: links.slice(0, 50),
    spot: first("description", "summary", "dc:description", "itunes:summary", "content:encoded", "content"),
    dates,
    photos: [...images.filter(({ url }) => url.trim() !== ""), ...media].slice(0, 50),
    base: "",
  };
}

/** @param {{ text: string; maxItems: number; maxField: number }} asked */
async function read({ text: xml, maxItems, maxField }) {
  try {
    const feed = await new Parser({ customFields: { item: fields } }).parseString(xml);
    const items = /** @type {Record<string, unknown>[]} */ (feed.items);
    return { items: items.slice(0, maxItems).map((item) => raw(item, maxField)) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message.slice(0, 200) : "unknown" };
  }
}

parentPort?.on("message", (asked) => void read(asked).then((answer) => parentPort?.postMessage(answer, [])));
