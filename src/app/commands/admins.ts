import type { Ask } from "../../core/message/ask.js";
import { calledText } from "../../core/message/called.js";
import { listReply, replyOf } from "../../core/message/reply.js";
import type { Span } from "../../core/message/message.js";
import { Refusal } from "../../core/refusal.js";
import { isPerson } from "../../core/person.js";
import type { Store } from "../../store/store.js";
import type { Changes } from "./change.js";
import type { Command, Heard, SubCommand } from "./table.js";
import { groupOf } from "./usage.js";

interface AdminParts {
  store: Pick<Store, "admins" | "names">;
  changes: Changes;
  /** Those of `ADMINS`, whom no command takes away. */
  fixed: readonly string[];
}

/** `/admin list|add|remove`. */
export function adminCommands({ store, changes, fixed }: AdminParts): Command[] {
  const list: SubCommand["run"] = async (_ask, { language, say }) => {
    const added = (await store.admins.list()).filter((one) => !fixed.includes(one));
    const names = await store.names.of([...fixed, ...added]);
    const items = [
      ...fixed.map((one): Span[] => [
        { type: "bold", text: calledText(one, names) },
        { type: "text", text: ` — ${say("admin-fixed")}` },
      ]),
      ...added.map((one): Span[] => [{ type: "bold", text: calledText(one, names) }]),
    ];
    return replyOf(listReply(language, say("admin-title"), items));
  };

  const called = async (admin: string) => calledText(admin, await store.names.of([admin]));

  const add: SubCommand["run"] = async (ask, heard) => {
    const admin = personOf(ask, heard);
    if (fixed.includes(admin) || (await store.admins.list()).includes(admin)) {
      throw new Refusal(heard.say("admin-known", { admin: await called(admin) }));
    }
    return changes.now({ kind: "admin-add", admin }, null, ask, heard);
  };

  const remove: SubCommand["run"] = async (ask, heard) => {
    const admin = personOf(ask, heard);
    const added = await store.admins.list();
    if (fixed.includes(admin)) throw new Refusal(heard.say("admin-is-fixed", { admin: await called(admin) }));
    if (!added.includes(admin)) throw new Refusal(heard.say("admin-unknown", { admin: await called(admin) }));
    if (fixed.length + added.length === 1) throw new Refusal(heard.say("admin-last"));
    return changes.now({ kind: "admin-remove", admin }, null, ask, heard);
  };

  const who = "admin";
  return [
    groupOf({ name: "admin", who, args: "arguments-admin", summary: "command-admin" }, [
      { name: "list", who, args: "", summary: "admin-command-list", run: list },
      { name: "add", who, args: "arguments-person", summary: "admin-command-add", run: add },
      { name: "remove", who, args: "arguments-person", summary: "admin-command-remove", run: remove },
    ]),
  ];
}

/** Whom the words name: an address, a number of Telegram, or the one whom they mention or whose message they answer. */
function personOf({ chat, people = [] }: Ask, { args: [word = ""], say }: Heard): string {
  const named = chat.startsWith("telegram:") && /^\d+$/u.test(word) ? `telegram:${word}` : word;
  if (isPerson(named)) return named;
  const [pointed] = people;
  if (pointed !== undefined && isPerson(pointed)) return pointed;
  throw new Refusal(say("admin-whom"));
}
