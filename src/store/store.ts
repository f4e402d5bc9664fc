import { createAdmins } from "./admins.js";
import { createArchive } from "./archive.js";
import { createAudit } from "./audit.js";
import { createChatSettings } from "./chat-settings.js";
import { createChats } from "./chats.js";
import { createCompanions } from "./companions.js";
import { createConfirmations } from "./confirmations.js";
import { createCounts } from "./counts.js";
import { createDecided } from "./decided.js";
import { createDeliveries } from "./deliveries.js";
import { createFeedback } from "./feedback.js";
import { createFeeds } from "./feeds.js";
import { createForget } from "./forget.js";
import { createInstallations } from "./installations.js";
import { createItems } from "./items.js";
import { createLeases } from "./leases.js";
import { createNames } from "./names.js";
import { createPeople } from "./people.js";
import { createProcesses } from "./processes.js";
import { createReport } from "./report.js";
import { createSearch } from "./search.js";
import { createSeed } from "./seed.js";
import { createSettings } from "./settings.js";
import { createStories } from "./stories.js";
import { createSummary } from "./summary.js";
import type { Database } from "./tables.js";
import { createTickets } from "./tickets.js";
import { createTidy } from "./tidy.js";
import { createTold } from "./told.js";
import { createTopics } from "./topics.js";
import { createTrace } from "./trace.js";
import { createWatched } from "./watched.js";
import { createViews } from "./views.js";
import { createWhy } from "./why.js";

/** All that Tellal remembers, over one open database. Times are epoch ms and always passed in. */
export function createStore({ database }: { database: Database }) {
  return {
    feeds: createFeeds(database),
    items: createItems(database),
    stories: createStories(database),
    views: createViews(database),
    archive: createArchive(database),
    companions: createCompanions(database),
    counts: createCounts(database),
    trace: createTrace(database),
    tickets: createTickets(database),
    search: createSearch(database),
    people: createPeople(database),
    decided: createDecided(database),
    why: createWhy(database),
    told: createTold(database),
    deliveries: createDeliveries(database),
    chats: createChats(database),
    chatSettings: createChatSettings(database),
    feedback: createFeedback(database),
    forget: createForget(database),
    topics: createTopics(database),
    installations: createInstallations(database),
    leases: createLeases(database),
    processes: createProcesses(database),
    settings: createSettings(database),
    watched: createWatched(database),
    admins: createAdmins(database),
    names: createNames(database),
    audit: createAudit(database),
    confirmations: createConfirmations(database),
    ...createSeed(database),
    ...createSummary(database),
    report: createReport(database),
    tidy: createTidy(database),
    close: () => database.close(),
  };
}

export type Store = ReturnType<typeof createStore>;
