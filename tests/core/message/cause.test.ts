import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { causeText } from "../../../src/core/message/cause.js";
import { words } from "./locales.js";

test.each([
  ["answered 503", "site HTTP 503 yanıtı verdi", "the site answered HTTP 503"],
  ["HTTP 403", "site HTTP 403 yanıtı verdi", "the site answered HTTP 403"],
  [
    "not a feed: <html><body>",
    "bu bir akış değil, şöyle başlıyor: <html><body>",
    "this is no feed, it begins like this: <html><body>",
  ],
  ["not a feed: empty", "yanıt boş", "the answer is empty"],
  [
    "larger than 10485760 bytes",
    "yanıt çok büyük (10.485.760 bayttan fazla)",
    "the answer is too large (more than 10,485,760 bytes)",
  ],
  [
    "the connection failed (CERT_HAS_EXPIRED)",
    "bağlantı kurulamadı (CERT_HAS_EXPIRED)",
    expect.stringMatching(/^the connection failed \(CERT/u),
  ],
  [
    "robots.txt of a.example: the connection was refused",
    "a.example sitesinin robots.txt dosyası okunamadı: sunucu bağlantıyı reddetti",
    expect.stringMatching(/could not be read: the server refused/u),
  ],
  [
    "redirect: port 8080 is not allowed",
    "yönlendirme: 8080 numaralı bağlantı noktasına izin yok",
    expect.stringMatching(/port 8080/u),
  ],
  [
    "the person blocked the bot (Forbidden: bot was blocked by the user)",
    "kişi botu engelledi (Forbidden: bot was blocked by the user)",
    expect.stringMatching(/^the person blocked the bot \(/u),
  ],
  [
    "token_revoked; install the app again and set its new token",
    "token_revoked; uygulamayı yeniden kurun ve yeni token'ını ayarlayın",
    expect.stringMatching(/^token_revoked; install/u),
  ],
  [
    "Telegram did not answer in time; sent 3 times without an answer",
    "Telegram'a ulaşılamıyor; 3 kez gönderildi, yanıt gelmedi",
    expect.stringMatching(/sent 3 times/u),
  ],
  ["something that nobody foresaw", "something that nobody foresaw", "something that nobody foresaw"],
  ["", "", ""],
])("%s", (why, turkish, english) => {
  expect(causeText(why, words("tr"))).toBe(turkish);
  expect(causeText(why, words("en"))).toEqual(english);
});

const source = fileURLToPath(new URL("../../../src/", import.meta.url));
const read = (folder: string, names: readonly string[]) =>
  names.map((name) => readFileSync(join(source, folder, name), "utf8")).join("\n");
/** What is said of pages of stories, which nobody is told. */
const ofPages = /^(?:page |the item has no link|not a page)/u;

/** The sentences in what the program is written in: behind `why:` and in tables of causes, what is filled in being a word or a number. */
function causesIn(text: string, form: RegExp): string[] {
  return [...text.matchAll(form)]
    .map(
      ([, quoted, filled]) =>
        quoted ?? (filled ?? "").replaceAll(/\$\{[^}]*(?:status|limit|max|port)[^}]*\}/giu, "7777"),
    )
    .map((cause) => cause.replace(/HTTP 7777|answered 7777/u, "HTTP 777").replaceAll(/\$\{[^}]*\}/gu, "x"))
    .filter((cause) => cause.length > 3 && !ofPages.test(cause));
}

const feeds = readdirSync(join(source, "feeds")).filter((name) => name.endsWith(".ts"));
const written = [
  ...causesIn(read("feeds", feeds), /why: (?:"([^"]+)"|`([^`]+)`)/gu),
  ...causesIn(read("feeds", ["download.ts"]), /^ {2}[A-Z_]+: "([^"]+)",$/gmu),
  ...causesIn(read("feeds", ["address.ts", "fetch.ts"]), /(?:return|forbiddenError\() ?(?:"([^"]+)"|`([^`]+)`)/gu),
  ...causesIn(read("chat/telegram", ["outcome.ts"]), /^ {2}\[40\d, .*"([^"]+)"\],$/gmu),
  ...causesIn(read("chat/slack", ["happenings.ts"]), /(?:why: |leaving\()"([^"]+)"/gu),
  ...causesIn(read("chat/slack", ["outcome.ts"]), /^ {2}[a-z_]+: "([^"]{12,})",$/gmu),
];

test("every cause that the code gives is said in Turkish", () => {
  expect(written.length).toBeGreaterThan(60);
  const notSaid = new Set(["it stands there already", "the post to edit was deleted", "this post cannot be edited"]);
  const left = written.filter((cause) => causeText(cause, words("tr")) === cause && !notSaid.has(cause));
  expect(left).toEqual([]);
});
