import { z } from "zod";
import type { Values } from "../../core/message/form.js";
import { textOf } from "./ask.js";

/** A window or page in which somebody did something. */
export interface Seen {
  team: string;
  user: string;
  home: string;
  view: { id: string; kind: "modal" | "home"; state: string; fields: readonly string[] };
  trigger: string;
}

const view = z.looseObject({
  id: z.string(),
  type: z.enum(["modal", "home"]),
  private_metadata: z.string().catch(""),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().catch("") })).catch([]),
});
const doer = z.looseObject({
  team: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string(), team_id: z.string().nullable().catch(null) }),
  trigger_id: z.string().catch(""),
  view,
});

const option = z.looseObject({ value: z.string() });
/** What stands in a field, as each kind of field tells it. */
const filled = z
  .union([
    z.looseObject({ selected_option: option.nullable() }).transform((one) => one.selected_option?.value ?? null),
    z
      .looseObject({ selected_options: z.array(option) })
      .transform((one) => one.selected_options.map(({ value }) => value)),
    z.looseObject({ selected_time: z.string().nullable() }).transform((one) => one.selected_time),
    z.looseObject({ value: z.string().nullable() }).transform((one) => one.value),
  ])
  .catch(null);
const submission = z.looseObject({
  view: z.looseObject({
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), filled)) }),
  }),
});

const press = z.looseObject({ actions: z.array(z.looseObject({ value: z.string().catch("") })).min(1) });

/** Who did something in which window or page; null for a body that is none. */
export function readSeen(body: unknown): Seen | null {
  const { data } = doer.safeParse(body);
  if (data === undefined) return null;
  const { team, user, trigger_id: trigger, view: seen } = data;
  const fields = seen.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id);
  return {
    team: team.id,
    user: user.id,
    home: user.team_id ?? team.id,
    view: { id: seen.id, kind: seen.type, state: seen.private_metadata, fields },
    trigger,
  };
}

/** What was filled into a window, by field. */
export function readValues(body: unknown): Values {
  const { data } = submission.safeParse(body);
  return Object.fromEntries(
    Object.entries(data?.view.state.values ?? {}).map(([block, actions]) => [block, actions[block] ?? null]),
  );
}

/** The command line of a button that was pressed in a window or page. */
export function readPress(body: unknown): string[] {
  return textOf(press.safeParse(body).data?.actions[0]?.value ?? "").words;
}
