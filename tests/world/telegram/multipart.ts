import { refuse } from "./refuse.js";

/** One part of a form; with a filename it is a file. */
export interface Part {
  name: string;
  filename?: string;
  type: string;
  bytes: Buffer;
}

/** Reads a multipart/form-data body, as freely spaced as clients write it; refuses what is none. */
export function readParts(body: Buffer, contentType: string): Part[] {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType) ?? [];
  const boundary = quoted ?? bare ?? broken();
  const mark = Buffer.from(`\r\n--${boundary}`);
  const whole = Buffer.concat([Buffer.from("\r\n"), body]);
  const parts: Part[] = [];
  let at = whole.indexOf(mark);
  for (;;) {
    if (at === -1) broken();
    at += mark.length;
    if (whole.subarray(at, at + 2).toString() === "--") return parts;
    const end = whole.indexOf(mark, at);
    const gap = whole.indexOf("\r\n\r\n", at);
    if (end === -1 || gap === -1 || gap > end) broken();
    parts.push(readPart(whole.subarray(at, gap).toString(), whole.subarray(gap + 4, end)));
    at = end;
  }
}

function readPart(head: string, bytes: Buffer): Part {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? broken();
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1] ?? broken();
  const [, quoted, bare] = /(?:^|;)\s*filename=(?:"([^"]*)"|([^;"]+))/i.exec(disposition) ?? [];
  const filename = quoted ?? bare;
  const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? "application/octet-stream";
  return { name, type, bytes, ...(filename === undefined ? {} : { filename }) };
}

function broken(): never {
  return refuse(400, "can't parse multipart/form-data");
}
