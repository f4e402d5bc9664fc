import { expect, test } from "vitest";
import { decode } from "../../src/feeds/decode.js";

/** Bytes of a text in windows-1254 (ISO-8859-9 is the same for these letters) or windows-1251. */
function encode(text: string, label: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(new TextDecoder(label).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 0x3f);
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const join = (...parts: (Uint8Array | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Uint8Array.from(part))));

const xml = (label: string | null) =>
  `<?xml version="1.0"${label === null ? "" : ` encoding="${label}"`}?><rss><title>`;
const turkish = "Kızılay'ın İğdır, Çeşme ve Şırnak’taki gönüllüleri “büyük” bir ödül aldı: çığ, ğ, Ö, Ü";
const russian = "Красный Полумесяц направил помощь в Бишкек и Ташкент";
const icelandic = "windows-1252";

type Case = [name: string, bytes: Uint8Array, contentType: string | null, expected: string];
const whole = (label: string | null, text = turkish) => `${xml(label)}${text}`;

const cases: Case[] = [
  ["UTF-8, no label", utf8(whole(null)), null, whole(null)],
  ["UTF-8 with mark", join([0xef, 0xbb, 0xbf], utf8(whole("utf-8"))), null, whole("utf-8")],
  [
    "UTF-8 with mark, labelled windows-1254",
    join([0xef, 0xbb, 0xbf], utf8(whole("windows-1254"))),
    null,
    whole("windows-1254"),
  ],
  ["UTF-16 LE with mark", join([0xff, 0xfe], utf16le(whole("utf-16"))), null, whole("utf-16")],
  ["UTF-16 BE with mark", join([0xfe, 0xff], utf16be(whole("utf-16"))), null, whole("utf-16")],
  ["UTF-16 LE without mark", utf16le(whole("utf-16")), null, whole("utf-16")],
  ["UTF-16 BE without mark", utf16be(whole("utf-16")), null, whole("utf-16")],
  ["UTF-16 LE without mark, labelled UTF-8", utf16le(whole("utf-8")), "application/xml; charset=utf-8", whole("utf-8")],
  ["UTF-16 LE with an odd byte at the end", join(utf16le(whole(null)), [0x20]), null, `${whole(null)}\ufffd`],
  ["windows-1254, declared", encode(whole("windows-1254"), "windows-1254"), null, whole("windows-1254")],
  ["ISO-8859-9, declared", encode(whole("iso-8859-9"), "windows-1254"), null, whole("iso-8859-9")],
  ["windows-1254 by header", encode(whole(null), "windows-1254"), "text/xml; charset=windows-1254", whole(null)],
  ["windows-1254 without label", encode(whole(null), "windows-1254"), "application/xml", whole(null)],
  ["windows-1254 labelled UTF-8", encode(whole("utf-8"), "windows-1254"), "text/xml; charset=utf-8", whole("utf-8")],
  ["windows-1254 labelled ISO-8859-1", encode(whole("iso-8859-1"), "windows-1254"), null, whole("iso-8859-1")],
  ["windows-1254 labelled UTF-16", encode(whole("utf-16"), "windows-1254"), null, whole("utf-16")],
  [
    "windows-1254, header says windows-1252, declaration is right",
    encode(whole("windows-1254"), "windows-1254"),
    `text/xml; charset=${icelandic}`,
    whole("windows-1254"),
  ],
  ["UTF-8 labelled windows-1254", utf8(whole("windows-1254")), "text/xml; charset=windows-1254", whole("windows-1254")],
  ["UTF-8 labelled ISO-8859-9", utf8(whole("iso-8859-9")), null, whole("iso-8859-9")],
  ["UTF-8 labelled UTF-16", utf8(whole("utf-16")), null, whole("utf-16")],
  ["UTF-8, header against declaration", utf8(whole("utf-8")), "text/xml; charset=iso-8859-1", whole("utf-8")],
  ["UTF-8 with an unknown label", utf8(whole("klingon-8")), "text/xml; charset=", whole("klingon-8")],
  ["windows-1254 with an unknown label", encode(whole("klingon-8"), "windows-1254"), null, whole("klingon-8")],
  [
    "windows-1251, declared",
    encode(whole("windows-1251", russian), "windows-1251"),
    null,
    whole("windows-1251", russian),
  ],
  [
    "windows-1251 by header, declared UTF-8",
    encode(whole("utf-8", russian), "windows-1251"),
    "text/xml; charset=windows-1251",
    whole("utf-8", russian),
  ],
  [
    "a page's meta",
    encode(`<html><meta charset=windows-1251><p>${russian}`, "windows-1251"),
    "text/html",
    `<html><meta charset=windows-1251><p>${russian}`,
  ],
  [
    "a page's http-equiv",
    encode(`<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>${russian}`, "windows-1251"),
    "text/html",
    `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>${russian}`,
  ],
  [
    "three bad bytes in good UTF-8",
    join(utf8(whole("utf-8")), [0xff], utf8(turkish), [0xc0], utf8(turkish), [0xfd]),
    null,
    `${whole("utf-8")}\ufffd${turkish}\ufffd${turkish}\ufffd`,
  ],
  [
    "bad bytes in good UTF-8 labelled windows-1254",
    join(utf8(turkish), [0xfe], utf8(turkish)),
    "text/xml; charset=windows-1254",
    `${turkish}\ufffd${turkish}`,
  ],
  [
    "one bad byte in UTF-8 of plain letters",
    join(utf8(`${xml("utf-8")}Red Crescent `), [0xff], utf8("aid")),
    null,
    `${xml("utf-8")}Red Crescent \ufffdaid`,
  ],
  ["UTF-8 cut inside its only letter", utf8(`${xml(null)}Kı`).subarray(0, -1), null, `${xml(null)}K\ufffd`],
  ["nothing", new Uint8Array(), null, ""],
];

test.each(cases)("%s", (_, bytes, contentType, expected) => {
  expect(decode(bytes, contentType)).toBe(expected);
});
