import { Api, GrammyError } from "grammy";
import { createTelegram } from "./telegram.js";

const token = "123456:test-token";

const opened: { close(): Promise<void> }[] = [];

/** Closes every Telegram that a test started. */
export async function closeAll(): Promise<void> {
  for (const one of opened.splice(0)) await one.close();
}

export type Rig = Awaited<ReturnType<typeof start>>;

/** A Telegram on a clock of its own, the real grammY in front of it, and a way to send what grammY's types forbid. */
export async function start() {
  let now = Date.UTC(2026, 9, 1, 8);
  const telegram = await createTelegram({ token, clock: () => now });
  opened.push(telegram);
  const api = new Api(token, { apiRoot: telegram.url });
  return {
    telegram,
    api,
    raw: (method: string, args: object, key = token) => raw(telegram.url, key, method, args),
    wait: (milliseconds: number) => (now += milliseconds),
  };
}

async function raw(url: string, key: string, method: string, args: object): Promise<unknown> {
  const answer = await fetch(`${url}/bot${key}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  const { ok, ...refused } = (await answer.json()) as { ok: boolean; error_code: number; description: string };
  if (!ok) throw new GrammyError("refused", { ok: false, ...refused }, method, {});
  return refused;
}

/** What a call was refused with; throws if it was accepted. */
export async function refusalOf(act: () => unknown): Promise<{ error_code: number; description: string }> {
  try {
    await act();
  } catch (error) {
    if (error instanceof GrammyError) return { error_code: error.error_code, description: error.description };
    throw error;
  }
  throw new Error("it was accepted");
}

/** A call that must be refused: what it is, the call, and the answer's code and description. */
export type Row = [name: string, act: (rig: Rig) => unknown, error_code: number, description: string | RegExp];

export const known = ({ telegram }: Rig) => telegram.user({ started: true });
export const send = (rig: Rig, id: number | string, text = "Toplantı", more = {}) =>
  rig.api.sendMessage(id, text, more);
/** The smallest thing that passes for a picture. */
export const png = Buffer.from("89504e470d0a1a0a0000000d", "hex");

/** A pattern for a description: the whole of a text, or what an expression finds in it. */
export const told = (description: string | RegExp): RegExp =>
  typeof description === "string" ? new RegExp(`^${description.replaceAll(/[.*+?()[\]]/g, "\\$&")}$`) : description;
