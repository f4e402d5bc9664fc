import { afterEach, expect, test } from "vitest";
import { readContract, typeFaults } from "./contract.js";
import { closeAll, known, start } from "./rig.js";
import { played } from "./tables.js";

afterEach(closeAll);

const specs = process.env["TELLAL_SPECS"];

test.runIf(specs !== undefined)("what the fake plays is what Telegram publishes", () => {
  const published = readContract(specs!);
  const both = [
    ...[...played.methods].map(([name, { fields }]) => ({ name, fields, real: published.methods.get(name)?.fields })),
    ...[...played.types].map(([name, { fields }]) => ({ name, fields, real: published.types.get(name)?.fields })),
  ].filter(({ name }) => name !== "BotCommandScope");
  for (const { name, fields, real } of both)
    for (const field of fields) {
      const known = real?.find((one) => one.name === field.name);
      expect({ name, field: { ...field, types: new Set(field.types) } }).toEqual({
        name,
        field: { name: known?.name, types: new Set(known?.types), required: known?.required },
      });
    }
});

test.runIf(specs !== undefined)("an object that breaks the published contract is told where", () => {
  const contract = readContract(specs!);
  const update = { update_id: "1", message: { message_id: 1, date: 1, chat: { id: 1, type: "private", age: 3 } } };
  expect(typeFaults(contract, "Update", update, "update")).toEqual([
    "update.update_id must be Integer",
    "unknown parameter update.message.chat.age",
  ]);
  expect(typeFaults(contract, "Update", { message: { date: 1 } }, "update")).toEqual([
    "parameter update.message.message_id is required",
    "parameter update.message.chat is required",
    "parameter update.update_id is required",
  ]);
});

const markup = JSON.stringify({ inline_keyboard: [[{ text: "Aç", callback_data: "1" }]] });

test.each<[string, (url: string, args: Record<string, string>) => Promise<Response>]>([
  ["in the address", (url, args) => fetch(`${url}?${new URLSearchParams(args).toString()}`)],
  ["as a form", (url, args) => fetch(url, { method: "POST", body: new URLSearchParams(args) })],
  [
    "as parts",
    (url, args) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(args)) form.set(name, value);
      return fetch(url, { method: "POST", body: form });
    },
  ],
])("arguments may come %s", async (_name, ask) => {
  const rig = await start();
  const person = known(rig);
  const args = { chat_id: String(person.id), text: "Toplantı 1", disable_notification: "True", reply_markup: markup };
  const answer = await ask(`${rig.telegram.url}/bot123456:test-token/sendMessage`, args);
  expect(await answer.json()).toMatchObject({ ok: true, result: { text: "Toplantı 1", chat: { id: person.id } } });
  expect(person.chat.messages()).toMatchObject([{ silent: true, buttons: [[{ callback_data: "1" }]] }]);
  rig.telegram.expectHonest();
});

test.each([
  ["no JSON", "application/json", "{", "Bad Request: can't parse JSON object"],
  ["a list", "application/json", "[]", "Bad Request: can't parse JSON object"],
  [
    "other bytes than UTF-8",
    "application/json",
    Buffer.from([0x22, 0xff, 0x22]),
    "Bad Request: strings must be encoded in UTF-8",
  ],
  ["no parts", "multipart/form-data; boundary=x", "text", "Bad Request: can't parse multipart/form-data"],
  ["parts without a boundary", "multipart/form-data", "--x--", "Bad Request: can't parse multipart/form-data"],
  [
    "a part without end",
    "multipart/form-data; boundary=x",
    "--x\r\n\r\n",
    "Bad Request: can't parse multipart/form-data",
  ],
  [
    "a part without name",
    "multipart/form-data; boundary=x",
    "--x\r\ncontent-disposition: form-data;\r\n\r\na\r\n--x--",
    "Bad Request: can't parse multipart/form-data",
  ],
  [
    "a part that is no field",
    "multipart/form-data; boundary=x",
    "--x\r\na: b\r\n\r\na\r\n--x--",
    "Bad Request: can't parse multipart/form-data",
  ],
  ["another type", "text/xml", "<a/>", 'Bad Request: unsupported content type "text/xml"'],
])("a body of %s is refused", async (_name, type, body, description) => {
  const rig = await start();
  const address = `${rig.telegram.url}/bot123456:test-token/getMe`;
  const answer = await fetch(address, { method: "POST", headers: { "content-type": type }, body });
  expect(await answer.json()).toEqual({ ok: false, error_code: 400, description });
});

test("an address that is no method is not found", async () => {
  const rig = await start();
  const answer = await fetch(`${rig.telegram.url}/getMe`);
  expect(answer.status).toBe(404);
});
