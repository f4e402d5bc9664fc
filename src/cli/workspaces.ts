import type { IncomingMessage, ServerResponse } from "node:http";
import { faultText, type Log } from "../app/log.js";
import type { Vault } from "../chat/slack/installation.js";
import type { Known } from "../chat/slack/identity.js";
import { keyList, type Environment } from "../core/environment.js";
import type { Lane } from "../core/lane.js";
import type { Messenger } from "../core/message/messenger.js";
import type { Words } from "../core/message/words.js";
import { createSeal } from "../store/seal.js";
import type { Store } from "../store/store.js";

export interface WorkspacesParts {
  env: Environment;
  store: Pick<Store, "chats" | "deliveries" | "installations">;
  words: Words;
  clock: () => number;
  log: Log;
  /** Where the lanes of workspaces open and end. */
  lanes: { open: (lane: Lane, messenger: Messenger) => void; shut: (lane: Lane) => void };
}

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The Slack workspaces that installed the app: each has a lane as long as it has us. */
export interface Workspaces {
  known(team: string): Promise<Known | null>;
  token(team: string): Promise<string | null>;
  /** Forgets a workspace: its tokens are deleted, its chats gone. Its lane; null if it did not have us. */
  close(team: string, why: string): Promise<Lane | null>;
  /** Opens and shuts lanes of workspaces that installed or removed the app at another process. */
  refresh(): Promise<void>;
  /** The two pages of an installation. */
  begin: Page;
  end: Page;
}

/** Where Slack sends browsers back to, as in the manifest. */
export const installedPath = "/slack/oauth_redirect";

/** Opens the lanes of all workspaces that installed the app, and of those that will; null where the app's secrets are not set. */
export async function openWorkspaces(parts: WorkspacesParts): Promise<Workspaces | null> {
  const { env, store, words, clock, log, lanes } = parts;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = env;
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return null;
  const { createInstaller } = await import("../chat/slack/install.js");
  const { createSlackMessenger } = await import("../chat/slack/messenger.js");
  const apiUrl = env.SLACK_API_URL ?? null;
  const redirectUri = env.WEB_URL === undefined ? null : new URL(installedPath, env.WEB_URL).href;
  const vault = createVault(parts, keyList(env.TELLAL_KEY ?? ""));
  const installer = createInstaller({
    clientId,
    clientSecret,
    stateSecret,
    redirectUri,
    apiUrl,
    vault,
    words,
    clock,
    log,
    installed: async (team) => {
      // What a former account was refused says nothing of this one.
      await store.deliveries.wake(`slack:${team}`, clock());
      openLane(team);
    },
  });

  const open = new Set<string>();

  function openLane(team: string): void {
    open.add(team);
    const token = () => installer.token(team);
    lanes.open(`slack:${team}`, createSlackMessenger({ token, apiUrl, clock, words, interactive: true, log }));
  }

  /** Pages are looked at, not written to; there is an answer also where something of ours throws. */
  function guarded(page: Page): Page {
    return async (request, response) => {
      try {
        if (request.method === "GET") await page(request, response);
        else response.writeHead(405).end();
      } catch (error) {
        log.error({ fault: faultText(error) }, "a page of an installation threw");
        if (!response.headersSent) response.writeHead(500);
        response.end();
      }
    };
  }

  function shutLane(team: string): void {
    open.delete(team);
    lanes.shut(`slack:${team}`);
  }

  for (const team of await store.installations.teams()) {
    await vault.reseal(team);
    if ((await installer.known(team)) === null) {
      log.error(
        { team },
        "the tokens of this workspace were sealed with another key: write that key behind a comma in TELLAL_KEY, or install the app anew",
      );
    } else openLane(team);
  }

  return {
    known: (team) => installer.known(team),
    token: (team) => installer.token(team),
    async close(team, why) {
      const lane = `slack:${team}`;
      if (!(await store.installations.revoke(team, clock()))) return null;
      shutLane(team);
      await store.chats.loseLane(lane, why, clock());
      log.warn({ team, why }, "a Slack workspace removed the app: its tokens are deleted, nothing is posted there");
      return lane;
    },
    async refresh() {
      const teams = new Set(await store.installations.teams());
      for (const team of open) if (!teams.has(team)) shutLane(team);
      for (const team of teams) if (!open.has(team) && (await installer.known(team)) !== null) openLane(team);
    },
    begin: guarded(installer.begin),
    end: guarded(installer.end),
  };
}

/** The store's installations, sealed. `reseal` is for the start: it must not meet tokens that are being renewed. */
function createVault({ store, clock }: WorkspacesParts, keys: readonly string[]) {
  const seal = createSeal(keys);

  async function open(team: string) {
    const sealed = await store.installations.find(team);
    return sealed === null ? null : seal.unlock(sealed, team);
  }

  const vault: Vault = {
    read: async (team) => (await open(team))?.text ?? null,
    write: (team, text) => store.installations.put(team, seal.lock(text, team), clock()),
    renew: (team, text) => store.installations.renew(team, seal.lock(text, team)),
  };
  return {
    ...vault,
    /** What a former key sealed is sealed with the newest, so that the former one can be thrown away. */
    async reseal(team: string): Promise<void> {
      const opened = await open(team);
      if (opened?.former === true) await vault.renew(team, opened.text);
    },
  };
}
