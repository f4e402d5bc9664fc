import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isLoopback } from "../core/host.js";
import type { Role } from "./visit.js";

export interface AccessParts {
  /** The address that is listened at, the one that browsers use, and the secret that lets in. */
  host: string;
  url: string | null;
  token: string | null;
  /** A secret of this database: signs links and sessions. */
  key: string;
  /** Uses a ticket up; false if it was used before. */
  spend: (id: string, until: number, now: number) => Promise<boolean>;
}

export type Access = ReturnType<typeof createAccess>;

const minute = 60_000;
/** How long a link waits to be followed, and how long whoever was let in may stay; ms. */
const ticketLives = 15 * minute;
const sessionLives = 7 * 24 * 60 * minute;

export const sessionCookie = "tellal";

/**
 * Who may read. Where only this machine can connect, everybody who does; elsewhere who has the token, a session, or a ticket that a chat
 * gave out. Times are epoch ms.
 */
export function createAccess({ host, url, token, key, spend }: AccessParts) {
  const hosted = url === null ? null : new URL(url).hostname;
  const open = isLoopback(host) && token === null && (hosted === null || isLoopback(hosted));
  // Another token ends the sessions of the one before.
  const secret = createHmac("sha256", key)
    .update(token ?? "")
    .digest();

  const sign = (text: string) => createHmac("sha256", secret).update(text).digest("base64url");

  function signed(kind: string, parts: readonly (string | number)[]): string {
    const text = parts.join(".");
    return `${text}.${sign(`${kind} ${text}`)}`;
  }

  /** The parts of a signed text whose time is not over; null for any other. */
  function verified(kind: string, text: string, now: number): { role: Role; until: number; rest: string } | null {
    const end = text.lastIndexOf(".");
    if (end < 0 || !same(sign(`${kind} ${text.slice(0, end)}`), text.slice(end + 1))) return null;
    const [role = "", until = "", rest = ""] = text.slice(0, end).split(".");
    if ((role !== "reader" && role !== "operator") || !(Number(until) > now)) return null;
    return { role, until: Number(until), rest };
  }

  const isToken = (given: string) => token !== null && same(given, token);

  return {
    /** Whoever connects may read. */
    open,
    /** Where browsers find us, without a slash at the end; null where that was not said. */
    base: url === null ? null : url.replace(/\/$/u, ""),
    /** There is a token to ask for. */
    byToken: token !== null,
    /** Cookies only over TLS. */
    secure: url?.startsWith("https:") === true,

    /** A link that lets in once, for a quarter of an hour; null where browsers have no address to come to. */
    link(role: Role, now: number): string | null {
      if (url === null) return null;
      const ticket = signed("ticket", [role, now + ticketLives, randomBytes(12).toString("base64url")]);
      return `${url.replace(/\/$/u, "")}/enter?ticket=${ticket}`;
    },

    /** Whether a ticket would let in now. */
    isTicket: (ticket: string, now: number): boolean => verified("ticket", ticket, now) !== null,

    /** A session for a ticket, which is used up; null if it is none, over, or used. */
    async useTicket(ticket: string, now: number): Promise<string | null> {
      const found = verified("ticket", ticket, now);
      if (found === null || !(await spend(found.rest, found.until, now))) return null;
      return signed("session", [found.role, now + sessionLives]);
    },

    /** A session for the token; null for another one. */
    useToken: (given: string, now: number): string | null =>
      isToken(given) ? signed("session", ["operator", now + sessionLives]) : null,

    /** Who asks; null for a stranger. */
    roleOf(headers: IncomingHttpHeaders, now: number): Role | null {
      if (open) return isOwnName(headers) ? "operator" : null;
      const session = cookieOf(headers, sessionCookie);
      const found = session === null ? null : verified("session", session, now);
      if (found !== null) return found.role;
      const given = credentialOf(headers.authorization ?? "");
      return given !== null && isToken(given) ? "operator" : null;
    },
  };
}

/** A page of another site that has our address under its own name must not read us, nor what a proxy passes on. */
function isOwnName(headers: IncomingHttpHeaders): boolean {
  const passedOn = headers["x-forwarded-for"] ?? headers["forwarded"];
  return passedOn === undefined && isLoopback((headers.host ?? "").replace(/:\d+$/u, ""));
}

/** A cookie by name. */
export function cookieOf(headers: IncomingHttpHeaders, name: string): string | null {
  for (const part of (headers.cookie ?? "").split(";")) {
    const [key = "", value = ""] = part.trim().split("=", 2);
    if (key === name) return value;
  }
  return null;
}

/** What programs send: `Bearer <token>`, or a name and the token as a password. */
function credentialOf(authorization: string): string | null {
  const [kind = "", value = ""] = authorization.split(" ", 2);
  if (/^bearer$/iu.test(kind)) return value;
  if (!/^basic$/iu.test(kind)) return null;
  const text = Buffer.from(value, "base64").toString("utf8");
  return text.slice(text.indexOf(":") + 1);
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHmac("sha256", "same").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
