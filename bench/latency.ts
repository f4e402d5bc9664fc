import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "../src/store/database.js";
import { createAaSite } from "../tests/world/aa-site.js";
import { createTelegram } from "../tests/world/telegram/telegram.js";
import type { Row } from "./measure.js";
import { median } from "./measure.js";
import { createFolder } from "./parts/program.js";
import { startProgram } from "./parts/running.js";
import { matchingOneIn, turkishStory } from "./parts/turkish.js";

export const name = "latency";
export const about =
  "From the poll that sees a story to Telegram's acceptance of its post, in ms, with the program running on its own: page read, matched, briefed, recorded, sent. " +
  "Eleven stories, one after the other. The schedule looks for due pages once a second.";

const token = "7000000005:AAbench-token-of-nobody-0123456789abcdef";
const stories = 11;
const patience = 20_000;

export async function run(): Promise<Row[]> {
  const telegram = await createTelegram({ token });
  const site = await createAaSite();
  site.show("guncel", [turkishStory(1, Date.now() - 60_000)]);
  const reader = telegram.user({ first_name: "Okur", username: "okur", started: true });
  const { env, folder, remove } = createFolder(
    { feeds: [], hosts: ["127.0.0.1"] },
    {
      feeds: [{ id: "f", kind: "aa", url: `${site.url}/tr/rss/default?cat=guncel`, language: "tr", every: "1s" }],
      subscribe: [{ chat: `telegram:${reader.id}`, topics: ["kizilay"] }],
    },
  );
  const running = await startProgram({ ...env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: telegram.url });
  const accepted = () => telegram.calls.filter((call) => call.accepted && call.method === "sendMessage");
  const arrived = new Map<string, number>();
  for (let story = 1; story <= stories; story += 1) {
    const shown = turkishStory(story * matchingOneIn, Date.now());
    site.show("guncel", [shown]);
    const end = Date.now() + patience;
    while (accepted().length < story && Date.now() < end) await sleep(20);
    const call = accepted().at(story - 1);
    if (call === undefined) throw new Error(`story ${story} did not arrive`);
    arrived.set(`aa:${shown.id}`, call.at);
    // Not in step with the schedule.
    await sleep(150 * (story % 7));
  }
  await running.stop();
  const database = await openDatabase({ folder: `${folder}/data` });
  const seen = await database.db
    .selectFrom("items")
    .select(["id", "seen"])
    .where("id", "in", [...arrived.keys()])
    .execute();
  await database.close();
  await telegram.close();
  await site.close();
  remove();
  const spans = seen.map(({ id, seen: at }) => (arrived.get(id) ?? Number.NaN) - at);
  if (spans.length !== stories) throw new Error(`${spans.length} of ${stories} stories are known`);
  return [{ stories, "median ms": median(spans), "at most": Math.max(...spans), "at least": Math.min(...spans) }];
}
