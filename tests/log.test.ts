import fc from "fast-check";
import { expect, test } from "vitest";
import { createRedactor } from "../src/core/redact.js";
import { createLog } from "../src/log.js";

const telegram = `123456789:${"AbCdEf-_0123456789".repeat(2)}`;
const slack = ["xoxb", "1111", "2222", "CanaryCanary"].join("-");
const app = ["xapp", "1", "A0", "canary0"].join("-");

function logged(
  secrets: string[],
  format: "json" | "pretty",
  act: (log: ReturnType<typeof createLog>) => void,
): string {
  const lines: string[] = [];
  act(createLog({ level: "trace", format, secrets, write: (text) => lines.push(text) }));
  return lines.join("");
}

const canary = 'canary/"\\ ğ=+&%';
test.each(["json", "pretty"] as const)("a secret appears nowhere in %s", (format) => {
  const error = new Error(`GET https://api.telegram.org/bot${canary}/getMe failed`, { cause: new Error(canary) });
  const text = logged([canary, "zz-value"], format, (log) => {
    log.info(`msg ${canary}`);
    log.info({ url: `https://x.example/?k=${encodeURIComponent(canary)}`, deep: { list: [canary] }, [canary]: 1 });
    log.error({ err: error }, "err");
    log.error({ error }, "error");
    log.warn({ body: JSON.stringify({ token: canary }) });
    log.child({ token: "zz-value" }).debug("child");
  });
  expect(text).toContain("[redacted]");
  for (const piece of ["canary", "zz-value"]) expect(text).not.toContain(piece);
  expect(text.split("\n").length).toBeGreaterThan(6);
});

test.each([
  [`https://api.telegram.org/bot${telegram}/sendMessage`, "https://api.telegram.org/bot[redacted]/sendMessage"],
  [telegram.replace(":", "%3A"), "[redacted]"],
  [`token ${slack}, ${app}.`, "token [redacted], [redacted]."],
  ["https://hooks.slack.com/services/T0/B0/abc", "https://hooks.slack.com/services/[redacted]"],
  ["https://hooks.slack.com/commands/T0/17/abc", "https://hooks.slack.com/commands/[redacted]"],
  ["https://hooks.slack.com/actions/T0/17/abc", "https://hooks.slack.com/actions/[redacted]"],
  [
    "wss://wss-primary.slack.com/link/?ticket=ab-1&app_id=c",
    "wss://wss-primary.slack.com/link/?ticket=[redacted]&app_id=c",
  ],
  ["postgres://user:pass@db.example/tellal", "postgres://[redacted]@db.example/tellal"],
  ['"authorization":"Basic dXNlcjpwYXNzd29yZA=="', '"authorization":"Basic [redacted]"'],
  ["Bearer abcdef.ghijkl", "Bearer [redacted]"],
  ["at 2025-11-19T18:00:00.000Z aa:3747971", "at 2025-11-19T18:00:00.000Z aa:3747971"],
  ["basic facts, mail me@example.org https://www.aa.com.tr/tr/1", null],
])("by its form: %s", (line, clean) => expect(createRedactor([])(line)).toBe(clean ?? line));

test("a bot token without its prefix in front is found behind `bot`", () => {
  expect(createRedactor([])(`/bot${telegram}`)).not.toContain("AbCdEf");
});

test("one secret inside another leaves no rest, and a very short one blackens nothing", () => {
  expect(createRedactor(["canary", "canary-long"])("x canary-long y")).toBe("x [redacted] y");
  expect(createRedactor(["a"])("banana")).toBe("banana");
});

test("any secret, in any place of a line", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 30, unit: "grapheme" }), (secret) => {
      fc.pre(!"[redacted]".includes(secret) && secret.trim().length > 4);
      const text = logged([secret], "json", (log) => log.info({ a: secret, b: [`x${secret}y`] }, secret));
      expect(text).not.toContain(secret);
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    }),
  );
});

test("JSON lines stay JSON, with level, time and message", () => {
  const text = logged(["hidden-value"], "json", (log) => log.warn({ feed: "aa" }, "is hidden-value"));
  expect(JSON.parse(text)).toMatchObject({ level: 40, feed: "aa", msg: "is [redacted]", time: expect.any(Number) });
});

test("pretty lines are read by people, and obeyed by no terminal", () => {
  const text = logged([], "pretty", (log) => {
    log.warn({ feed: "aa", age: 3 }, "frozen \u001B[31m");
    log.error({ err: new Error("no\nluck") }, "failed");
  });
  const [first, second, ...stack] = text.split("\n");
  expect(first).toMatch(/^\d\d:\d\d:\d\d warn {2}frozen {2}\[31m feed=aa age=3$/u);
  expect(second).toMatch(/^\d\d:\d\d:\d\d error failed$/u);
  expect(stack[0]).toContain("Error: no");
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

test("the level is a floor", () => {
  const lines: string[] = [];
  const log = createLog({ level: "warn", format: "json", secrets: [], write: (text) => lines.push(text) });
  log.info("quiet");
  log.error("loud");
  expect(lines).toHaveLength(1);
});
