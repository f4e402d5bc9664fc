import type { Migration } from "kysely";
import { up as start } from "./0001_start.js";
import { up as peers } from "./0002_peers.js";
import { up as chatSettings } from "./0003_chat_settings.js";
import { up as admin } from "./0004_admin.js";
import { up as search } from "./0005_search.js";
import { up as web } from "./0006_web.js";
import { up as standing } from "./0007_standing.js";
import { up as processes } from "./0008_processes.js";
import { up as searchWords } from "./0009_search_words.js";
import { up as fewStories } from "./0010_few_stories.js";

/** All migrations by name, oldest first. A name is never changed or removed once released: databases remember it. */
export const migrations: Record<string, Migration> = {
  "0001_start": { up: start },
  "0002_peers": { up: peers },
  "0003_chat_settings": { up: chatSettings },
  "0004_admin": { up: admin },
  "0005_search": { up: search },
  "0006_web": { up: web },
  "0007_standing": { up: standing },
  "0008_processes": { up: processes },
  "0009_search_words": { up: searchWords },
  "0010_few_stories": { up: fewStories },
};
