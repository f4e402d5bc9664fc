import { expect, test } from "vitest";
import { extract, now, world } from "./feeds-world.js";
import { say } from "./server.js";

const html = { "content-type": "text/html; charset=utf-8" };
const page = (title: string) => `<!doctype html><h1>${title}</h1>`;
test.each([
  ["a page", say(200, html, page("Kızılay")), { kind: "read", article: { title: "Kızılay", language: "tr" } }],
  ["a page without type", say(200, {}, page("Kızılay")), { kind: "read" }],
  [
    "a page in windows-1254",
    say(
      200,
      { "content-type": "text/html" },
      Uint8Array.from(page("K_z_lay"), (c) => (c === "_" ? 0xfd : c.charCodeAt(0))),
    ),
    { kind: "read", article: { title: "Kızılay" } },
  ],
  [
    "a page of a structure we do not know",
    say(200, html, "<p>x"),
    { kind: "failed", why: "no headline", layout: true },
  ],
  ["an empty page", say(200, html), { kind: "failed", why: "no text", layout: false }],
  [
    "a page over 2 MB",
    say(200, html, page("x") + " ".repeat(2_100_000)),
    { kind: "failed", why: "larger than 2097152 bytes", layout: false },
  ],
  [
    "a picture",
    say(200, { "content-type": "image/jpeg" }, "x"),
    { kind: "failed", why: "not a page: image/jpeg", layout: false },
  ],
  ["a 429", say(429, { "retry-after": "9" }), { kind: "later", status: 429, until: now + 9_000 }],
  ["a 502", say(502), { kind: "later", status: 502, until: null }],
  ["a 404", say(404), { kind: "gone", status: 404 }],
  ["a 410", say(410), { kind: "gone", status: 410 }],
  ["a 401", say(401), { kind: "failed", why: "HTTP 401", layout: false }],
  ["a 304", say(304), { kind: "failed", why: "HTTP 304", layout: false }],
  ["silence", () => {}, { kind: "failed", why: "no complete answer in time", layout: false }],
])("reading the article of %s", async (_, answer, expected) => {
  const { article } = await world({ "/1": answer });
  expect(await article("/1")).toMatchObject(expected);
});

test("a page that the connection cut off is no article", async () => {
  const { article } = await world({
    "/1": (_, response) => {
      response.writeHead(200, { ...html, "content-length": "9000" });
      response.write(page("Kızılay"), () => response.destroy());
    },
  });
  expect(await article("/1")).toEqual({ kind: "failed", why: "the answer was cut off", layout: false });
});

test("an article's link is the address that answered; its hash is that of its words", async () => {
  let photo = 1;
  const { article: read, url } = await world(
    {
      "/old": say(302, { location: "/1" }),
      "/1": (_, response) => response.writeHead(200, html).end(page(photo < 3 ? "Kızılay" : "Kızılay açtı")),
    },
    {
      extract: (seen) => {
        const read = extract(seen);
        return read.kind === "read"
          ? { ...read, article: { ...read.article, photo: `https://cdn.example/${photo++}`, updated: photo } }
          : read;
      },
    },
  );
  const [one, two, three] = [await read("/old"), await read("/1"), await read("/1")];
  expect(one).toMatchObject({
    kind: "read",
    article: { link: `${url}/1` },
    hash: expect.stringMatching(/^[\da-f]{64}$/) as unknown,
  });
  const hashes = [one, two, three].map((outcome) => (outcome.kind === "read" ? outcome.hash : null));
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
});

test("an item without link has no page", async () => {
  const { article } = await world({});
  expect(await article("")).toEqual({ kind: "failed", why: "the item has no link", layout: false });
});
