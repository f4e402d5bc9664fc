/** What stands beside `ok: false` in an answer of the Bot API. */
export interface Refused {
  error_code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

/** Ends the call with that answer; `description` is without "Bad Request: ", which code 400 gets, as 403 gets "Forbidden: ". */
export function refuse(code: number, description: string, parameters?: Refused["parameters"]): never {
  const before = code === 400 ? "Bad Request: " : code === 403 ? "Forbidden: " : "";
  const refused: Refused = { error_code: code, description: before + description };
  throw new Error(refused.description, { cause: parameters === undefined ? refused : { ...refused, parameters } });
}

/** The answer behind an error that `refuse` threw; null for any other error. */
export function refusedBy(error: unknown): Refused | null {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === "object" && cause !== null && "error_code" in cause ? (cause as Refused) : null;
}
