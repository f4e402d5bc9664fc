import { forbiddenUrl } from "./address.js";
import { forbiddenBy } from "./fetch.js";
import type { NetworkSettings } from "./network.js";
import { userAgent } from "./network.js";
import type { Turn } from "./pacing.js";

/** What came of a download. No sentence in it carries a query, a user name or a password. */
export type Download =
  | {
      kind: "answer";
      status: number;
      headers: Headers;
      /** Empty unless the status is 2xx. */
      bytes: Uint8Array;
      /** The connection ended, or the limit was reached where that is allowed, before the whole body had come. */
      cut: boolean;
      /** The address that answered. */
      url: string;
      /** Where 301 and 308 lead before any temporary redirect; null if nowhere. */
      movedTo: string | null;
    }
  | { kind: "forbidden"; why: string; /** A redirect led there: the first address itself may be read. */ astray?: true }
  | { kind: "failed"; why: string; /** The redirects lead nowhere. */ astray?: true };

/** How much is read of an address, and in what order. */
export interface DownloadOptions {
  headers?: Record<string, string>;
  /** Bytes after decompression. */
  limit: number;
  /** A body over the limit is cut there instead of refused. */
  cutAtLimit?: boolean;
  /** Milliseconds for all hops together, waiting for the host's turn not counted. */
  deadline: number;
  /** Before others that wait for the same host. */
  urgent: boolean;
  /** Asked before each hop; anything but null ends the download with it. */
  check?: (url: URL) => Promise<Download | null>;
}

/** What downloads are made with. `fetch` must follow no redirects by itself; `signal` ends what is under way. */
export interface DownloadParts {
  fetch: typeof fetch;
  network: NetworkSettings;
  /** Of the program, for the User-Agent; left out there where it is not given. */
  version?: string | undefined;
  turn: Turn;
  clock: () => number;
  signal?: AbortSignal;
}

const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const permanent = new Set([301, 308]);

const causes: Record<string, string> = {
  ENOTFOUND: "the host's name is not known",
  EAI_AGAIN: "the host's name could not be looked up",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was reset",
  ETIMEDOUT: "the connection timed out",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the network cannot be reached",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  UND_ERR_HEADERS_TIMEOUT: "the server was too slow",
  UND_ERR_BODY_TIMEOUT: "the server was too slow",
  UND_ERR_HEADERS_OVERFLOW: "the headers are too large",
  UND_ERR_SOCKET: "the connection was closed early",
};

/** Messages of the network library can carry the whole address: only its codes go on. */
function reason(error: unknown): string {
  let code = "";
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") code = at.code;
  }
  return causes[code] ?? (code === "" ? "the connection failed" : `the connection failed (${code})`);
}

async function readBody(body: ReadableStream<Uint8Array> | null, limit: number, cutAtLimit: boolean) {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let over = false;
  let broken: unknown = null;
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      chunks.push(cutAtLimit ? part.value.subarray(0, limit - length) : part.value);
      length += part.value.byteLength;
      over = length > limit;
      if (over) break;
    }
  } catch (error) {
    broken = error;
  }
  if (over && !cutAtLimit) return null;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), cut: over || broken !== null, broken };
}

/** Follows a download over at most five redirects, each hop checked, paced and timed; never throws for what servers do. */
export function createDownload({ fetch, network, version, turn, clock, signal }: DownloadParts) {
  const agent = userAgent(network, version);

  /** One request; a string is the address that it redirects to. */
  async function hop(
    url: URL,
    options: DownloadOptions,
    deadline: number,
  ): Promise<Download | { to: string; status: number }> {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const timer = setTimeout(stop, Math.max(0, deadline));
    signal?.addEventListener("abort", stop);
    try {
      const headers = { "user-agent": agent, ...options.headers };
      const response = await fetch(url, { headers, redirect: "manual", signal: controller.signal });
      const { status } = response;
      const location = response.headers.get("location");
      if (redirects.has(status) && location !== null) return { to: location, status };
      const answer = { kind: "answer" as const, status, headers: response.headers, url: url.href, movedTo: null };
      if (!response.ok) return { ...answer, bytes: new Uint8Array(), cut: false };
      const tooLarge = `larger than ${options.limit} bytes`;
      const declared = Number(response.headers.get("content-length") ?? 0);
      if (declared > options.limit && options.cutAtLimit !== true) return { kind: "failed", why: tooLarge };
      const body = await readBody(response.body, options.limit, options.cutAtLimit === true);
      if (body === null) return { kind: "failed", why: tooLarge };
      if (controller.signal.aborted) throw body.broken;
      if (body.broken !== null && body.bytes.byteLength === 0) return { kind: "failed", why: reason(body.broken) };
      return { ...answer, bytes: body.bytes, cut: body.cut };
    } catch (error) {
      const forbidden = forbiddenBy(error);
      if (forbidden !== null) return { kind: "forbidden", why: forbidden };
      if (signal?.aborted === true) return { kind: "failed", why: "stopped" };
      if (controller.signal.aborted) return { kind: "failed", why: "no complete answer in time" };
      return { kind: "failed", why: reason(error) };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      // Lets go of a body that nobody reads.
      controller.abort();
    }
  }

  return async function download(address: string, options: DownloadOptions): Promise<Download> {
    if (!URL.canParse(address)) return { kind: "forbidden", why: "not an address" };
    let url = new URL(address);
    let movedTo: string | null = null;
    let onlyPermanent = true;
    let left = options.deadline;
    for (let redirected = 0; redirected <= maxRedirects; redirected++) {
      const why = forbiddenUrl(url, network);
      if (why !== null && redirected > 0) return { kind: "forbidden", why: `redirect: ${why}`, astray: true };
      if (why !== null) return { kind: "forbidden", why };
      const refused = (await options.check?.(url)) ?? null;
      if (refused !== null) return refused;
      const here = url;
      const result = await turn(url.host, options.urgent, async () => {
        const start = clock();
        const outcome = await hop(here, options, left);
        left -= Math.max(0, clock() - start);
        return outcome;
      }).catch((error: unknown) => {
        if (signal?.aborted === true) return { kind: "failed" as const, why: "stopped" };
        throw error;
      });
      if ("kind" in result) {
        if (result.kind === "answer") return { ...result, movedTo };
        return result.kind === "forbidden" && redirected > 0 ? { ...result, astray: true } : result;
      }
      if (!URL.canParse(result.to, url.href)) return { kind: "failed", why: "redirect: not an address", astray: true };
      const next = new URL(result.to, url);
      if (next.hash === "") next.hash = url.hash;
      if (url.protocol === "https:" && next.protocol === "http:") {
        return { kind: "forbidden", why: "redirect: from https to http", astray: true };
      }
      onlyPermanent &&= permanent.has(result.status);
      if (onlyPermanent) movedTo = next.href;
      url = next;
    }
    return { kind: "failed", why: `more than ${maxRedirects} redirects`, astray: true };
  };
}

/** See `createDownload`. */
export type GetDownload = ReturnType<typeof createDownload>;
