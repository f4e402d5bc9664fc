/** How many bytes of a text may be UTF-8, and what the others look like. */
interface Census {
  /** Well-formed sequences of two to four bytes. */
  good: number;
  /** Bytes that belong to no well-formed sequence. */
  bad: number;
  /** Bad bytes that windows-1254 reads as a Turkish letter or a typographic mark. */
  turkish: number;
}

/** ÇĞİÖŞÜçğıöşü, â î û, quotes, dashes, ellipsis, no-break space, degree: what a Turkish text in windows-1254 is made of. */
const turkishBytes = new Set([
  0xc7, 0xd0, 0xdd, 0xd6, 0xde, 0xdc, 0xe7, 0xf0, 0xfd, 0xf6, 0xfe, 0xfc, 0xc2, 0xce, 0xdb, 0xe2, 0xee, 0xfb, 0x85,
  0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xb0, 0xbb,
]);

/** Length of the sequence that a lead byte opens (RFC 3629), 0 if it opens none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

const isContinuation = (byte: number | undefined) => byte !== undefined && byte >> 6 === 0b10;

function census(bytes: Uint8Array): Census {
  const count: Census = { good: 0, bad: 0, turkish: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = sequenceLength(byte);
    let have = 1;
    while (have < length && isContinuation(bytes[at + have])) have++;
    // A sequence that the end of the text cuts off says nothing against UTF-8.
    if (length > 0 && (have === length || at + have === bytes.length)) {
      count.good++;
      at += have - 1;
    } else {
      count.bad++;
      if (turkishBytes.has(byte)) count.turkish++;
    }
  }
  return count;
}

/** Markup is ASCII: in UTF-16 without a mark every second byte of its first kilobyte is mostly zero. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const head = bytes.subarray(0, 1024);
  const even = head.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  const enough = Math.max(2, head.length / 5);
  if (odd >= enough && even <= odd / 10) return "utf-16le";
  return even >= enough && odd <= even / 10 ? "utf-16be" : null;
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** The encoding that a label names, where it is one byte-wise legacy encoding; labels lie about UTF-16 more than they help. */
function legacy(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label.trim());
    return encoding.startsWith("utf-") ? null : encoding;
  } catch {
    return null;
  }
}

/** windows-1252 is what servers say when they say nothing; its Turkish twin differs in six Icelandic letters only. */
const latin1 = "windows-1252";
const turkish = "windows-1254";

function choose(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes) ?? utf16(bytes);
  if (marked !== null) return marked;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1");
  const header = /charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType ?? "")?.[1];
  const declared =
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"'>]+)/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([^"'>;\s/]+)/i.exec(head)?.[1];
  const named = [legacy(header), legacy(declared)].filter((name) => name !== null);
  const label = named.find((name) => name !== latin1) ?? named[0];
  const { good, bad, turkish: letters } = census(bytes);
  // Plain ASCII: only then may the label of an escaping encoding (iso-2022-jp) matter.
  if (good === 0 && bad === 0) return label ?? "utf-8";
  // Legacy text hardly ever forms well-formed sequences by chance, so a text that mostly does is UTF-8 whatever its label.
  if (good >= bad) return "utf-8";
  if (label !== undefined) return label === latin1 ? turkish : label;
  const saysUtf8 = /^\s*utf-?8\s*$/i.test(header ?? declared ?? "");
  return saysUtf8 && letters * 2 < bad ? "utf-8" : turkish;
}

/**
 * Bytes of a feed or page as text (DESIGN §3 row 3): by byte order mark, else by what the bytes prove, else by the label of
 * header, XML declaration or `meta`, else windows-1254. A few bad bytes in UTF-8 become U+FFFD where they stand. Never fails.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  return new TextDecoder(choose(bytes, contentType)).decode(bytes);
}
