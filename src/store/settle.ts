import { loseChat } from "./chats.js";
import { moveChat } from "./move.js";
import type { Claimed } from "./deliveries.js";
import { open } from "./outbox.js";
import { permit } from "./pacing.js";
import type { DeliveryRow, Reader } from "./tables.js";
import { impossible } from "../core/impossible.js";
import type { ChatAddress } from "../core/message/messenger.js";

/** What is written of a claimed delivery. */
export type Settlement =
  | { kind: "sent"; ref: string }
  /** Certainly not sent: owed again from `at`; nothing else goes to this chat before. */
  | { kind: "later"; at: number; why: string; slower?: true }
  /** Certainly not sent: owed as before; the lane rests until `at`. */
  | { kind: "closed"; at: number; why: string }
  | { kind: "moved"; to: ChatAddress }
  | { kind: "gone"; why: string }
  | { kind: "dead"; why: string }
  | { kind: "moot"; why: string }
  /** It may have been sent, and is not sent again. */
  | { kind: "skipped"; why: string }
  /** It may have been sent: stays *sending*, to be settled from `at`, or from now. */
  | { kind: "unknown"; why: string; at?: number }
  /** It may have been sent, and is owed again from `at`: the next post is marked as a repeat unless it is an edit. */
  | { kind: "again"; at: number; why: string };

type Patch = Partial<Omit<DeliveryRow, "id" | "chat" | "kind" | "ref">>;

/** Settles one delivery if this claim still holds it; false otherwise. */
export async function settleOne(db: Reader, claimed: Claimed, settlement: Settlement, now: number): Promise<boolean> {
  const { delivery, chat } = claimed;
  const result = await db
    .updateTable("deliveries")
    .set(patchOf(delivery, settlement, now))
    .where("id", "=", delivery.id)
    .where("fence", "=", delivery.fence)
    .where((eb) => open(eb))
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  if (settlement.kind === "later") await permit(db, `chat:${chat.peer}`, settlement.at);
  if (settlement.kind === "closed") await permit(db, `lane:${chat.lane}`, settlement.at);
  if (settlement.kind === "moved") await moveChat(db, chat, settlement.to, now);
  if (settlement.kind === "gone") await loseChat(db, chat.id, settlement.why, now);
  return true;
}

function patchOf(delivery: DeliveryRow, settlement: Settlement, now: number): Patch {
  switch (settlement.kind) {
    case "sent":
      return { sent: now, reference: settlement.ref, lease: null, why: null };
    case "later":
      return { ...unsent, tries: delivery.tries - 1, due: settlement.at, why: settlement.why };
    case "closed":
      return { ...unsent, tries: delivery.tries - 1, why: settlement.why };
    case "moved":
      return { ...unsent, tries: delivery.tries - 1, due: now, why: `moved to ${settlement.to}` };
    case "gone":
    case "dead":
      return { dead: now, lease: null, why: settlement.why };
    case "moot":
    case "skipped":
      return { moot: now, lease: null, why: settlement.why };
    case "unknown":
      return { lease: settlement.at ?? now, why: settlement.why };
    case "again":
      return { ...unsent, due: settlement.at, repeated: delivery.original === null ? now : null, why: settlement.why };
    default:
      return impossible(settlement);
  }
}

const unsent = { intent: null, lease: null, owner: null };
