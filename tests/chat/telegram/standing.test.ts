import { afterEach, beforeEach, expect, test } from "vitest";
import { textReply } from "../../../src/core/message/reply.js";
import { createRig, type Rig } from "./rig.js";

let rig: Rig;

beforeEach(async () => {
  rig = await createRig({ greeting: textReply("en", "Hello!") });
  void rig.listen();
});

afterEach(() => rig.close());

/** What was told once that many lines were; nothing may follow them that was not expected. */
async function told(count: number): Promise<string[]> {
  const last = rig.telegram.user({ started: true });
  await rig.telegram.until(() => rig.told().length >= count);
  last.says(last.chat, "/topics");
  await rig.telegram.until(() => last.chat.messages().length === 2);
  return rig.told();
}

test("a person who blocks is left; who comes back is told of, and greeted by the answer to their /start alone", async () => {
  const person = rig.telegram.user({ started: true, language_code: "tr" });
  person.blocks();
  person.starts();
  expect(await told(2)).toEqual([
    `left telegram:${person.id}: the person blocked the bot`,
    `joined telegram:${person.id} tr`,
  ]);
  expect(person.chat.messages().map(({ text }) => text)).toEqual(["/start", "heard: start"]);
});

test("a group: added, greeted, made administrator, silenced, given its voice back, removed", async () => {
  const owner = rig.telegram.user({ language_code: "en" });
  const group = rig.telegram.supergroup({ owner: owner.user, bot: "absent" });
  const id = `telegram:${group.id}`;
  owner.addsBot(group);
  await rig.telegram.until(() => group.messages().some(({ text }) => text === "Hello!"));
  owner.promotesBot(group);
  owner.demotesBot(group);
  owner.removesBot(group);
  expect(await told(2)).toEqual([`joined ${id} en`, `left ${id}: the bot was removed from the chat`]);
});

test("a channel: there only as one who may post", async () => {
  const owner = rig.telegram.user({ language_code: "en" });
  const channel = rig.telegram.channel({ owner: owner.user, bot: "absent" });
  const id = `telegram:${channel.id}`;
  owner.promotesBot(channel, ["can_delete_messages"]);
  owner.promotesBot(channel);
  await rig.telegram.until(() => channel.messages().some(({ text }) => text === "Hello!"));
  owner.promotesBot(channel, ["can_delete_messages"]);
  expect(await told(2)).toEqual([`joined ${id} en`, `left ${id}: the bot may not post in this channel any more`]);
});

test("a group that becomes a supergroup moves, whichever of the two messages is heard first", async () => {
  const owner = rig.telegram.user();
  const group = rig.telegram.group({ owner: owner.user });
  const next = group.migrate();
  const moved = `moved telegram:${group.id} telegram:${next.id}`;
  expect(await told(2)).toEqual([moved, moved]);
});
