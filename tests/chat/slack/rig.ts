import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createSlackMessenger, type SlackMessengerParts } from "../../../src/chat/slack/messenger.js";
import type { Post } from "../../../src/core/message/messenger.js";
import { textReply } from "../../../src/core/message/reply.js";
import { createLog } from "../../../src/log.js";
import { words } from "../../core/message/locales.js";

/** The log of the program itself, with its lines; no secret is known to it, so that a leak shows. */
export function listeningLog(secrets: readonly string[] = []) {
  const lines: string[] = [];
  const log = createLog({ level: "trace", format: "json", secrets, write: (line) => lines.push(line) });
  return { log, lines };
}

/** A messenger as main makes it, with a short patience and a clock that stands at 1,000. */
export function messengerOf(parts: Partial<SlackMessengerParts> & { token: string; apiUrl: string }) {
  return createSlackMessenger({
    log: listeningLog().log,
    clock: () => 1_000,
    words,
    interactive: true,
    patience: 2_000,
    ...parts,
  });
}

/** A post of one sentence. */
export function postTo(team: { id: string }, channel: { id: string }, more: Partial<Post> = {}): Post {
  return {
    delivery: "d1",
    chat: `slack:${team.id}/${channel.id}`,
    message: textReply("tr", "Kızılay heyeti Bakü'de bir araya geldi."),
    replyTo: null,
    edits: null,
    repeat: false,
    ...more,
  };
}

/** A server that answers every request in one way: what the fake Slack has no words for. */
export async function serverThat(answer: (response: ServerResponse) => void) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume();
    request.on("end", () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/api/`,
    requests: () => requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
