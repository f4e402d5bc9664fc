import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/config.js";

/** Tests that treat the program badly in one way; paths of files and folders in the project. */
export interface Group {
  name: string;
  tests: readonly string[];
}

/** What is tortured and by which tests. `docs/promises.md` says which promise each of them holds. */
export const groups: readonly Group[] = [
  {
    name: "crash",
    tests: [
      "tests/e2e/kill-sending.test.ts",
      "tests/e2e/kill.test.ts",
      "tests/app/crash.test.ts",
      "tests/app/uncertain.test.ts",
      "tests/app/processes.test.ts",
      "tests/torture/crash-loop.test.ts",
      "tests/torture/stop.test.ts",
    ],
  },
  {
    name: "outside",
    tests: [
      "tests/torture/storm.test.ts",
      "tests/torture/neighbours.test.ts",
      "tests/torture/strange-feeds.test.ts",
      "tests/torture/outside.test.ts",
      "tests/torture/tls.test.ts",
      "tests/torture/clocks.test.ts",
      "tests/torture/day.test.ts",
      "tests/feeds",
      "tests/app/clock.test.ts",
      "tests/app/recovery.test.ts",
    ],
  },
  {
    name: "machine",
    tests: [
      // Of the strangers, but most of it waits, as most of these do.
      "tests/torture/canary.test.ts",
      "tests/torture/machine.test.ts",
      "tests/torture/other-user.test.ts",
      "tests/app/disk-full.test.ts",
      "tests/store/database.test.ts",
      "tests/store/backup.test.ts",
      "tests/e2e/backup.test.ts",
      "tests/e2e/refusals.test.ts",
    ],
  },
  {
    name: "hostile input",
    tests: [
      "tests/torture/naughty.test.ts",
      "tests/torture/explosive.test.ts",
      "tests/core/message",
      "tests/core/brief",
      "tests/core/match",
      "tests/core/text",
      "tests/corpus/grounded.test.ts",
    ],
  },
  {
    name: "strangers",
    tests: ["tests/chat", "tests/app/commands", "tests/cli/workspaces.test.ts", "tests/log.test.ts"],
  },
  {
    name: "load",
    tests: [
      "tests/torture/fan-out.test.ts",
      "tests/torture/soak.test.ts",
      "tests/torture/many-feeds.test.ts",
      "tests/app/lane.test.ts",
      "tests/app/many-items.test.ts",
    ],
  },
  { name: "honest world", tests: ["tests/world"] },
  { name: "supply chain", tests: ["tests/supply-chain.test.ts"] },
];

/** The paths of a group that stand nowhere: its tests would run short of them without a word. */
export function missing({ tests }: Group): string[] {
  return tests.filter((path) => !existsSync(join(packageRoot(), path)));
}
