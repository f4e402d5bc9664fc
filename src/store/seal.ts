import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from "node:crypto";

/** Locks texts that must not be read from a copy of the database. */
export interface Seal {
  /** Locks a text. `about` names what it belongs to: it opens for nothing else, so that no row can take another's place. */
  lock(text: string, about: string): string;
  /** The text, and whether a former key locked it; null if no key of ours fits or somebody changed it. */
  unlock(sealed: string, about: string): { text: string; former: boolean } | null;
}

const algorithm = "aes-256-gcm";
/** Parts a sealed text from one of another making, should there ever be one. */
const version = "1";
/** Keys need not be random: what is derived is dear to guess. About 64 MB and 0.1 s for each key, once. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 27 };

/** Seals with the first of the keys and opens with any of them, so that a key is changed by writing the new one before it. */
export function createSeal(keys: readonly string[]): Seal {
  const derived = keys.map((key) => {
    const secret = scryptSync(key, "tellal: tokens of workspaces", 32, cost);
    return { secret, id: createHash("sha256").update(secret).digest("base64url").slice(0, 8) };
  });
  const [newest] = derived;
  if (newest === undefined) throw new Error("a seal needs a key");

  return {
    lock(text, about) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(algorithm, newest.secret, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"));
      return [version, newest.id, ...parts].join(".");
    },

    unlock(sealed, about) {
      const [made = "", id = "", ...parts] = sealed.split(".");
      const key = derived.find((one) => one.id === id);
      const [iv, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
      if (made !== version || key === undefined || iv?.length !== 12 || tag?.length !== 16 || body === undefined) {
        return null;
      }
      const decipher = createDecipheriv(algorithm, key.secret, iv).setAAD(Buffer.from(about)).setAuthTag(tag);
      try {
        const text = Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
        return { text, former: key !== newest };
      } catch {
        return null;
      }
    },
  };
}
