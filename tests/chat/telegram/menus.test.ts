import { afterEach, expect, test } from "vitest";
import { createRig, menu, type Rig } from "./rig.js";

let rig: Rig;

afterEach(() => rig.close());

const set = (rig: Rig) => rig.telegram.calls.filter(({ method }) => method.startsWith("setMy"));

test("each scope shows what its readers may do, in their language", async () => {
  rig = await createRig({ menu });
  const { menus } = rig.telegram.profile;
  void rig.listen();
  await rig.telegram.until(() => menus.size === 9);
  expect(menus.get("all_group_chats:")).toEqual([
    { command: "topics", description: "Shows the topics" },
    { command: "latest", description: "[topic] — The latest stories" },
  ]);
  expect(menus.get("all_private_chats:tr")).toEqual([
    { command: "topics", description: "Konuları gösterir" },
    { command: "latest", description: "[topic] — Son haberler" },
    { command: "subscribe", description: "<topic> — Takip eder" },
  ]);
  expect(menus.get("all_chat_administrators:en")).toEqual(menus.get("all_private_chats:"));
});

test("what is as it should be is left alone; what is not is set", async () => {
  rig = await createRig({ menu });
  const first = rig.telegram.profile;
  void rig.listen();
  await rig.telegram.until(() => first.menus.size === 9 && first.shortDescriptions.size === 3);
  expect(first.descriptions.get("tr")).toContain("Anadolu Ajansı (AA) haberlerini");
  expect(first.shortDescriptions.get("")).toBe(first.shortDescriptions.get("en"));
  await rig.close();
  rig = await createRig({ menu });
  for (const [key, commands] of first.menus) rig.telegram.profile.menus.set(key, commands);
  for (const [key, text] of first.descriptions) rig.telegram.profile.descriptions.set(key, text);
  for (const [key, text] of first.shortDescriptions) rig.telegram.profile.shortDescriptions.set(key, text);
  rig.telegram.profile.menus.set("all_group_chats:tr", [{ command: "old", description: "Old" }]);
  void rig.listen();
  const asked = () => rig.telegram.calls.filter(({ method }) => method === "getMyShortDescription");
  await rig.telegram.until(() => asked().length === 3);
  await rig.stop();
  expect(set(rig).map(({ args }) => [args["scope"], args["language_code"]])).toEqual([
    [{ type: "all_group_chats" }, "tr"],
  ]);
});

test("menus that cannot be set are told of, and listening goes on", async () => {
  rig = await createRig({ menu });
  rig.telegram.plan(
    { method: "setMyCommands" },
    { kind: "refused", error_code: 400, description: "Bad Request: BOT_COMMAND_INVALID" },
  );
  void rig.listen();
  const person = rig.telegram.user({ started: true });
  person.says(person.chat, "/topics");
  await rig.telegram.until(() => person.chat.messages().length === 2 && set(rig).length === 1);
  await rig.stop();
  expect(rig.lines.join("")).toContain("the command menus could not be set");
});
