import type { Installation, InstallationStore } from "@slack/oauth";
import { z } from "zod";
import type { Known } from "./identity.js";

/** Where the tokens of workspaces are kept; the texts are sealed there. */
export interface Vault {
  /** What was written of a workspace; null if it does not have us, or its seal does not open. */
  read(team: string): Promise<string | null>;
  /** Keeps what a workspace that installs us gave. */
  write(team: string, text: string): Promise<void>;
  /** Keeps renewed tokens, unless the workspace has removed us meanwhile. */
  renew(team: string, text: string): Promise<void>;
}

/** What we keep of an installation. User tokens are never asked for. */
const kept = z.object({
  team: z.object({ id: z.string().regex(/^T[A-Z0-9]{1,20}$/u), name: z.string().optional() }),
  bot: z.object({
    token: z.string().min(1),
    userId: z.string().min(1),
    id: z.string(),
    scopes: z.array(z.string()),
    refreshToken: z.string().optional(),
    /** Seconds, epoch. */
    expiresAt: z.number().optional(),
  }),
});

type Kept = z.output<typeof kept>;

/** What an installation gives us to keep; null if it is none of one workspace with a bot. */
export function readInstallation(installation: unknown): Kept | null {
  return kept.safeParse(installation).data ?? null;
}

/** Who we are in a workspace, from what was kept of it. */
export async function knownIn(vault: Vault, team: string): Promise<Known | null> {
  const text = await vault.read(team);
  const installation = text === null ? null : readInstallation(JSON.parse(text));
  if (installation === null) return null;
  const { userId: user, id: bot, scopes } = installation.bot;
  return { kind: "known", team, user, bot, url: "", scopes };
}

/** The vault as Slack's library wants it; `keep` takes what it gives. */
export function installationStore(vault: Vault, keep: Vault["write"]): InstallationStore {
  return {
    async storeInstallation(installation) {
      const known = readInstallation(installation);
      if (known === null) throw new Error("an installation without a workspace or a bot");
      await keep(known.team.id, JSON.stringify(known));
    },
    async fetchInstallation({ teamId }) {
      const text = teamId === undefined ? null : await vault.read(teamId);
      const known = text === null ? null : readInstallation(JSON.parse(text));
      if (known === null) throw new Error(`the app is not installed in ${teamId}`);
      const user = { id: "", token: undefined, scopes: undefined };
      const { refreshToken, expiresAt, ...bot } = known.bot;
      const renewed = refreshToken === undefined || expiresAt === undefined ? {} : { refreshToken, expiresAt };
      return {
        team: { id: known.team.id },
        enterprise: undefined,
        user,
        bot: { ...bot, ...renewed },
        authVersion: "v2",
        isEnterpriseInstall: false,
      } satisfies Installation<"v2", false>;
    },
  };
}
