import { describe, expect, test } from "vitest";
import { platforms, talk } from "./talk.js";

/** A door whose links say whom they are for. */
const web = { link: (role: string) => `https://tellal.example/enter?ticket=${role}` };

describe.each(platforms)("on %s", (platform) => {
  test("/web gives a link that lets in once", async () => {
    const { at } = await talk({ web });
    const [told] = await (await at(platform)).types("web");
    expect(told?.text).toContain("15 dakika");
  });

  test("without an address for browsers it says what is missing", async () => {
    for (const parts of [{}, { web: null }, { web: { link: () => null } }]) {
      const { at } = await talk(parts);
      expect((await (await at(platform)).types("web"))[0]?.text).toContain("WEB_PORT");
    }
  });
});

test.each([
  ["telegram:5", "telegram:5", true, "operator"],
  ["telegram:5", "telegram:5", false, "reader"],
  ["telegram:-100", "telegram:5", true, "reader"],
  ["telegram:-100", "telegram:-100", true, "reader"],
  ["slack:T1/D7", "slack:T1/U5", true, "operator"],
  ["slack:T1/C7", "slack:T1/U5", true, "reader"],
])("in %s, for %s (an administrator: %s), the link is one of an %s", async (chat, from, isAdmin, role) => {
  const { ears } = await talk({ web, admins: isAdmin ? [from] : [] });
  const reply = await ears.answer({ chat, from, words: ["/web"], language: "en", isAdmin: async () => false });
  expect(JSON.stringify(reply?.messages)).toContain(`ticket=${role}`);
});
