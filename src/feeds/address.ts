import ipaddr from "ipaddr.js";
import type { NetworkSettings } from "./network.js";

const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("2000::"), 3];

/**
 * Whether an IP address, as text, is one of the public internet. IPv4: nothing but plain unicast. IPv6: inside 2000::/3
 * (RFC 4291 §2.4) and none of its special blocks, so that mapped, compatible, NAT64, 6to4 and Teredo forms of a private
 * IPv4 address fail too (range names alone let `::127.0.0.1` through). Text that is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** A host as it is compared: lower case, without brackets and final dot. */
function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
}

/** Whether the operator allows this host to be private. */
export function isAllowedPrivate(host: string, network: Pick<NetworkSettings, "allowPrivateHosts">): boolean {
  const bare = bareHost(host);
  return network.allowPrivateHosts.some((allowed) => bareHost(allowed) === bare);
}

const defaultPorts: Record<string, number> = { "http:": 80, "https:": 443 };

/**
 * Why an address must not be asked, as far as it shows without a look-up; null where it may. Names are judged again by
 * their answers when the connection is made. The sentence names at most scheme, host and port: nothing secret.
 */
export function forbiddenUrl(url: URL, network: Pick<NetworkSettings, "allowPrivateHosts" | "ports">): string | null {
  const port = defaultPorts[url.protocol];
  if (port === undefined) return `${url.protocol} is not http or https`;
  if (url.username !== "" || url.password !== "") return "the address carries a user name or password";
  if (isAllowedPrivate(url.hostname, network)) return null;
  return forbiddenHost(url.hostname, url.port === "" ? port : Number(url.port), network);
}

/** The same for a host and port alone; a literal address is checked here because no look-up will follow. */
export function forbiddenHost(
  host: string,
  port: number,
  network: Pick<NetworkSettings, "allowPrivateHosts" | "ports">,
): string | null {
  if (isAllowedPrivate(host, network)) return null;
  if (!network.ports.includes(port)) return `port ${port} is not allowed`;
  const bare = bareHost(host);
  if (ipaddr.isValid(bare) && !isPublicAddress(bare)) return `${bare} is not a public address`;
  return null;
}
