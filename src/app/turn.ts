import type { DeliveryRules } from "./delivery-rules.js";
import { Refusal } from "../core/refusal.js";
import { readAddress } from "../core/lane.js";
import type { ChatAddress } from "../core/message/messenger.js";
import type { Store } from "../store/store.js";

/**
 * Reserves an answer's turn and returns its time: answers and posts keep one pace together, and an answer goes before all posts that
 * have no turn yet.
 */
export function createTurn({ store, rules }: { store: Pick<Store, "deliveries">; rules: DeliveryRules }) {
  return async function turn(chat: ChatAddress, now: number): Promise<number> {
    const where = readAddress(chat);
    if (where === null) throw new Refusal(`${chat} is no address of a chat`);
    return store.deliveries.turn(where, rules.platforms[where.platform], now);
  };
}
