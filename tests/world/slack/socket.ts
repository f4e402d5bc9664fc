import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { yes, type Answer } from "./call.js";
import type { State } from "./state.js";

/** What the app sent back for an envelope. */
interface Acknowledged {
  payload: unknown;
}

/** How long Slack waits for an acknowledgement, in ms. */
const promptly = 3_000;

/**
 * Socket Mode: `apps.connections.open` gives an address with a ticket for one connection; Slack greets, sends envelopes over any
 * of its connections, and wants each acknowledged by its id within three seconds.
 */
export function createSockets(state: State) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const waiting = new Map<string, (answer: Acknowledged) => void>();
  const sockets = new Set<WebSocket>();
  /** Connections that were greeted so far. */
  let greeted = 0;
  let greets = true;
  let origin = "";

  function greet(socket: WebSocket): void {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data: Buffer) => {
      const { envelope_id: id, payload } = JSON.parse(data.toString()) as { envelope_id: string; payload?: unknown };
      waiting.get(id)?.({ payload });
      waiting.delete(id);
    });
    if (!greets) return;
    const hello = { type: "hello", num_connections: sockets.size, connection_info: { app_id: state.app.id } };
    socket.send(JSON.stringify(hello));
    greeted += 1;
  }

  return {
    /** Takes upgrades on a server from now on. */
    attach(web: { server: Server; port: number }): void {
      origin = `ws://127.0.0.1:${web.port}`;
      web.server.on("upgrade", (request: IncomingMessage, socket, head) => {
        const url = new URL(request.url ?? "/", origin);
        if (url.pathname !== "/link/" || !tickets.delete(url.searchParams.get("ticket") ?? "")) {
          socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
          return;
        }
        server.handleUpgrade(request, socket, head, greet);
      });
    },
    open(): Answer {
      const ticket = randomUUID();
      tickets.add(ticket);
      return yes({ url: `${origin}/link/?ticket=${ticket}&app_id=${state.app.id}` });
    },
    /** Sends an event, a command or an action; resolves with its acknowledgement, rejects if none comes in time. */
    async deliver(
      type: "events_api" | "slash_commands" | "interactive",
      payload: object,
      retry: { retry_attempt: number; retry_reason: string } = { retry_attempt: 0, retry_reason: "" },
    ): Promise<Acknowledged> {
      const [socket] = sockets;
      if (socket === undefined) throw new Error("nobody is connected");
      const envelope_id = randomUUID();
      const retries = type === "events_api" ? retry : {};
      const acknowledged = new Promise<Acknowledged>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no acknowledgement of ${type} in time`)), promptly);
        waiting.set(envelope_id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
      });
      const accepts_response_payload = type !== "events_api";
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload, ...retries }));
      return acknowledged;
    },
    /** What Slack says before it ends a connection, which it does about hourly. */
    refresh(): void {
      for (const socket of sockets) socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    /** Sends any text over every connection. */
    say(text: string | Buffer): void {
      for (const socket of sockets) socket.send(text);
    },
    /** Cuts every connection without a word. */
    cut(): void {
      for (const socket of sockets) socket.terminate();
    },
    /** Reads nothing any more from what is connected: no close is answered. */
    stall(): void {
      for (const socket of sockets) socket.pause();
    },
    /** From now on connections are taken, but not greeted. */
    fallSilent(): void {
      greets = false;
    },
    connected: () => [...sockets].filter((socket) => socket.readyState === WebSocket.OPEN).length,
    greeted: () => greeted,
    close(): void {
      for (const socket of sockets) socket.terminate();
      server.close();
    },
  };
}
