/**
 * The methods of Slack's Web API that we call, and the scopes of the bot token that each needs. A conversation's kind
 * decides which of several is asked for: public channel, private channel, direct message.
 */
export const methodScopes = {
  "auth.test": [],
  // With the app token, whose one scope is asked for where it is made.
  "apps.connections.open": [],
  "chat.postMessage": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "conversations.join": ["channels:join"],
  "conversations.history": ["channels:history", "groups:history", "im:history"],
  "conversations.replies": ["channels:history", "groups:history", "im:history"],
  "conversations.members": ["channels:read", "groups:read"],
  "conversations.info": ["channels:read", "groups:read"],
  "users.conversations": ["channels:read", "groups:read"],
  "users.info": ["users:read"],
  "views.open": [],
  "views.publish": [],
  "views.update": [],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
} as const satisfies Record<string, readonly string[]>;

export type Method = keyof typeof methodScopes;
