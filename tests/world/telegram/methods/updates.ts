import { textOf } from "../body.js";
import { refuse } from "../refuse.js";
import type { Handler } from "../world.js";

const getUpdates: Handler = (world, args, gone) => world.updates.poll(args, gone);

const setWebhook: Handler = (world, args) => {
  const url = textOf(args, "url");
  const secret = textOf(args, "secret_token");
  if (args["secret_token"] !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
    refuse(400, secret.length > 256 ? "secret token is too long" : "secret token contains unallowed characters");
  const connections = Number(args["max_connections"] ?? 40);
  if (connections < 1 || connections > 100) refuse(400, "max_connections must be between 1 and 100");
  if (url !== "") world.webhook.check(url);
  world.updates.ask(args["allowed_updates"]);
  if (args["drop_pending_updates"] === true) world.updates.clear();
  world.webhook.set(url === "" ? null : { url, secret, connections });
  return true;
};

const deleteWebhook: Handler = (world, args) => {
  if (args["drop_pending_updates"] === true) world.updates.clear();
  world.webhook.set(null);
  return true;
};

const getWebhookInfo: Handler = (world) => world.webhook.info();

/** Methods about how the bot hears of things. */
export const hearing = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo };
