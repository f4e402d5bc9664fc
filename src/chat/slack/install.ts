import type { IncomingMessage, ServerResponse } from "node:http";
import { InstallProvider } from "@slack/oauth";
import type { Words } from "../../core/message/words.js";
import { clientOptions } from "./client.js";
import { installPage, type InstallEnd } from "./install-page.js";
import { createInstallState } from "./install-state.js";
import { installationStore, knownIn, readInstallation, type Vault } from "./installation.js";
import type { Known } from "./identity.js";
import { libraryLogger } from "./library-logger.js";
import type { Log } from "../log.js";
import { botScopes } from "./scopes.js";

export interface InstallerParts {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  /** Where Slack sends the browser back to; null for the address that stands in the app's settings. */
  redirectUri: string | null;
  /** Where the Web API answers; null for Slack itself. */
  apiUrl: string | null;
  vault: Vault;
  words: Words;
  clock: () => number;
  log: Log;
  /** Told of a workspace whose tokens are kept now. */
  installed: (team: string) => Promise<void>;
}

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Installer {
  /** Sends a browser to Slack, which asks whether the app may come in. */
  begin: Page;
  /** Takes the browser back, and the tokens. */
  end: Page;
  /** Who we are in a workspace; null if it does not have us. */
  known(team: string): Promise<Known | null>;
  /** A token of a workspace that is good now, renewed where it must be; null if the workspace does not have us. */
  token(team: string): Promise<string | null>;
}

/** As long as Slack's library gives the browser's cookie, in ms. */
const life = 10 * 60_000;

/** Lets workspaces install the app by OAuth v2, and keeps their tokens fresh, by Slack's own library. */
export function createInstaller(parts: InstallerParts): Installer {
  const { clientId, clientSecret, stateSecret, redirectUri, apiUrl, vault, words, clock, log, installed } = parts;
  const renewing = new Map<string, Promise<string | null>>();

  function providerOf(keep: Vault["write"]): InstallProvider {
    return new InstallProvider({
      clientId,
      clientSecret,
      stateStore: createInstallState({ secret: stateSecret, clock, life }),
      stateCookieExpirationSeconds: life / 1_000,
      installationStore: installationStore(vault, keep),
      directInstall: true,
      authorizationUrl: new URL("../oauth/v2/authorize", apiUrl ?? "https://slack.com/api/").href,
      logger: libraryLogger(log, "oauth"),
      clientOptions: clientOptions({ apiUrl, log }),
    });
  }
  const coming = providerOf((team, text) => vault.write(team, text));
  // Tokens that come back renewed after the app was removed must not bring the workspace back.
  const staying = providerOf((team, text) => vault.renew(team, text));

  async function renewed(team: string): Promise<string | null> {
    if ((await knownIn(vault, team)) === null) return null;
    const { botToken } = await staying.authorize({ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false });
    return botToken ?? null;
  }

  return {
    known: (team) => knownIn(vault, team),

    token(team) {
      // A token for renewing is good once: who asks meanwhile waits for the same answer.
      const under = renewing.get(team);
      if (under !== undefined) return under;
      const asked = renewed(team).finally(() => renewing.delete(team));
      renewing.set(team, asked);
      return asked;
    },

    async begin(request, response) {
      const address = redirectUri === null ? {} : { redirectUri };
      await coming.handleInstallPath(request, response, undefined, { scopes: [...botScopes], ...address });
    },

    async end(request, response) {
      const show = (end: InstallEnd, status: number) => installPage(request, response, { end, status, words });
      await coming.handleCallback(request, response, {
        async afterInstallation(installation) {
          if (installation.isEnterpriseInstall !== true && readInstallation(installation) !== null) return true;
          log.warn({ enterprise: installation.isEnterpriseInstall === true }, "an installation that we cannot keep");
          show("unfit", 400);
          return false;
        },
        async successAsync(installation) {
          const team = installation.team?.id ?? "";
          log.info({ team }, "a Slack workspace installed the app");
          await installed(team);
          show("done", 200);
        },
        failure(error) {
          log.warn({ code: error.code, why: error.message }, "an installation of the Slack app failed");
          const cancelled = error.code === "slack_oauth_installer_authorization_error";
          show(cancelled ? "cancelled" : "failed", cancelled ? 200 : 400);
        },
      });
    },
  };
}
