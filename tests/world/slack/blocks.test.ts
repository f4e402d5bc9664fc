import { describe, expect, test } from "vitest";
import { messageFaults, viewFaults } from "./blocks.js";
import type { Json } from "./shapes.js";

const a = (length: number) => "a".repeat(length);
const plain = (length: number): Json => ({ type: "plain_text", text: a(length) });
const mrkdwn = (length: number): Json => ({ type: "mrkdwn", text: a(length) });
const times = (count: number, one: Json): Json[] => Array.from({ length: count }, () => one);
const button = (more: { [key: string]: Json } = {}): Json => ({ type: "button", text: plain(75), ...more });
const actions = (...elements: Json[]): Json => ({ type: "actions", elements });
const rich = (...elements: Json[]): Json => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});
const item: Json = { type: "rich_text_section", elements: [{ type: "text", text: "a" }] };
const option: Json = { text: plain(75), value: a(150) };

test.each<[what: string, block: Json]>([
  ["section text of 3,000", { type: "section", text: mrkdwn(3000) }],
  ["10 fields of 2,000", { type: "section", fields: times(10, mrkdwn(2000)) }],
  ["header of 150", { type: "header", text: plain(150) }],
  ["a context of 10", { type: "context", elements: times(10, mrkdwn(100)) }],
  ["25 buttons", actions(...times(25, button()))],
  ["a button with all it may have", actions(button({ action_id: a(255), value: a(2000), style: "danger" }))],
  ["a button that links", actions(button({ url: `https://aa.invalid/${a(2900)}` }))],
  ["a picture", { type: "image", image_url: "https://aa.invalid/a.png", alt_text: "a" }],
  ["a menu", actions({ type: "static_select", options: [option], initial_option: option })],
  [
    "bold text and a link",
    rich({ type: "text", text: "a", style: { bold: true } }, { type: "link", url: "https://a.b" }),
  ],
  ["a list", { type: "rich_text", elements: [{ type: "rich_text_list", style: "bullet", elements: [item] }] }],
])("taken: %s", (_what, block) => {
  expect(messageFaults([block])).toEqual([]);
});

test.each<[what: string, block: Json, fault: string]>([
  ["section text of 3,001", { type: "section", text: mrkdwn(3001) }, "less than 3001 characters"],
  ["an empty section text", { type: "section", text: mrkdwn(0) }, "more than 0 characters"],
  ["an empty section", { type: "section" }, "text or fields"],
  ["11 fields", { type: "section", fields: times(11, mrkdwn(1)) }, "no more than 10 items"],
  ["a field of 2,001", { type: "section", fields: [mrkdwn(2001)] }, "less than 2001"],
  ["header of 151", { type: "header", text: plain(151) }, "less than 151"],
  ["header in mrkdwn", { type: "header", text: mrkdwn(1) }, "unsupported type: mrkdwn"],
  ["11 in a context", { type: "context", elements: times(11, mrkdwn(1)) }, "no more than 10"],
  ["a button in a context", { type: "context", elements: [button()] }, "unsupported type: button"],
  ["26 buttons", actions(...times(26, button())), "no more than 25"],
  ["no button", actions(), "at least 1"],
  ["button text of 76", actions({ type: "button", text: plain(76) }), "less than 76"],
  ["button value of 2,001", actions(button({ value: a(2001) })), "less than 2001"],
  ["action_id of 256", actions(button({ action_id: a(256) })), "less than 256"],
  ["one action_id twice", actions(button({ action_id: "x" }), button({ action_id: "x" })), "already exists: x"],
  ["block_id of 256", { type: "divider", block_id: a(256) }, "less than 256"],
  ["url of 3,001", actions(button({ url: `https://${a(2993)}` })), "less than 3001"],
  ["url without http", actions(button({ url: "javascript:alert(1)" })), "does not match"],
  ["a style of our own", actions(button({ style: "green" })), "primary, danger"],
  ["a picture without words", { type: "image", image_url: "https://a.b/c.png" }, "missing required field: alt_text"],
  ["a picture from a file", { type: "image", image_url: "file:///a.png", alt_text: "a" }, "does not match"],
  ["a picture of nothing", { type: "image", alt_text: "a" }, "missing required field: image_url"],
  ["a field of our own", { type: "section", text: mrkdwn(1), colour: "red" }, "invalid additional property: colour"],
  ["a block of our own", { type: "quote", text: mrkdwn(1) }, "unsupported type: quote"],
  ["text that is only a string", { type: "section", text: "a" }, "must be an object"],
  ["an empty rich text", rich({ type: "text", text: "" }), "more than 0"],
  ["a rich text of our own", rich({ type: "spoiler", text: "a" }), "unsupported type: spoiler"],
  ["a link to a script", rich({ type: "link", url: "javascript:alert(1)" }), "does not match"],
  ["a menu with nothing in it", actions({ type: "static_select" }), "needs options"],
  [
    "a choice of nothing",
    actions({ type: "static_select", options: [option], initial_option: { text: plain(1), value: "b" } }),
    "among",
  ],
  ["101 options", actions({ type: "static_select", options: times(101, option) }), "no more than 100"],
])("refused: %s", (_what, block, fault) => {
  expect(messageFaults([block]).join("\n")).toContain(fault);
});

test("one block_id stands once in a message", () => {
  const twice = times(2, { type: "divider", block_id: "x" });
  expect(messageFaults(twice).join()).toContain("`block_id` already exists: x");
});

describe("views", () => {
  const modal = (more: { [key: string]: Json } = {}): Json => ({
    type: "modal",
    title: plain(24),
    blocks: [],
    ...more,
  });
  const input: Json = { type: "input", label: plain(1), element: { type: "plain_text_input" } };
  test.each<[what: string, view: Json, type: "modal" | "home"]>([
    ["a modal", modal({ private_metadata: a(3000), callback_id: a(255) }), "modal"],
    ["100 blocks", modal({ blocks: times(100, { type: "divider" }) }), "modal"],
    ["one that asks", modal({ blocks: [input], submit: plain(24) }), "modal"],
    ["a home page", { type: "home", blocks: [] }, "home"],
  ])("taken: %s", (_what, view, type) => {
    expect(viewFaults(view, type)).toEqual([]);
  });

  test.each<[what: string, view: Json, type: "modal" | "home", fault: string]>([
    ["a title of 25", modal({ title: plain(25) }), "modal", "less than 25"],
    ["no title", { type: "modal", blocks: [] }, "modal", "missing required field: title"],
    ["101 blocks", modal({ blocks: times(101, { type: "divider" }) }), "modal", "no more than 100"],
    ["private_metadata of 3,001", modal({ private_metadata: a(3001) }), "modal", "less than 3001"],
    ["asking without a button", modal({ blocks: [input] }), "modal", "missing required field: submit"],
    ["a submit of 25", modal({ submit: plain(25) }), "modal", "less than 25"],
    ["a modal as home page", modal(), "home", "must be one of: home"],
    ["a home page with a title", { type: "home", blocks: [], title: plain(1) }, "home", "additional property: title"],
    ["markdown in a view", modal({ blocks: [{ type: "markdown", text: "a" }] }), "modal", "unsupported type: markdown"],
  ])("refused: %s", (_what, view, type, fault) => {
    expect(viewFaults(view, type).join("\n")).toContain(fault);
  });
});
