import { afterEach, expect, test } from "vitest";
import { createContract } from "./contract.js";
import { createSlack } from "./slack.js";

const contract = createContract(process.env["TELLAL_SPECS"]);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

test.runIf(contract !== null)("our table of methods is Slack's", () => {
  expect(contract?.table()).toEqual([]);
});

test.runIf(contract !== null).each([
  ["chat.postMessage", { text: "a" }, "channel is missing"],
  ["chat.postMessage", { channel: "C1", colour: "red" }, "colour is no argument"],
  ["chat.postMessage", { channel: "C1", blocks: "{" }, "blocks has the wrong type"],
  ["conversations.history", { channel: "C1", limit: "ten" }, "limit has the wrong type"],
  ["chat.shout", {}, "no such method"],
])("a broken contract is found: %s %j", async (method, args, fault) => {
  const slack = await createSlack();
  open.push(slack);
  await fetch(`${slack.url}${method}`, { method: "POST", body: new URLSearchParams(args) });
  expect(() => slack.check()).toThrow(fault);
});

test.runIf(contract !== null)("an answer that Slack does not give is found", () => {
  expect(contract?.answer("chat.postMessage", "too_sad")).toEqual(["chat.postMessage: Slack does not answer too_sad"]);
  expect(contract?.answer("chat.postMessage", "not_in_channel")).toEqual([]);
});
