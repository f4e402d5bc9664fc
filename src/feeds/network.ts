/** The `network` part of the configuration, as this folder needs it. */
export interface NetworkSettings {
  /** Address or mailbox that a site's owner can write to; may be empty. */
  contact: string;
  /** Replaces the whole User-Agent where it is not empty. */
  userAgent: string;
  /** Host names or addresses that may be private and use any port: intranets and tests. */
  allowPrivateHosts: string[];
  ports: number[];
  /** Milliseconds between the starts of two requests to one host. */
  perHostDelay: number;
}

/** What robots.txt calls us. */
export const productToken = "Tellal";

/** `Tellal/1.0.0 (+contact)`, or without a version `Tellal (+contact)`: who we are and where to complain. Characters that a header cannot carry become `?`. */
export function userAgent(network: Pick<NetworkSettings, "contact" | "userAgent">, version?: string): string {
  const contact = network.contact.trim();
  const product = version === undefined ? productToken : `${productToken}/${version}`;
  const own = `${product}${contact === "" ? "" : ` (+${contact})`}`;
  return (network.userAgent.trim() || own).replaceAll(/[^\u0020-\u007e]/gu, "?");
}
