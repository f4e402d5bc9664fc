import type { Compose, Posting, StoryPosting } from "./compose.js";
import { readChatSettings } from "../core/chat-settings.js";
import type { DigestReason } from "../core/message/digest.js";
import type { Post } from "../core/message/messenger.js";
import type { StoryView } from "../core/message/view.js";
import type { Claimed } from "../store/deliveries.js";
import type { Store } from "../store/store.js";
import type { StoredView } from "../store/views.js";

/** How a chat is to see a post. */
type Look = Pick<StoryPosting, "language" | "length" | "buttons">;

/** Makes the post of a claimed delivery from the newest versions of its stories; `draft` is null if what it would edit never arrived. */
export function createDraft({ store, compose }: { store: Pick<Store, "deliveries" | "views">; compose: Compose }) {
  async function posting(claimed: Claimed, replyTo: string | null): Promise<Posting> {
    const { delivery, chat } = claimed;
    if (delivery.kind === "broadcast") {
      const text = await store.deliveries.broadcastText(delivery.ref);
      if (text === null) throw new Error(`delivery ${delivery.id} has no words`);
      return { kind: "broadcast", text, language: chat.language };
    }
    const look: Look = {
      language: chat.language,
      length: readChatSettings(chat.settings).length,
      buttons: chat.platform !== "console",
    };
    const source = delivery.original ?? delivery.id;
    const [first, ...rest] = await store.views.ofDelivery(source);
    if (first === undefined) throw new Error(`delivery ${delivery.id} has no story`);
    const form = await store.deliveries.formOf(source);
    if (form.kind === "digest") return digest([first, ...rest], look, form.reason ?? "many");
    const stories: StoryPosting["stories"] = [first.view];
    if (first.withdrawn) return { ...look, kind: "withdrawal", stories };
    if (delivery.kind === "update") return { ...look, kind: "update", stories };
    return { ...look, kind: replyTo === null ? "post" : "followUp", stories };
  }

  /** The reference of the post that this one answers: a story that continues a known one is a reply to the first. */
  async function answers({ delivery, chat }: Claimed): Promise<string | null> {
    if (delivery.kind !== "post") return null;
    const [first] = await store.views.ofDelivery(delivery.id);
    const thread = first?.continues ?? null;
    return thread === null ? null : store.deliveries.postOf(chat.id, thread);
  }

  async function draft(claimed: Claimed): Promise<Post | null> {
    const { delivery, chat } = claimed;
    const edits = await store.deliveries.edits(delivery);
    if (edits.kind === "lost") return null;
    const replyTo = await answers(claimed);
    return {
      delivery: delivery.id,
      chat: chat.address,
      message: compose(await posting(claimed, replyTo)),
      replyTo,
      edits: edits.ref,
      repeat: delivery.repeated !== null,
    };
  }

  return { draft, answers };
}

/** Withdrawn stories are left out of a digest, unless nothing else is in it. */
function digest(views: [StoredView, ...StoredView[]], look: Look, reason: DigestReason): Posting {
  const [first, ...rest]: StoryView[] = views.filter((one) => !one.withdrawn).map((one) => one.view);
  if (first === undefined) return { ...look, kind: "withdrawal", stories: [views[0].view] };
  return { ...look, kind: "digest", stories: [first, ...rest], reason };
}
