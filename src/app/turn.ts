import type { DeliveryRules } from "./delivery-rules.js";
import { Refusal } from "../core/refusal.js";
import { readAddress } from "../core/lane.js";
import type { ChatAddress } from "../core/message/messenger.js";
import type { Store } from "../store/store.js";

export interface TurnParts {
  store: Pick<Store, "deliveries">;
  rules: DeliveryRules;
  /** As in `DeliverParts`. */
  until: (at: number) => Promise<number>;
}

/**
 * Waits for an answer's turn in its chat, reserves the lane's next send for it and returns its time: answers and posts keep one pace
 * together, and an answer goes before all posts that have no turn yet. The lane is not asked before the chat may: a chat that has to
 * wait would else hold up all others.
 */
export function createTurn({ store, rules, until }: TurnParts) {
  return async function turn(chat: ChatAddress, now: number): Promise<number> {
    const where = readAddress(chat);
    if (where === null) throw new Refusal(`${chat} is no address of a chat`);
    const pace = rules.platforms[where.platform];
    const then = await until(await store.deliveries.chatTurn(where.peer, pace, now));
    return store.deliveries.laneTurn(where, pace, then);
  };
}
