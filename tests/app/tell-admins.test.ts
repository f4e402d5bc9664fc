import { expect, test } from "vitest";
import type { Notice } from "../../src/app/log.js";
import { createTellAdmins } from "../../src/app/tell-admins.js";
import { words } from "../core/message/locales.js";
import { hour, start } from "../store/open.js";
import { createWorld, rig } from "./rig.js";

const dead = (number: number): Notice => ({
  kind: "dead",
  delivery: `d${number}`,
  chat: `telegram:${number}`,
  why: `broken ${number}`,
});

test("admins are told once an hour of what is alike: a post that a thousand chats refuse is no thousand messages", async () => {
  const { process } = await rig();
  const { messenger, posts } = createWorld();
  let now = start;
  const parts = {
    store: process.store,
    admins: ["telegram:1"],
    messengers: new Map([["telegram", messenger]]),
    words,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const { happened: tell } = createTellAdmins({ ...parts, clock: () => now });
  for (let number = 0; number < 1_000; number += 1) tell(dead(number));
  tell({ kind: "gap", feed: "guncel", since: null });
  tell({ kind: "gap", feed: "dunya", since: null });
  tell({ kind: "closed", lane: "slack:T1", why: "revoked" });
  tell({ kind: "gone", chat: "telegram:7", why: "blocked" });
  await expect.poll(() => posts.length).toBe(4);
  expect(JSON.stringify(posts.map(({ message }) => message)).match(/telegram:\d+/gu)).toEqual(["telegram:0"]);
  now += hour;
  tell(dead(1_000));
  await expect.poll(() => posts.length).toBe(5);
  expect(posts.every(({ chat }) => chat === "telegram:1")).toBe(true);
  // Neither a restart nor an hour tells of a closed account again; who was added is told too.
  await process.store.audit.change({ who: "x", owner: null }, { kind: "admin-add", admin: "telegram:2" }, now);
  const { happened: anew } = createTellAdmins({ ...parts, clock: () => now });
  anew(dead(1_001));
  anew({ kind: "closed", lane: "slack:T1", why: "revoked" });
  anew({ kind: "gap", feed: "spor", since: null });
  // They are told at once, so in no order.
  await expect
    .poll(() => new Set(posts.slice(5).map(({ chat }) => chat)))
    .toEqual(new Set(["telegram:1", "telegram:2"]));
  expect(posts).toHaveLength(7);
});

test("a chat is told of by its name, its address behind", async () => {
  const { process } = await rig();
  const { messenger, posts } = createWorld();
  await process.store.names.note({ "telegram:-7": "Saha ekibi" }, start);
  const { tell } = createTellAdmins({
    store: process.store,
    admins: ["telegram:1"],
    messengers: new Map([["telegram", messenger]]),
    words,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    clock: () => start,
  });
  const shown = { language: "tr", preview: null, blocks: [] } as const;
  await tell({ kind: "wrong", story: "aa:1", chat: "telegram:-7", shown: { ...shown, blocks: [] } });
  await tell({ kind: "gone", chat: "slack:T1/C1", why: "not_in_channel; write /invite @Tellal in the channel" });
  const text = posts.map(({ message }) => JSON.stringify(message)).join("\n");
  expect(text).toContain(
    "Saha ekibi (telegram:-7) sohbetinden biri bu haberdeki bilgilerin hatalı olduğunu bildirdi (aa:1).",
  );
  expect(text).toContain("slack:T1/C1 sohbetine artık gönderilemiyor: not_in_channel; kanalda /invite @Tellal yazın.");
});
