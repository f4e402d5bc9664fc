import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer, type RawData } from "ws";
import { yes, type Answer } from "./call.js";
import { isRecord } from "./shapes.js";
import type { State } from "./state.js";
import { failed, type Kind, type Taken, type Way } from "./way.js";

/** Something that was sent over a connection, and what became of it: `late` and `missing` are over the time that Slack waits. */
interface Envelope {
  id: string;
  type: Kind;
  payload: object;
  attempt: number;
  /** Which connection got it, counted from 1 in the order of greetings. */
  connection: number;
  outcome: "waiting" | "acknowledged" | "late" | "missing";
}

/** For how long the address of a connection is good, in ms. */
const ticketLife = 30_000;
/** Connections that one app may hold. */
const most = 10;
/** Between two pings, in ms: clients take a silent connection for a broken one. */
const pinging = 10_000;

/**
 * Socket Mode: `apps.connections.open` gives an address with a ticket for one connection; Slack greets, sends each envelope over one
 * of its connections in turn, and wants each acknowledged by its id within `promptly` ms.
 */
export function createSockets(state: State, promptly: number) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, number>();
  const waiting = new Map<string, { envelope: Envelope; taken: (answer: unknown) => void }>();
  const envelopes: Envelope[] = [];
  const strays: string[] = [];
  const sockets = new Map<WebSocket, number>();
  /** Connections that were greeted so far. */
  let greeted = 0;
  let turn = 0;
  let greets = true;
  let origin = "";

  const pings = setInterval(() => {
    for (const socket of sockets.keys()) if (socket.readyState === WebSocket.OPEN) socket.ping();
  }, pinging);
  pings.unref();

  function hear(data: RawData): void {
    const text = (data as Buffer).toString();
    const said = parsed(text);
    const id = isRecord(said) && typeof said["envelope_id"] === "string" ? said["envelope_id"] : "";
    const known = waiting.get(id);
    if (known === undefined) {
      strays.push(text);
      return;
    }
    waiting.delete(id);
    known.envelope.outcome = known.envelope.outcome === "waiting" ? "acknowledged" : "late";
    known.taken(isRecord(said) ? said["payload"] : undefined);
  }

  function greet(socket: WebSocket): void {
    // A peer that breaks off in the middle of a frame is no fault of ours.
    socket.on("error", () => {});
    if (sockets.size >= most) {
      socket.send(JSON.stringify({ type: "disconnect", reason: "too_many_websockets" }));
      socket.close();
      return;
    }
    sockets.set(socket, 0);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", hear);
    if (!greets) return;
    const debug_info = { host: "applink-1", build_number: 1, approximate_connection_time: 3600 };
    const connection_info = { app_id: state.app.id };
    socket.send(JSON.stringify({ type: "hello", num_connections: sockets.size, debug_info, connection_info }));
    greeted += 1;
    sockets.set(socket, greeted);
  }

  function next(): [WebSocket, number] | undefined {
    const ready = [...sockets].filter(([socket, order]) => order > 0 && socket.readyState === WebSocket.OPEN);
    turn += 1;
    return ready[turn % Math.max(1, ready.length)];
  }

  const hand: Way = async (type, payload, again) => {
    const found = next();
    if (found === undefined) return failed("dispatch_failed", "timeout");
    const [socket, connection] = found;
    const attempt = again?.attempt ?? 0;
    const envelope: Envelope = { id: randomUUID(), type, payload, attempt, connection, outcome: "waiting" };
    envelopes.push(envelope);
    const accepts_response_payload = type !== "events_api";
    const retry = type === "events_api" ? { retry_attempt: attempt, retry_reason: again?.reason ?? "" } : {};
    const taken = new Promise<Taken>((resolve) => {
      const timer = setTimeout(() => {
        envelope.outcome = "missing";
        resolve(failed("operation_timeout", "timeout"));
      }, promptly);
      waiting.set(envelope.id, {
        envelope,
        taken(answer) {
          clearTimeout(timer);
          resolve({ kind: "taken", answer });
        },
      });
    });
    socket.send(JSON.stringify({ envelope_id: envelope.id, type, payload, accepts_response_payload, ...retry }));
    return taken;
  };

  function say(text: string | Buffer): void {
    for (const socket of sockets.keys()) socket.send(text);
  }

  return {
    hand,
    /** Every envelope so far. */
    envelopes,
    /** What came from the app and acknowledges nothing. */
    strays,
    /** Takes upgrades on a server from now on. */
    attach(web: { server: Server; port: number }): void {
      origin = `ws://127.0.0.1:${web.port}`;
      web.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const url = new URL(request.url ?? "/", origin);
        const ticket = url.searchParams.get("ticket") ?? "";
        const until = tickets.get(ticket) ?? 0;
        if (url.pathname !== "/link/" || !tickets.delete(ticket) || state.now() >= until) {
          socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
          return;
        }
        server.handleUpgrade(request, socket, head, greet);
      });
    },
    open(): Answer {
      const ticket = randomUUID();
      tickets.set(ticket, state.now() + ticketLife);
      return yes({ url: `${origin}/link/?ticket=${ticket}&app_id=${state.app.id}` });
    },
    /** Sends anything by hand; resolves with its acknowledgement, rejects if none comes in time or nobody is connected. */
    async deliver(type: Kind, payload: object, retry?: { retry_attempt: number; retry_reason: string }) {
      const again = retry === undefined ? null : { attempt: retry.retry_attempt, reason: retry.retry_reason };
      const taken = await hand(type, payload, again);
      if (taken.kind === "failed") throw new Error(`no acknowledgement of ${type}: ${taken.error}`);
      return { payload: taken.answer };
    },
    /** What Slack says before it ends a connection, which it does about hourly. */
    refresh: () => say(JSON.stringify({ type: "disconnect", reason: "refresh_requested" })),
    /** What Slack says ten seconds before that. */
    warn: () => say(JSON.stringify({ type: "disconnect", reason: "warning" })),
    /** Socket Mode is switched off in the app's settings. */
    disable: () => say(JSON.stringify({ type: "disconnect", reason: "link_disabled" })),
    /** Sends any text over every connection. */
    say,
    /** Cuts every connection without a word. */
    cut(): void {
      for (const socket of sockets.keys()) socket.terminate();
    },
    /** Reads nothing any more from what is connected: no close is answered. */
    stall(): void {
      for (const socket of sockets.keys()) socket.pause();
    },
    /** From now on connections are taken, but not greeted. */
    fallSilent(): void {
      greets = false;
    },
    connected: () => [...sockets.keys()].filter((socket) => socket.readyState === WebSocket.OPEN).length,
    greeted: () => greeted,
    close(): void {
      clearInterval(pings);
      for (const socket of sockets.keys()) socket.terminate();
      server.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
