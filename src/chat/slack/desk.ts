import type { Desk, Ears, Filled } from "../../core/message/ask.js";
import { textReply } from "../../core/message/reply.js";
import { renderSlackForm, renderSlackHome, renderSlackWindow, type SlackView } from "../../core/message/slack-form.js";
import type { Tongue, Words } from "../../core/message/words.js";
import { impossible } from "../../core/impossible.js";
import { askOf, type Said } from "./ask.js";
import type { SlackClient } from "./client.js";
import type { Log } from "../log.js";
import { pause } from "./pause.js";
import type { createPeople } from "./people.js";
import type { Stamp } from "./stamp.js";
import type { Seen } from "./view.js";
import type { Values } from "../../core/message/form.js";

export interface DeskParts {
  client: SlackClient;
  team: string;
  ears: Ears;
  desk: Desk;
  people: ReturnType<typeof createPeople>;
  stamp: Stamp;
  words: Words;
  log: Log;
}

/** What Slack is told when a window was sent off. */
export type Answer =
  | { response_action: "errors"; errors: Record<string, string> }
  | { response_action: "update"; view: SlackView };

/** Slack waits three seconds for what becomes of a window that was sent off. */
const prompt = 2_200;

/** Windows and the app's page in one workspace. Whatever comes out of them is looked at as if a stranger had written it. */
export function createDesk({ client, team, ears, desk, people, stamp, words, log }: DeskParts) {
  const addressOf = (channel: string): string => `slack:${team}/${channel}`;

  /** Opens a window at once, as Slack wants it within three seconds, and returns its id. */
  async function begin(trigger: string): Promise<string | null> {
    const view = renderSlackWindow([textReply("tr", "…")], "Tellal", "");
    const opened = await client.call("views.open", { trigger_id: trigger, view: JSON.stringify(view) });
    return viewIdOf(opened);
  }

  async function put(id: string, view: SlackView): Promise<void> {
    await client.call("views.update", { view_id: id, view: JSON.stringify(view) });
  }

  /** Opens a window and fills it with the form of a command, or with what is said in its place. */
  async function open(said: Said, trigger: string): Promise<void> {
    const id = await begin(trigger);
    if (id !== null) await showForm(id, said);
  }

  async function showForm(id: string, said: Said): Promise<void> {
    const ask = await askOf(said, team, people);
    if (ask === null) return;
    const state = stamp.write(said);
    try {
      const made = await desk.form(ask);
      await put(
        id,
        "fields" in made ? renderSlackForm(made, state) : renderSlackWindow(made.messages, "Tellal", state),
      );
    } catch (error) {
      await put(id, sorry(ask.language));
      throw error;
    }
  }

  const sorry = (language: Tongue | null, name = "failed"): SlackView => {
    const tongue = language ?? "tr";
    return renderSlackWindow([textReply(tongue, words(tongue)(name))], "Tellal", "");
  };

  /** What was done in a window as if it had been said in the channel that the window stands for; null if that cannot be. */
  async function saidIn(seen: Seen, line: readonly string[]): Promise<Said | null> {
    const known = stamp.read(seen.view.state, seen.user);
    if (known === null || known.channel === "") return null;
    return saidOf(seen, known.channel, line.length > 0 ? line : known.words);
  }

  /** Who is not in the channel any more has nothing to do there. */
  async function saidOf({ team, user, home }: Seen, channel: string, line: readonly string[]): Promise<Said | null> {
    if (!channel.startsWith("D") && !(await people.isMember(user, channel))) return null;
    return { team, channel, user, home, words: [...line], behind: null, mentioned: [], called: {}, pressed: true };
  }

  function viewOf(filled: Filled, state: string): SlackView | null {
    switch (filled.kind) {
      case "faults":
        return null;
      case "form":
        return renderSlackForm(filled.form, state);
      case "reply":
        return renderSlackWindow(filled.reply.messages, "Tellal", state);
      default:
        return impossible(filled);
    }
  }

  async function fill(seen: Seen, values: Values): Promise<Answer> {
    const language = await people.languageOf(seen.user);
    const say = words(language ?? "tr");
    const said = await saidIn(seen, []);
    const ask = said === null ? null : await askOf(said, team, people);
    if (ask === null) {
      log.warn(
        { team, user: seen.user },
        "a window came back with a state that is not ours, or from who is not in its channel",
      );
      return errorsIn(seen, { "": say("form-stale") }, sorry(language, "form-stale"));
    }
    const filled = await desk.fill(ask, values);
    if (filled.kind === "faults") return errorsIn(seen, filled.faults, sorry(language));
    return { response_action: "update", view: viewOf(filled, seen.view.state) ?? sorry(language) };
  }

  async function home(user: string, direct: string): Promise<void> {
    const channels = await people.channelsOf(user);
    const own = direct === "" ? [] : [{ address: addressOf(direct), name: null }];
    const chats = [...own, ...channels.map(({ id, name }) => ({ address: addressOf(id), name }))];
    const from = `slack:${team}/${user}`;
    const message = await desk.home({ from, language: await people.languageOf(user), chats });
    const state = stamp.write({ user, channel: direct, words: [] });
    await client.call("views.publish", { user_id: user, view: JSON.stringify(renderSlackHome(message, state)) });
  }

  async function pressedInWindow(seen: Seen, line: readonly string[]): Promise<void> {
    await answerIn(seen.view.id, seen, await saidIn(seen, line));
  }

  /** The page's buttons name their channel: `in slack:T01/C02 configure`; `home` shows the page anew. */
  async function pressedOnPage(seen: Seen, [word, address = "", ...line]: readonly string[]): Promise<void> {
    const direct = stamp.read(seen.view.state, seen.user)?.channel ?? "";
    if (word !== "in") return home(seen.user, direct);
    const channel = channelIn(address, direct);
    // Slack opens a window within three seconds only: whether the person may is asked after.
    const id = await begin(seen.trigger);
    if (id === null) return;
    const said = channel === null ? null : await saidOf(seen, channel, line);
    if (said !== null && desk.hasForm(said.words)) await showForm(id, said);
    else await answerIn(id, seen, said);
  }

  /** Shows the answer to what was said in a window; null is what cannot be said from there. */
  async function answerIn(id: string, seen: Seen, said: Said | null): Promise<void> {
    const ask = said === null ? null : await askOf(said, team, people);
    const reply = ask === null ? null : await ears.answer(ask);
    if (said === null || reply === null) return put(id, sorry(await people.languageOf(seen.user), "form-stale"));
    await put(id, renderSlackWindow(reply.messages, "Tellal", stamp.write(said)));
  }

  return {
    open,
    home,

    /** Takes a window that was sent off; what takes longer than Slack waits is shown when it is there. */
    async submitted(seen: Seen, values: Values): Promise<Answer> {
      const done = fill(seen, values).catch(async (error: unknown): Promise<Answer> => {
        log.error(
          { team, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) },
          "filling in threw",
        );
        return { response_action: "update", view: sorry(await people.languageOf(seen.user)) };
      });
      const over = new AbortController();
      const late = pause(prompt, over.signal).then(() => null);
      const answer = await Promise.race([done, late]);
      over.abort();
      if (answer !== null) return answer;
      void done
        .then((slow) => put(seen.view.id, "view" in slow ? slow.view : listed(slow.errors)))
        .catch((error: unknown) => {
          log.error({ team, fault: String(error) }, "a window could not be shown what became of it");
        });
      return { response_action: "update", view: renderSlackWindow([textReply("tr", "…")], "Tellal", seen.view.state) };
    },

    /** Takes a button that was pressed in a window, or on the app's page. */
    pressed: (seen: Seen, line: readonly string[]): Promise<void> =>
      seen.view.kind === "home" ? pressedOnPage(seen, line) : pressedInWindow(seen, line),
  };

  /** A channel of this workspace in an address; the direct one only if it is the person's own. */
  function channelIn(address: string, direct: string): string | null {
    const lane = `slack:${team}/`;
    const channel = address.startsWith(lane) ? address.slice(lane.length) : "";
    return /^[CG][A-Z0-9]{1,20}$/u.test(channel) || (channel !== "" && channel === direct) ? channel : null;
  }
}

/** What is wrong, at the fields it is about; what has no field stands at the first, and where there is none in the window's place. */
function errorsIn({ view }: Seen, faults: Record<string, string>, instead: SlackView): Answer {
  const [first] = view.fields;
  if (first === undefined) return { response_action: "update", view: instead };
  const entries = Object.entries(faults).map(([name, text]) => [view.fields.includes(name) ? name : first, text]);
  return { response_action: "errors", errors: Object.fromEntries(entries) as Record<string, string> };
}

function listed(errors: Record<string, string>): SlackView {
  return renderSlackWindow([textReply("tr", Object.values(errors).join(" "))], "Tellal", "");
}

function viewIdOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("view" in answer)) return null;
  const { view } = answer;
  return typeof view === "object" && view !== null && "id" in view && typeof view.id === "string" ? view.id : null;
}
