import { bareBrief } from "../../src/core/brief/brief.js";
import { briefKinds, type Attendee, type Brief } from "../../src/core/brief/schema.js";
import type { Article } from "../../src/core/story.js";
import { storyText } from "../../src/core/story.js";
import { indexBrief } from "../../src/store/story-index.js";
import type { Database } from "../../src/store/tables.js";

/** The archive ends here: in the past, so that no new story is compared with it. */
export const archiveEnd = Date.UTC(2025, 10, 19, 15);
const day = 24 * 60 * 60_000;
/** As many as the shipped topics find on a busy day: a thousand stories are a month, a hundred thousand seven years. */
const perDay = 40;
const kept = 180 * day;
/** The time of so many stories, in ms. */
export const archiveSpan = (count: number): number => (count / perDay) * day;
const given = "Ayşe Mehmet Elif Can Deniz Emre Zeynep Murat Leyla Kerem".split(" ");
const family = "Kaya Demir Şahin Çelik Aydın Öztürk Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan".split(" ");
const countries = ["TR", "TR", "TR", "AZ", "KZ", "KG", "UZ", "TM", "HU", "SD", "SY", "PS"];
const words =
  "yardım deprem toplantı bakan heyet görüşme anlaşma şehir kurum proje destek gıda çadır gönüllü kan".split(" ");
const endings = ["", "ı", "nın", "lar", "larda", "dan", "sında"];

/** A repeatable row of numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed * 7_919 + 1;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

function storyOf(number: number): { article: Article; brief: Brief; at: number } {
  const roll = dice(number + 1);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(roll() * list.length)]!;
  const sentence = () => Array.from({ length: 12 }, () => pick(words) + pick(endings)).join(" ");
  const body = Array.from({ length: 5 }, () => ({ kind: "paragraph" as const, text: `Kızılay ${sentence()}.` }));
  // One story in a hundred has the rare word.
  if (number % 100 === 0) body.push({ kind: "paragraph", text: "Arıcılık kooperatifinin toplantısında konuşuldu." });
  const at = archiveEnd - Math.floor((number * day) / perDay);
  const facts = { author: null, dateline: null, published: at, updated: null, section: null, photo: null, tags: [] };
  const title = `Kızılay ${sentence().slice(0, 50)} ${number}`;
  const article: Article = { link: `https://aa.example/${number}`, language: "tr", title, spot: null, body, ...facts };
  const bare = bareBrief(article, storyText(article).text, null);
  const attendees = Array.from({ length: 3 }, (_, place): Attendee => ({
    // One in ten stories has the president.
    name:
      place === 0 && number % 10 === 0
        ? "Fatma Yılmaz"
        : `${pick(given)} ${pick(family)}${pick(["", "oğlu", "er", "ay"])}`,
    honorifics: [],
    title: "Başkan",
    titleEn: null,
    office: "Başkan",
    organisation: null,
    country: pick(countries),
    part: "present",
    host: false,
    for: null,
    start: 0,
    end: 0,
    titleStart: null,
    titleEnd: null,
  }));
  const decisions =
    number % 3 === 0 ? [{ text: "Depo kurulmasına karar verildi.", kind: "decided" as const, start: 0, end: 0 }] : [];
  const place = { city: null, country: pick(countries), start: 0, end: 0 };
  return { article, at, brief: { ...bare, kind: pick(briefKinds), confidence: 0.9, attendees, decisions, place } };
}

/** Writes so many stories of past years, found by words, people, countries and decisions. Their feed and its topics have to be there; `chat` got the newest. */
export async function fillArchive({ write }: Database, count: number, chat: string | null, feed = "f"): Promise<void> {
  // The oldest first, as they came.
  for (let from = count - 1; from >= 0; from -= 1_000) {
    await write(async (trx) => {
      for (let number = from; number > from - 1_000 && number >= 0; number -= 1) {
        const { article, brief, at } = storyOf(number);
        const story = `aa:${number}`;
        const same = { hash: "", version: 1, recorded: at };
        const told = { link: article.link ?? "", source: "AA", language: "tr", title: article.title, shown: "" };
        await trx
          .insertInto("stories")
          .values({ id: story, feed, published: at, ...told, ...same })
          .execute();
        await trx
          .insertInto("versions")
          .values({ story, ...same })
          .execute();
        const text = { kind: brief.kind, confidence: brief.confidence, brief: JSON.stringify(brief) };
        await trx
          .insertInto("briefs")
          .values({ story, version: 1, ...text })
          .execute();
        const topic = number % 4 === 0 ? "tdt" : "kizilay";
        await trx.insertInto("matches").values({ story, topic, relevance: 1, hits: "[]" }).execute();
        await indexBrief(trx, story, brief, at);
        if (chat === null || at < archiveEnd - kept) continue;
        const sent = { sent: at + 300_000, place: count - number, created: at, due: at, tries: 1, fence: 0 };
        await trx
          .insertInto("deliveries")
          .values({ id: story, chat, kind: "post", ref: story, ...sent })
          .execute();
        await trx.insertInto("delivery_stories").values({ delivery: story, story, position: 0 }).execute();
      }
    });
  }
}
