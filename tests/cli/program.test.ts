import { expect, test } from "vitest";
import { parse } from "yaml";
import { readSettings } from "../../src/core/read-settings.js";
import { folderOf, run } from "./run.js";

test("--version and --help", async () => {
  expect(await run(["--version"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/u),
    err: "",
  });
  const help = await run(["--help"]);
  expect(help).toMatchObject({ code: 0, err: "" });
  for (const word of ["match", "config", "Examples:"]) expect(help.out).toContain(word);
});

test.each([
  [["mach"], "Did you mean match?"],
  [["frobnicate"], "unknown command"],
  [["match"], "missing required argument"],
  [["match", "-", "--keywrd", "x"], "--keyword"],
  [["config", "shwo"], "Did you mean show?"],
])("a mistake in the command line is told with exit 2: %j", async (argv, sentence) => {
  const { code, out, err } = await run(argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(sentence);
});

test("without a command the help is shown, and nothing was done", async () => {
  const { code, err } = await run([]);
  expect(code).toBe(2);
  expect(err).toContain("Usage: tellal");
});

test("config show is YAML that could be tellal.yaml again, with secrets as set or unset", async () => {
  const cwd = folderOf({ "tellal.yaml": "network: { contact: desk }\nretention: { text: 36h }" });
  const env = { TELLAL_CONFIG: "tellal.yaml", TELEGRAM_BOT_TOKEN: "12:canary-token", ADMINS: "telegram:1,telegram:2" };
  const { code, out, err } = await run(["config", "show"], { cwd, env });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("# TELEGRAM_BOT_TOKEN: set\n");
  expect(out).toContain("# SLACK_BOT_TOKEN: unset\n");
  expect(out).toContain("# ADMINS: telegram:1,telegram:2\n");
  expect(out).not.toContain("canary");
  const original = readSettings({ network: { contact: "desk" }, retention: { text: "36h" } });
  expect(readSettings(parse(out))).toEqual(original);
});

test("config schema is JSON Schema", async () => {
  const { code, out } = await run(["config", "schema"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ type: "object", properties: { feeds: { type: "array" } } });
});

test("a broken configuration prints every fault and exits 2", async () => {
  const cwd = folderOf({ "tellal.yaml": "feeds: 1\nnetwork: { ports: [] }" });
  const { code, out, err } = await run(["config", "show"], {
    cwd,
    env: { TELLAL_CONFIG: "tellal.yaml", WEB_PORT: "x" },
  });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.split("\n")).toEqual([
    "The configuration has 3 faults:",
    '  environment: WEB_PORT: found "x"; expected a port from 0 to 65535',
    "  tellal.yaml:1: feeds: found 1; expected a list",
    "  tellal.yaml:2: network.ports: found []; expected at least 1",
    "",
  ]);
});

test("a bug is one line and exit 1", async () => {
  const { code, err } = await run(["config", "schema"], {
    out: async () => {
      throw new TypeError("no\nsuch \u001B[31mthing");
    },
  });
  expect(code).toBe(1);
  expect(err).toBe("tellal: this is a bug in Tellal: TypeError: no such [31mthing\n".replace("such [", "such  ["));
});

test("a reader that has seen enough is no fault", async () => {
  const { code, err } = await run(["config", "schema"], {
    out: async () => {
      throw Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    },
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
});
