import { createHmac } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Forgery } from "./http.js";
import { createSlack } from "./slack.js";

const now = Date.UTC(2026, 9, 8, 9);

interface Heard {
  type: string;
  body: string;
  retry: string | undefined;
  reason: string | undefined;
}

/** An app without a library: it checks signatures, answers the challenge, and leaves the rest to a test. */
async function plainApp(secret: string) {
  const heard: Heard[] = [];
  const app = {
    heard,
    take: (response: ServerResponse): void => void response.end(),
    url: "",
    close: async () => {},
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString();
      const header = (name: string) => request.headers[name]?.toString();
      const [timestamp, signature] = [header("x-slack-request-timestamp"), header("x-slack-signature")];
      const right = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
      const age = Math.abs(now / 1000 - Number(timestamp));
      const [retry, reason] = [header("x-slack-retry-num"), header("x-slack-retry-reason")];
      if (signature !== right || !(age <= 300)) {
        response.writeHead(401).end();
      } else if (body.includes("url_verification")) {
        response.end((JSON.parse(body) as { challenge: string }).challenge);
      } else {
        heard.push({ type: header("content-type") ?? "", body, retry, reason });
        app.take(response);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  app.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  app.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return app;
}

let slack: Awaited<ReturnType<typeof createSlack>>;
let app: Awaited<ReturnType<typeof plainApp>>;
beforeEach(async () => {
  slack = await createSlack({ clock: () => now, promptly: 600, again: [0, 0, 0] });
  app = await plainApp(slack.app.signingSecret);
});
afterEach(async () => {
  await slack.close();
  await app.close();
});

async function world() {
  await slack.http.at(app.url);
  const team = slack.addTeam({ name: "yardim" });
  const ayse = team.addUser("ayse", { admin: true });
  const haber = team.addChannel({ name: "haber", bot: true, members: [ayse] });
  return { team, ayse, haber };
}

test("commands come as a form, buttons as a payload in a form, events as JSON", async () => {
  const { ayse, haber } = await world();
  await ayse.slash(haber, "/tellal", "topics", { answers: 0 });
  await ayse.shortcut("latest", undefined, { answers: 0 });
  await ayse.mentions(haber, "topics", { answers: 0 });
  const [command, shortcut, event] = app.heard;
  expect(Object.fromEntries(new URLSearchParams(command?.body))).toMatchObject({ command: "/tellal", text: "topics" });
  const payload = new URLSearchParams(shortcut?.body).get("payload") ?? "";
  expect(JSON.parse(payload)).toMatchObject({ type: "shortcut", callback_id: "latest" });
  expect(event?.type).toBe("application/json");
  expect(JSON.parse(event?.body ?? "")).toMatchObject({ type: "event_callback", event: { type: "app_mention" } });
});

test("an address that does not know the challenge is refused", async () => {
  const other = await plainApp("another secret");
  await expect(slack.http.at(other.url)).rejects.toThrow("challenge");
  await other.close();
  await expect(slack.http.at(other.url)).rejects.toThrow("challenge");
});

test.each<[what: string, forgery: Forgery, status: number]>([
  ["as Slack signs it", {}, 200],
  ["five minutes old", { age: 300 }, 200],
  ["older", { age: 301 }, 401],
  ["from the future", { age: -301 }, 401],
  ["signed with another secret", { secret: "another" }, 401],
  ["changed after it was signed", { change: (body) => body.replace("topics", "subscribe") }, 401],
  ["without a signature", { headers: { "x-slack-signature": null } }, 401],
  ["without a time", { headers: { "x-slack-request-timestamp": null } }, 401],
  ["with the time of another request", { headers: { "x-slack-request-timestamp": String(now / 1000 - 1) } }, 401],
  ["with half a signature", { headers: { "x-slack-signature": "v0=00" } }, 401],
])("a request %s", async (_what, forgery, status) => {
  await world();
  const sent = await slack.http.say("slash_commands", { command: "/tellal", text: "topics" }, forgery);
  expect([sent.status, app.heard.length]).toEqual([status, status === 200 ? 1 : 0]);
});

test("a request can come twice, byte by byte", async () => {
  const { ayse, haber } = await world();
  await ayse.slash(haber, "/tellal", "topics", { answers: 0 });
  const [, request] = slack.http.requests;
  await slack.http.replay(request!);
  expect(app.heard).toHaveLength(2);
  expect(app.heard[1]).toEqual(app.heard[0]);
});

const silence = (): void => {};
test.each<[string, (response: ServerResponse) => void, failure: string | null]>([
  ["200", (response) => response.end(), null],
  ["404", (response) => response.writeHead(404).end(), "http_client_error"],
  ["500", (response) => response.writeHead(500).end(), "http_service_error"],
  ["a redirect", (response) => response.writeHead(302, { location: "/" }).end(), "http_client_error"],
  ["a reset", (response) => response.socket?.resetAndDestroy(), "dispatch_failed"],
  ["silence", silence, "operation_timeout"],
])("a command that is answered with %s", async (_what, take, failure) => {
  const { ayse, haber } = await world();
  app.take = take;
  expect((await ayse.slash(haber, "/tellal", "topics", { answers: 0 })).failure).toBe(failure);
});

test.each<[string, string, string, boolean]>([
  ["text", "text/plain", "Merhaba", true],
  ["a message", "application/json", '{"text":"Merhaba","response_type":"in_channel"}', false],
])("what stands in the answer to a command is shown: %s", async (_what, type, body, whispered) => {
  const { ayse, haber } = await world();
  app.take = (response) => void response.writeHead(200, { "content-type": type }).end(body);
  const { shown } = await ayse.slash(haber, "/tellal", "");
  expect(shown.map((one) => [one.text, one.whispered])).toEqual([["Merhaba", whispered]]);
});

test.each<[string, (response: ServerResponse) => void, reasons: (string | undefined)[]]>([
  ["taken", (response) => response.end(), [undefined]],
  ["refused", (response) => response.writeHead(500).end(), [undefined, "http_error", "http_error", "http_error"]],
  ["left alone", silence, [undefined, "http_timeout", "http_timeout", "http_timeout"]],
  ["refused for good", (response) => response.writeHead(500, { "x-slack-no-retry": "1" }).end(), [undefined]],
])("an event that is %s", async (_what, take, reasons) => {
  const { ayse, haber } = await world();
  app.take = take;
  await ayse.archives(haber);
  await slack.told[0]?.settled;
  expect(app.heard.map((one) => one.reason)).toEqual(reasons);
  expect(app.heard.map((one) => one.retry)).toEqual([undefined, "1", "2", "3"].slice(0, reasons.length));
  expect(new Set(app.heard.map((one) => one.body)).size).toBe(1);
});

test("an event can be told again though it was taken", async () => {
  const { ayse, haber } = await world();
  await ayse.archives(haber);
  await slack.tellAgain(slack.told[0]!, "http_timeout");
  expect(app.heard.map((one) => [one.retry, one.reason])).toEqual([
    [undefined, undefined],
    ["1", "http_timeout"],
  ]);
});
