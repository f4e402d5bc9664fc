import type { IncomingMessage, ServerResponse } from "node:http";
import { impossible } from "../../core/impossible.js";
import type { Message } from "../../core/message/message.js";
import { renderWeb } from "../../core/message/web.js";
import type { Say, Tongue, Words } from "../../core/message/words.js";

/** How an installation ended: `unfit` was one of a whole organisation, or without a bot. */
export type InstallEnd = "done" | "cancelled" | "failed" | "unfit";

/** The page that a browser sees at the end of an installation, in its own language. */
export function installPage(
  request: IncomingMessage,
  response: ServerResponse,
  { end, status, words }: { end: InstallEnd; status: number; words: Words },
): void {
  const language: Tongue = /^\s*tr\b/iu.test(request.headers["accept-language"] ?? "") ? "tr" : "en";
  const message: Message = {
    language,
    preview: null,
    blocks: [
      { type: "heading", text: [{ type: "text", text: "Tellal" }] },
      { type: "paragraph", text: [{ type: "text", text: textOf(end, words(language)) }] },
    ],
  };
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    // The address of this page holds Slack's code.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tellal</title><style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}</style></head>
<body>${renderWeb(message)}</body></html>
`);
}

function textOf(end: InstallEnd, say: Say): string {
  switch (end) {
    case "done":
      return say("install-done");
    case "cancelled":
      return say("install-cancelled");
    case "failed":
      return say("install-failed");
    case "unfit":
      return say("install-unfit");
    default:
      return impossible(end);
  }
}
