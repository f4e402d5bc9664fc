import { createHmac, timingSafeEqual } from "node:crypto";

/** How far Slack's clock and ours may stand apart in a request, in ms; to both sides. */
const leeway = 5 * 60_000;

/** A request as it came: `timestamp` and `signature` are its headers, the body is raw. */
export interface Signed {
  timestamp: string;
  signature: string;
  body: Buffer;
}

/** Whether the request is Slack's, by signature v0, and of this time: neither old nor from the future. */
export function isSigned({ timestamp, signature, body }: Signed, secret: string, now: number): boolean {
  if (!/^\d{1,12}$/u.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1_000) > leeway) return false;
  const expected = Buffer.from(
    `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
