import { impossible } from "../../core/impossible.js";
import type { Ask, Reply } from "../../core/message/ask.js";
import { calledText } from "../../core/message/called.js";
import { datedText } from "../../core/message/dates.js";
import type { Span } from "../../core/message/message.js";
import { listReply, replyOf, textReply } from "../../core/message/reply.js";
import { Refusal } from "../../core/refusal.js";
import type { Entry, Seen } from "../../store/audit.js";
import type { Store } from "../../store/store.js";
import { changeText, knownBy, type KnownNames } from "./change.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface AuditParts {
  store: Pick<Store, "audit" | "chats" | "chatSettings" | "names" | "topics">;
}

const usual = 10;
const most = 30;

/** `/audit`: who changed what and when, and the last change taken back. A chat sees what concerns its own topics; Tellal's admins what is everybody's besides. */
export function auditCommands({ store }: AuditParts): Command[] {
  async function seenBy({ chat }: Ask, { isTellalAdmin, say }: Heard): Promise<Seen> {
    const owner = (await store.chats.find(chat))?.id ?? null;
    const everybodys = await isTellalAdmin();
    if (everybodys) return { everybodys, owner };
    // Who has no topics of his own has no book either: he is told who has.
    if (owner === null || (await store.audit.list({ everybodys, owner }, 1)).length === 0) {
      throw new Refusal(say("not-admin"));
    }
    return { everybodys, owner };
  }

  async function list(ask: Ask, heard: Heard): Promise<Reply> {
    const { args, language, say } = heard;
    const [word = String(usual)] = args;
    if (!/^\d{1,4}$/u.test(word)) throw new Refusal(say("audit-usage", { command: `${prefixOf(ask.chat)}audit` }));
    const count = Math.max(1, Math.min(most, Number(word)));
    const entries = await store.audit.list(await seenBy(ask, heard), count);
    if (entries.length === 0) return replyOf(textReply(language, say("audit-none")));
    const known = await knownBy(
      store,
      entries.map(({ change }) => change),
      entries.map(({ who }) => who),
    );
    const { zone } = await store.chatSettings.of(ask.chat);
    const items = entries.map((entry) => line(entry, zone, heard, known));
    return replyOf(listReply(language, say("audit-title"), items));
  }

  async function undo(ask: Ask, heard: Heard): Promise<Reply> {
    const { language, say, now } = heard;
    await store.names.note(ask.names ?? {}, now);
    // Before: what is taken back may be a topic's name.
    const topics = await store.topics.list();
    const told = async ({ change }: Entry) => {
      const { names } = await knownBy(store, [change]);
      return { change: changeText(change, heard, { topics, names }) };
    };
    const result = await store.audit.undo(ask.from, await seenBy(ask, heard), now);
    switch (result.kind) {
      case "nothing":
        throw new Refusal(say("undo-nothing"));
      case "stuck":
        throw new Refusal(say("undo-stuck", await told(result.entry)));
      case "undone":
        return replyOf(textReply(language, say("undone", await told(result.entry))));
      default:
        return impossible(result);
    }
  }

  const who = "chatAdmin";
  return [
    {
      name: "audit",
      who,
      args: "arguments-audit",
      summary: "command-audit",
      run: list,
      subs: [{ name: "undo", who, args: "", summary: "audit-command-undo", run: undo }],
    },
  ];
}

function line(
  { number, at, who, change, undone, undoes }: Entry,
  zone: string,
  heard: Heard,
  known: KnownNames,
): Span[] {
  const { language, say } = heard;
  const mark = undoes !== null ? say("audit-undoes", { number: undoes }) : undone ? say("audit-undone") : "";
  return [
    { type: "bold", text: `#${number} ` },
    {
      type: "text",
      text: `${datedText(at, language, zone)}, ${calledText(who, known.names)}: ${changeText(change, heard, known)}`,
    },
    ...(mark === "" ? [] : [{ type: "italic" as const, text: ` ${mark}` }]),
  ];
}
