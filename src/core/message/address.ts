import type { Platform } from "./messenger.js";

const forms: Record<Platform, RegExp> = {
  console: /^console$/u,
  telegram: /^telegram:-?\d{1,20}(?:\/\d{1,20})?$/u,
  // Teams begin with T, enterprise grids with E; an empty team is completed by `auth.test`.
  slack: /^slack:(?:[TE][A-Z0-9]{1,20})?\/[CDG][A-Z0-9]{1,20}$/u,
};

/** The platform of a chat's address; null if the address has none of the known forms. */
export function platformOf(chat: string): Platform | null {
  const platform = chat.split(":", 1)[0];
  if (platform !== "console" && platform !== "telegram" && platform !== "slack") return null;
  return forms[platform].test(chat) ? platform : null;
}
