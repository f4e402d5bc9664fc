import { expect, test } from "vitest";
import type { Json } from "./shapes.js";
import { visibleOf } from "./visible.js";

const post = (text: string, blocks: Json[] | null = null, linkNames = false) => visibleOf({ text, blocks, linkNames });
const rich = (...elements: Json[]): Json => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

test.each<[source: string, shown: string, more: Partial<ReturnType<typeof post>>]>([
  ["düz yazı", "düz yazı", {}],
  ["AT&amp;T &lt;b&gt; &nbsp;", "AT&T <b> &nbsp;", {}],
  ["&lt;!channel&gt;", "<!channel>", { mentions: [] }],
  ["<!channel> bak", "@channel bak", { mentions: ["@channel"] }],
  ["<!here|here> <!everyone>", "@here @everyone", { mentions: ["@here", "@everyone"] }],
  ["<@U012AB3CD> <!subteam^S123>", "@U012AB3CD @S123", { mentions: ["U012AB3CD", "S123"] }],
  ["<https://a.b/?x=1&amp;y=2|AA>", "AA", { links: ["https://a.b/?x=1&y=2"] }],
  ["bak https://a.b/c.", "bak https://a.b/c.", { links: ["https://a.b/c."] }],
  ["*kalın* _eğik_ ~çizik~ `kod`", "kalın eğik çizik kod", { styled: ["kod", "kalın", "eğik", "çizik"] }],
  ["2*3*4 ve snake_case_ad", "2*3*4 ve snake_case_ad", { styled: [] }],
  ["#<#C1|genel>", "##genel", {}],
  ["@ayse @channel", "@ayse @channel", { mentions: [] }],
])("mrkdwn %j", (source, shown, more) => {
  expect(post(source)).toMatchObject({ text: shown, ...more });
});

test("names call people where the app lets Slack look for them", () => {
  expect(post("@ayse @channel", null, true).mentions).toEqual(["@ayse", "@channel"]);
});

test("of a post with blocks only the blocks are seen, but its notification calls people too", () => {
  const header: Json = { type: "header", text: { type: "plain_text", text: "*Başlık* <!here> &amp;" } };
  expect(post("<!channel> yedek", [header])).toEqual({
    text: "*Başlık* <!here> &amp;",
    mentions: ["@channel"],
    links: [],
    styled: [],
  });
});

test.each<[what: string, block: Json, shown: string, more: Partial<ReturnType<typeof post>>]>([
  [
    "rich text",
    rich(
      { type: "text", text: "*a* " },
      { type: "link", url: "https://a.b", text: "b" },
      { type: "user", user_id: "U1" },
      { type: "broadcast", range: "channel" },
    ),
    "*a* b@U1@channel",
    { links: ["https://a.b"], mentions: ["U1", "@channel"] },
  ],
  [
    "a list",
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_list",
          style: "bullet",
          elements: [1, 2].map((n) => ({ type: "rich_text_section", elements: [{ type: "text", text: `${n}` }] })),
        },
      ],
    },
    "• 1\n• 2",
    {},
  ],
  [
    "buttons",
    {
      type: "actions",
      elements: [
        { type: "button", text: { type: "plain_text", text: "Oku" }, url: "https://a.b" },
        { type: "button", text: { type: "plain_text", text: "Sustur" } },
      ],
    },
    "[Oku] [Sustur]",
    { links: ["https://a.b"] },
  ],
  [
    "a section",
    {
      type: "section",
      text: { type: "mrkdwn", text: "<@U1> *a*" },
      fields: [{ type: "plain_text", text: "<@U2>" }],
      accessory: { type: "image", image_url: "https://a.b/c.png", alt_text: "foto" },
    },
    "@U1 a\n<@U2>\n[image: foto]",
    { mentions: ["U1"] },
  ],
])("blocks: %s", (_what, block, shown, more) => {
  expect(post("", [block])).toMatchObject({ text: shown, ...more });
});
