import { viewFaults } from "./blocks.js";
import { no, wrong, yes, type Answer, type Call } from "./call.js";
import { isRecord, words, type Json } from "./shapes.js";
import type { State, View, Workspace } from "./state.js";
import type { Triggers } from "./triggers.js";

type Handler = (call: Call) => Answer;

/** Modals of one person, one above the other. */
const most = 3;

/** What is wrong with a view, as Slack says it; null if nothing. */
export function viewFault(team: Workspace, body: Json, type: "modal" | "home", own: string | null): Answer | null {
  if (JSON.stringify(body).length > 250_000) return no("view_too_large");
  const faults = viewFaults(body, type);
  if (faults.length > 0) return wrong("invalid_arguments", faults);
  const name = isRecord(body) ? words(body["external_id"]) : "";
  const others = [...team.modals.values()].flat().concat([...team.homes.values()]);
  const taken = name !== "" && others.some((one) => one.id !== own && one.body["external_id"] === name);
  return taken ? no("duplicate_external_id") : null;
}

/** A view as Slack keeps it: every block with an id. */
export function createView(state: State, user: string, body: Json, below: View | null): View {
  const id = state.nextId("V");
  return {
    id,
    hash: `${state.nextTs()}.${id.slice(-4)}`,
    user,
    body: named(state, body),
    root: below?.root ?? id,
    previous: below?.id ?? null,
  };
}

/** Puts another body into a view. */
export function changeView(state: State, view: View, body: Json): void {
  view.body = named(state, body);
  view.hash = `${state.nextTs()}.${view.id.slice(-4)}`;
}

function named(state: State, body: Json): View["body"] {
  if (!isRecord(body)) return {};
  const blocks = Array.isArray(body["blocks"]) ? body["blocks"] : [];
  const own = (id: string, one: Json) => (isRecord(one) ? { [id]: state.nextId("b"), ...one } : one);
  const withActions = blocks.map((block) => {
    if (!isRecord(block)) return block;
    const made = own("block_id", block) as { [key: string]: Json };
    if (isRecord(made["element"])) made["element"] = own("action_id", made["element"]);
    if (isRecord(made["accessory"])) made["accessory"] = own("action_id", made["accessory"]);
    if (made["type"] === "actions" && Array.isArray(made["elements"]))
      made["elements"] = made["elements"].map((one) => own("action_id", one));
    return made;
  });
  return { ...body, blocks: withActions };
}

/** A view as the API and payloads show it. */
export function shownView({ id, hash, body, root, previous }: View, team: Workspace, values: Json = {}) {
  return {
    id,
    team_id: team.id,
    private_metadata: "",
    callback_id: "",
    title: null,
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    external_id: "",
    ...body,
    state: { values },
    hash,
    root_view_id: root,
    previous_view_id: previous,
    app_id: "A0TESTAPP1",
    bot_id: team.botId,
  };
}

/** The methods of `views.…`; `home`: the app has a home page. */
export function views(triggers: Triggers, home: boolean): Record<string, Handler> {
  const opening =
    (push: boolean): Handler =>
    ({ team, args, state }) => {
      const view = args["view"] ?? {};
      if (args["trigger_id"] === undefined) {
        return wrong("invalid_arguments", ["[ERROR] missing required field: trigger_id"]);
      }
      const fault = viewFault(team, view, "modal", null);
      if (fault !== null) return fault;
      const found = triggers.exchange(words(args["trigger_id"]), team.id);
      if ("error" in found) return no(found.error);
      const below = push ? (team.modals.get(found.user) ?? []) : [];
      if (push && below.length === 0) return no("not_found");
      if (below.length >= most) return no("push_limit_reached");
      const made = createView(state, found.user, view, below.at(-1) ?? null);
      team.modals.set(found.user, [...below, made]);
      return yes({ view: shownView(made, team) });
    };
  return {
    "views.open": opening(false),
    "views.push": opening(true),
    "views.update": ({ team, args, state }) => {
      const all = [...team.modals.values()].flat().concat([...team.homes.values()]);
      const view = all.find((one) =>
        args["view_id"] === undefined
          ? one.body["external_id"] === args["external_id"] && args["external_id"] !== undefined
          : one.id === args["view_id"],
      );
      if (view === undefined) return no("not_found");
      if (args["hash"] !== undefined && args["hash"] !== view.hash) return no("hash_conflict");
      const type = view.body["type"] === "home" ? "home" : "modal";
      const fault = viewFault(team, args["view"] ?? {}, type, view.id);
      if (fault !== null) return fault;
      changeView(state, view, args["view"] ?? {});
      return yes({ view: shownView(view, team) });
    },
    "views.publish": ({ team, args, state }) => {
      if (!home) return no("not_enabled");
      const user = words(args["user_id"]);
      if (!team.people.has(user)) return wrong("invalid_arguments", ["[ERROR] invalid user [json-pointer:/user_id]"]);
      const known = team.homes.get(user);
      if (args["hash"] !== undefined && args["hash"] !== known?.hash) return no("hash_conflict");
      const fault = viewFault(team, args["view"] ?? {}, "home", known?.id ?? null);
      if (fault !== null) return fault;
      const view = known ?? createView(state, user, args["view"] ?? {}, null);
      if (known !== undefined) changeView(state, known, args["view"] ?? {});
      team.homes.set(user, view);
      return yes({ view: shownView(view, team) });
    },
  };
}
