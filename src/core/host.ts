/** The host of an address, with its port if it names one; empty if it is no address. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : "";
}

/** Whether an address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u.test(host);
}
