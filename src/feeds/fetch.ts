import type { LookupAddress } from "node:dns";
import { lookup as dnsLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import type { RequestInit as UndiciInit } from "undici";
import { Agent, buildConnector, fetch as undiciFetch } from "undici";
import { forbiddenHost, forbiddenUrl, isAllowedPrivate, isPublicAddress } from "./address.js";
import type { NetworkSettings } from "./network.js";

/** All addresses of a name, or the error that there is none. */
export type Resolve = (host: string, done: (error: Error | null, answers: LookupAddress[]) => void) => void;

/** What the safe `fetch` is made with. */
export interface FetchParts {
  network: Pick<NetworkSettings, "allowPrivateHosts" | "ports">;
  /** For tests; the system's resolver otherwise. */
  resolve?: Resolve;
}

const marker = "TELLAL_FORBIDDEN";

function forbiddenError(why: string): Error {
  return Object.assign(new Error(why), { code: marker });
}

/** The reason, where a rejection of `createFetch` means that the address is not allowed; otherwise null. */
export function forbiddenBy(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && at.code === marker) return at.message;
  }
  return null;
}

const systemResolve: Resolve = (host, done) => dnsLookup(host, { all: true }, done);

/**
 * A look-up for `net.connect` that fails unless every answer is public. The connection is made to these very answers, so
 * a name that answers differently the next time (DNS rebinding) gains nothing.
 */
export function guardLookup({ network, resolve = systemResolve }: FetchParts): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, answers) => {
      if (error !== null) {
        callback(error, "");
        return;
      }
      const bad = isAllowedPrivate(host, network) ? undefined : answers.find((a) => !isPublicAddress(a.address));
      const first = answers[0];
      if (bad !== undefined) callback(forbiddenError(`${host} leads to ${bad.address}, not a public address`), "");
      else if (first === undefined) callback(Object.assign(new Error("no answer"), { code: "ENOTFOUND" }), "");
      else if (options.all === true) callback(null, answers);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * The platform's `fetch`, made safe to point at addresses that strangers wrote: http and https only, no credentials, the
 * allowed ports, and never a private, loopback or otherwise special address, literal or resolved. It does not follow
 * redirects unless asked, and takes nothing but the address of a `Request`. A forbidden address rejects; `forbiddenBy` tells why.
 */
export function createFetch({ network, resolve }: FetchParts): typeof fetch {
  const connect = buildConnector({
    timeout: 10_000,
    lookup: guardLookup(resolve === undefined ? { network } : { network, resolve }),
  });
  const dispatcher = new Agent({
    maxHeaderSize: 32 * 1024,
    headersTimeout: 60_000,
    bodyTimeout: 60_000,
    connect(options, callback) {
      // undici calls no look-up for literal addresses.
      const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
      const why = forbiddenHost(options.hostname, port, network);
      if (why === null) connect(options, callback);
      else callback(forbiddenError(why), null);
    },
  });
  return async (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof URL ? input : new URL(typeof input === "string" ? input : input.url);
    const why = forbiddenUrl(address, network);
    if (why !== null) throw new TypeError("fetch failed", { cause: forbiddenError(why) });
    return undiciFetch(address, { redirect: "manual", ...(init as UndiciInit | undefined), dispatcher });
  };
}
