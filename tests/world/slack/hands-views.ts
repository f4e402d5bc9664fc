import { directOf } from "./call.js";
import { pressInViewPayload, viewPayload } from "./payloads.js";
import { buttonIn } from "./seen.js";
import { isRecord, type Json } from "./shapes.js";
import type { Person, View, Workspace } from "./state.js";
import { filled } from "./inputs.js";
import { changeView, createView, viewFault } from "./views.js";
import { watch, type Answered, type Patience } from "./watch.js";
import { failed, type Taken } from "./way.js";
import type { World } from "./world.js";

/** What comes of a modal that was sent off: `errors` by block are shown to the person, and the modal stays. */
type Submitted = Answered & { errors: Record<string, Json> };

/** What a person does in modals and on the app's home page. */
export function createViewHands(world: World, team: Workspace, person: Person, installed: () => void) {
  const { state, way, events, home } = world;
  const stack = () => team.modals.get(person.id) ?? [];

  function top(): View {
    const view = stack().at(-1);
    if (view === undefined) throw new Error(`${person.name} has no modal before them`);
    return view;
  }

  /** Does what the app's answer to a modal says; what is wrong with the answer, or null. */
  function obey(answer: unknown, errors: Record<string, Json>): string | null {
    const view = top();
    const said = isRecord(answer) ? answer : {};
    const close = (views: View[]) => void team.modals.set(person.id, views);
    switch (said["response_action"]) {
      case undefined:
        close(stack().slice(0, -1));
        return null;
      case "clear":
        close([]);
        return null;
      case "errors": {
        const named = isRecord(said["errors"]) ? said["errors"] : {};
        const blocks = Array.isArray(view.body["blocks"]) ? view.body["blocks"] : [];
        const inputs = new Set(
          blocks.flatMap((one) => (isRecord(one) && one["type"] === "input" ? [one["block_id"]] : [])),
        );
        const fits = Object.keys(named).length > 0 && Object.keys(named).every((id) => inputs.has(id));
        if (fits) Object.assign(errors, named);
        return fits ? null : "invalid_response";
      }
      case "update":
      case "push": {
        const body = said["view"] ?? {};
        const push = said["response_action"] === "push";
        if (push && stack().length >= 3) return "push_limit_reached";
        if (viewFault(team, body, "modal", push ? null : view.id) !== null) return "invalid_response";
        if (push) close([...stack(), createView(state, person.id, body, view)]);
        else changeView(state, view, body);
        return null;
      }
      default:
        return "invalid_response";
    }
  }

  return {
    /** Opens the app's home page; the page as it stands when the app was told. */
    async opensHome(): Promise<View | null> {
      installed();
      const channel = directOf({ team, state }, person).id;
      const tab = home ? "home" : "messages";
      await events.tell(team, { type: "app_home_opened", user: person.id, channel, tab })?.first;
      return team.homes.get(person.id) ?? null;
    },
    /** Presses a button in the modal that stands open, or on the home page. */
    async pressesInView(button: string, patience?: Patience): Promise<Answered> {
      installed();
      const view = stack().at(-1) ?? team.homes.get(person.id);
      const found = view === undefined ? null : buttonIn(view.body["blocks"] ?? [], button);
      if (view === undefined || found === null) throw new Error(`no button "${button}"`);
      const looks = watch(team, person, null);
      const payload = pressInViewPayload(world, { team, person }, view, found);
      return looks(await way("interactive", payload, null), { answers: 0, ...patience });
    },
    /** Fills in the modal that stands open, by action_id, and sends it off. */
    async submits(values: Record<string, string | string[]> = {}, patience?: Patience): Promise<Submitted> {
      const view = top();
      const looks = watch(team, person, null);
      const payload = viewPayload(world, { team, person }, view, filled(view, values));
      let taken: Taken = await way("interactive", payload, null);
      const errors: Record<string, Json> = {};
      const wrong = taken.kind === "taken" ? obey(taken.answer, errors) : null;
      if (wrong !== null) taken = failed(wrong, "response");
      return { ...(await looks(taken, { answers: 0, ...patience })), errors };
    },
    /** Closes the modal that stands open; the app hears of it where it asked to. */
    async closes(): Promise<void> {
      const view = top();
      team.modals.set(person.id, stack().slice(0, -1));
      if (view.body["notify_on_close"] !== true) return;
      await way("interactive", viewPayload(world, { team, person }, view, null), null);
    },
  };
}
