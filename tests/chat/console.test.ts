import { expect, test } from "vitest";
import { createConsoleMessenger } from "../../src/chat/console.js";
import { plainPaint } from "../../src/core/message/console.js";
import type { Post } from "../../src/core/message/messenger.js";
import { storyPost, updatePost } from "../../src/core/message/posts.js";
import { words } from "../core/message/locales.js";
import { modelView } from "../core/message/model-brief.js";

const post: Post = {
  delivery: "d1",
  chat: "console",
  message: storyPost(modelView, "tr", words),
  replyTo: null,
  edits: null,
  repeat: false,
};

function messenger(write: (text: string) => Promise<void>) {
  return createConsoleMessenger({ write, words, paint: plainPaint, width: () => 80, clock: () => 1000 });
}

async function printed(change: Partial<Post>): Promise<{ text: string; ref: string | null }> {
  const texts: string[] = [];
  const outcome = await messenger(async (text) => void texts.push(text)).send({ ...post, ...change });
  return { text: texts.join(""), ref: outcome.kind === "sent" ? outcome.ref : null };
}

test("a post is written once and has a reference", async () => {
  const { text, ref } = await printed({});
  expect(ref).toBe("console:d1");
  expect(text).toMatch(/^─+\nTDT, Kızılay · Toplantı\n/u);
  expect(text).toContain("  • Novruz Aslanov — Azerbaycan Kızılay Başkanı · ev sahibi\n");
  expect(text.endsWith("otomatik çıkarıldı\n\n")).toBe(true);
});

test("an edit is printed as an update and keeps the first reference", async () => {
  const { text, ref } = await printed({
    message: updatePost(modelView, "tr", words),
    edits: "console:d0",
    delivery: "d2",
  });
  expect(ref).toBe("console:d0");
  expect(text.split("\n").slice(1, 3)).toEqual(["[Daha önce gönderilen haberin yeni hâli]", "Güncellendi"]);
});

test.each([
  [{ repeat: true }, "[Bu ileti ikinci kez gelmiş olabilir]"],
  [{ replyTo: "console:d0" }, "[Daha önce gönderilen habere yanıt]"],
])("marks: %j", async (change, mark) => expect((await printed(change)).text).toContain(mark));

function failing(code: string): (text: string) => Promise<void> {
  return async () => {
    throw Object.assign(new Error("write"), { code });
  };
}

test.each([
  ["EPIPE", { kind: "later", at: 181_000, why: "the output is closed" }],
  ["ERR_STREAM_DESTROYED", { kind: "later", at: 181_000, why: "the output is closed" }],
  ["ENOSPC", { kind: "later", at: 181_000, why: "the output takes no more: ENOSPC" }],
])("output that fails with %s is an outcome", async (code, outcome) => {
  expect(await messenger(failing(code)).send(post)).toEqual(outcome);
});

test("a bug is not an outcome", async () => {
  await expect(messenger(failing("EWHAT")).send(post)).rejects.toThrow("write");
});

test("the console cannot be asked what it showed", async () => {
  expect(await messenger(async () => {}).history({ chat: "console", since: 0, replyTo: null })).toBeNull();
});
