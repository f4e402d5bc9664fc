import type { Ask, Desk, Ears, MenuEntry } from "../core/message/ask.js";
import type { Tongue, Words } from "../core/message/words.js";
import type { Feeds } from "../feeds/outcome.js";
import type { Store } from "../store/store.js";
import { adminDesk } from "./commands/admin-desk.js";
import { createAnswer } from "./commands/answer.js";
import { briefCommands, type PageReading } from "./commands/brief.js";
import { feedbackCommands } from "./commands/feedback.js";
import { forgetCommands } from "./commands/forget.js";
import { findTopic } from "./commands/find-topic.js";
import { muteCommands } from "./commands/mute.js";
import { configureCommand } from "./commands/configure.js";
import { keywordsFormCommand } from "./commands/keywords-form.js";
import { createLatest, storyCommands } from "./commands/stories.js";
import { recordCommands } from "./commands/records.js";
import { searchCommands } from "./commands/search.js";
import { statsCommands } from "./commands/stats.js";
import { settingsCommands } from "./commands/settings.js";
import { createSubscriptions } from "./commands/subscriptions.js";
import { webCommands, type WebDoor } from "./commands/web.js";
import { whyCommands } from "./commands/why.js";
import type { DeliveryRules } from "./delivery-rules.js";
import type { Admins } from "./log.js";
import { createHome } from "./home.js";
import { createTurn } from "./turn.js";

export interface EarsParts extends PageReading {
  store: Store;
  feeds: Pick<Feeds, "article" | "read">;
  words: Words;
  rules: DeliveryRules;
  /** Those of `ADMINS`: they may change what is everybody's, and name others who may. */
  admins: readonly string[];
  /** Absent where there is no web page. */
  web?: WebDoor | null;
  /** Tells them what somebody has to look at. */
  tell?: Admins;
  clock: () => number;
  /** Resolves at that time. */
  until: (at: number) => Promise<number>;
  /** Lets all that waits in this process go first. */
  breathe: () => Promise<void>;
}

/** What listeners of every platform tell and ask, and the commands that their menus show. */
export function createEars(parts: EarsParts): Ears & Desk & { menu: MenuEntry[] } {
  const { store, words, rules, admins, clock, until, tell = () => {} } = parts;
  const turn = createTurn({ store, rules, until });
  const latest = createLatest({ store, words });
  const subscriptions = createSubscriptions({ store, latest });

  /** What a chat chose, else what the asker's own program speaks. */
  async function languageOf({ chat, language }: Pick<Ask, "chat" | "language">): Promise<Tongue> {
    return (await store.chats.find(chat))?.language ?? language ?? "tr";
  }

  const isGlobalAdmin = async (from: string) => admins.includes(from) || (await store.admins.list()).includes(from);
  const answers: ReturnType<typeof createAnswer> = createAnswer({
    commands: [
      ...subscriptions.commands,
      ...storyCommands({ store, words }, latest),
      ...searchCommands({ store }),
      ...recordCommands({ store }),
      ...briefCommands(parts),
      ...whyCommands(parts),
      ...statsCommands(parts),
      ...webCommands(parts),
      ...settingsCommands({ store, words }),
      ...muteCommands(store),
      ...forgetCommands({ store }),
      ...feedbackCommands({ store, words, tell }),
      ...adminDesk(parts),
      configureCommand({ store }),
      keywordsFormCommand({ store, answer: (ask) => answers.answer(ask) }),
    ],
    words,
    languageOf,
    isGlobalAdmin,
    isTopic: async ({ chat, words: said }) => findTopic(said.join(" "), await store.topics.seenBy(chat)) !== undefined,
    note: store.names.note,
    clock,
  });

  return {
    ...answers,
    home: createHome({ store, words, isGlobalAdmin, clock }),
    joined: async (chat, language) => {
      // Who follows something already was not met just now: the messenger went into a channel by itself.
      if ((await store.chats.topicsOf(chat)).length > 0) return null;
      const tongue = await languageOf({ chat, language });
      await store.chats.welcome(chat);
      return subscriptions.greeting(chat, tongue, words(tongue));
    },
    left: (chat, why) => store.chats.lose(chat, why, clock()),
    moved: (from, to) => store.chats.move(from, to, clock()),
    turn: async (chat) => void (await until(await turn(chat, clock()))),
  };
}
