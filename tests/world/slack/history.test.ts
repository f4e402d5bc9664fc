import { afterEach, beforeEach, expect, test } from "vitest";
import { client } from "./client.js";
import { createSlack } from "./slack.js";

let slack: Awaited<ReturnType<typeof createSlack>>;
const clock = { now: 0 };
beforeEach(async () => {
  clock.now = Date.UTC(2026, 9, 8, 9);
  slack = await createSlack({ clock: () => (clock.now += 1000) });
});
afterEach(() => slack.close());

function world() {
  const team = slack.addTeam({ name: "yardim" });
  const web = client(slack, team.token);
  const channel = team.addChannel({ name: "haberler", bot: true });
  const post = async (text: string, more: { thread_ts?: string; reply_broadcast?: boolean } = {}) =>
    String(
      (await web.chat.postMessage({ channel: channel.id, text, ...more } as { channel: string; text: string })).ts,
    );
  const texts = async (args: Record<string, unknown> = {}, method = "conversations.history") => {
    const read = await web.apiCall(method, { channel: channel.id, ...args });
    return (read as unknown as { messages: { text: string }[] }).messages.map((one) => one.text);
  };
  return { team, web, channel, post, texts };
}

test("history is newest first, without answers in threads, but with broadcast ones", async () => {
  const { post, texts } = world();
  const first = await post("ilk");
  await post("yanıt", { thread_ts: first });
  await post("herkese", { thread_ts: first, reply_broadcast: true });
  await post("son");
  expect(await texts()).toEqual(["son", "herkese", "ilk"]);
  expect(await texts({ ts: first }, "conversations.replies")).toEqual(["ilk", "yanıt", "herkese"]);
});

test("history between two times, with and without its ends", async () => {
  const { post, texts } = world();
  const [a, , c] = [await post("a"), await post("b"), await post("c")];
  expect(await texts({ oldest: a, latest: c })).toEqual(["b"]);
  expect(await texts({ oldest: a, latest: c, inclusive: true })).toEqual(["c", "b", "a"]);
});

test("history comes in pages", async () => {
  const { web, channel, post } = world();
  for (const text of ["a", "b", "c"]) await post(text);
  const pages: string[][] = [];
  for await (const page of web.paginate("conversations.history", { channel: channel.id, limit: 2 })) {
    pages.push((page as unknown as { messages: { text: string }[] }).messages.map((one) => one.text));
  }
  expect(pages).toEqual([["c", "b"], ["a"]]);
});

test("metadata is read back only by who asks for it, and kept by an edit that does not name it", async () => {
  const { web, channel } = world();
  const metadata = { event_type: "delivery", event_payload: { id: "d-1" } };
  const { ts } = await web.chat.postMessage({ channel: channel.id, text: "a", metadata });
  const read = async (all: boolean) =>
    (await web.conversations.history({ channel: channel.id, include_all_metadata: all })).messages?.[0]?.metadata;
  expect(await read(true)).toEqual(metadata);
  expect(await read(false)).toEqual({ event_type: "delivery" });
  await web.chat.update({ channel: channel.id, ts: String(ts), text: "b" });
  expect(await read(true)).toEqual(metadata);
  expect(channel.seen()).toMatchObject([{ text: "b", edits: 1, metadata }]);
});

test("a message to a person opens their conversation with the bot", async () => {
  const { team, web } = world();
  const ayse = team.addUser("ayse");
  await web.chat.postMessage({ channel: ayse.id, text: "merhaba" });
  const opened = await web.conversations.open({ users: ayse.id });
  expect(opened.channel?.id).toBe(team.direct(ayse)?.id);
  expect(team.direct(ayse)?.seen()).toMatchObject([{ text: "merhaba" }]);
});

test("two workspaces see nothing of each other", async () => {
  const { channel, post } = world();
  await post("a");
  const other = slack.addTeam({ name: "kriz" });
  const web = client(slack, other.token);
  const read = await web.conversations.history({ channel: channel.id }).catch((error: unknown) => error);
  expect(read).toMatchObject({ data: { error: "channel_not_found" } });
  expect((await web.conversations.list()).channels).toEqual([]);
});
