import type { Person, Workspace } from "./state.js";
import type { World } from "./world.js";

/** A page as a person sees it in the browser. */
interface Page {
  status: number;
  text: string;
}

/** What somebody does in Slack's page: lets the app in, or not; `change` alters the address that Slack sends the browser back to. */
interface Consent {
  allow?: boolean;
  change?: (back: URL) => URL;
  language?: string;
}

/** A person's browser, signed in to Slack, with cookies of its own. */
export function createBrowser({ oauth }: World, team: Workspace, person: Person) {
  const cookies = new Map<string, string>();

  async function get(url: string | URL, language = "tr-TR,tr;q=0.9"): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "accept-language": language, ...(cookie === "" ? {} : { cookie }) };
    const response = await fetch(url, { headers, redirect: "manual" });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
      if (/expires=Thu, 01 Jan 1970/iu.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  const pageOf = async (response: Response): Promise<Page> => ({
    status: response.status,
    text: await response.text(),
  });

  return {
    /** Opens any address of the app's. */
    opens: async (url: string | URL): Promise<Page> => pageOf(await get(url)),
    /** Goes from the app's page to Slack's, answers there, and comes back; `back` is the address that Slack sent the browser to. */
    async installs(
      url: string,
      { allow = true, change = (back) => back, language }: Consent = {},
    ): Promise<Page & { back: URL }> {
      const away = await get(url, language);
      await away.text();
      const there = new URL(away.headers.get("location") ?? "");
      const back = change(oauth.authorize(there, team, person, allow));
      return { ...(await pageOf(await get(back, language))), back };
    },
  };
}
