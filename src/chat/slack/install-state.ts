import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { InvalidStateError, type InstallURLOptions, type StateStore } from "@slack/oauth";

export interface InstallStateParts {
  secret: string;
  clock: () => number;
  /** Milliseconds that somebody has from our page to Slack's and back. */
  life: number;
}

/** Installations under way at once; who begins one more makes the oldest begin anew. */
const most = 10_000;

/**
 * What an installation carries to Slack and back, so that nobody can bring a browser to install what it did not begin: signed,
 * known to this process, good once and for a time. A restart ends what was under way.
 */
export function createInstallState({ secret, clock, life }: InstallStateParts): StateStore {
  const begun = new Map<string, { until: number; options: InstallURLOptions }>();
  const signatureOf = (nonce: string) => createHmac("sha256", secret).update(`install ${nonce}`).digest("base64url");

  return {
    async generateStateParam(options) {
      const nonce = randomBytes(24).toString("base64url");
      const oldest = begun.size < most ? undefined : begun.keys().next().value;
      if (oldest !== undefined) begun.delete(oldest);
      begun.set(nonce, { until: clock() + life, options });
      return `${nonce}.${signatureOf(nonce)}`;
    },

    async verifyStateParam(_now, state) {
      const [nonce = "", signature = ""] = state.split(".");
      const expected = Buffer.from(signatureOf(nonce));
      const given = Buffer.from(signature);
      const genuine = given.length === expected.length && timingSafeEqual(given, expected);
      const known = genuine ? begun.get(nonce) : undefined;
      begun.delete(genuine ? nonce : "");
      if (known === undefined) throw new InvalidStateError("the state is forged, or was used before");
      if (clock() >= known.until) throw new InvalidStateError("the state is too old");
      return known.options;
    },
  };
}
