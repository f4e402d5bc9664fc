/** The host of an address, with its port if it names one; empty if it is no address. */
export function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : "";
}
