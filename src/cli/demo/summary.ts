import type { Paint } from "../../core/message/console.js";
import type { Tellal } from "../tellal.js";

/** What the run did with each item, in a few lines; titles are those of the sample site, and still cleaned by the reader. */
export async function summaryText({ store, matcher }: Tellal, paint: Paint): Promise<string> {
  const { feeds, failing, items, stories, sent, deliveries } = await store.summary();
  const topics = await store.report.topicCounts();
  const others = await store.report.unposted();
  const lines = [
    paint.bold("What happened"),
    `  feeds      ${feeds} polled${failing > 0 ? `, ${failing} failing` : ""}`,
    `  items      ${items} different ones; ${await store.report.sharedItems()} stood in more than one feed`,
    `  matched    ${stories}: ${topics.map(({ topic, count }) => `${topic} ${count}`).join(", ")}`,
    `  posted     ${sent.post} stories, ${sent.update} updated, ${sent.digest} digests`,
    `  owed       ${deliveries.owed}`,
    `  not posted ${others.length}`,
  ];
  for (const { title, fate, text } of others) lines.push(`    · ${title}`, `      ${whyNot(fate, title, text)}`);
  return `${lines.join("\n")}\n`;

  function whyNot(fate: string, title: string, text: string | null): string {
    if (fate === "old") return "older than a day at the first poll: stored, not posted";
    if (fate === "unsubscribed") return "no chat subscribed to its topic";
    const [mask] = matcher().masked({ title, body: text ?? "" });
    return mask === undefined
      ? "no keyword of any topic in it"
      : `its keyword is masked by the unwanted phrase “${(mask.hit.field === "title" ? title : (text ?? "")).slice(mask.start, mask.end)}”`;
  }
}
