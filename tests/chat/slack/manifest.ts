import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const form = z.looseObject({
  features: z.looseObject({
    app_home: z.looseObject({ home_tab_enabled: z.boolean() }),
    shortcuts: z.array(z.looseObject({ name: z.string().max(24), type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(
      z.looseObject({
        command: z.string(),
        description: z.string(),
        usage_hint: z.string(),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.looseObject({
    redirect_urls: z.array(z.string()),
    scopes: z.strictObject({ bot: z.array(z.string()) }),
  }),
  settings: z.looseObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.looseObject({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});

/** The manifest that people paste into Slack. */
export const manifest = form.parse(
  parse(readFileSync(new URL("../../../config/slack-manifest.yaml", import.meta.url), "utf8")),
);
