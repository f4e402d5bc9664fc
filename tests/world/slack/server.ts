import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Api, Wire } from "./api.js";
import { no } from "./call.js";
import { isRecord, type Json } from "./shapes.js";

/** Answers a request whose path begins with its prefix. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  body: Buffer,
) => void | Promise<void>;

/** Serves the Web API and other paths on 127.0.0.1; `routes` by the first part of the path. */
export async function serve(api: Api, routes: Record<string, Route>) {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      if (body === null) return;
      const url = new URL(request.url ?? "/", "http://slack.invalid");
      const [, first = "", rest = ""] = url.pathname.split("/");
      if (first === "api") return send(request, response, await play(api, request, rest, url, body));
      const route = routes[first];
      if (route === undefined) return html(response, 404);
      await route(request, response, url, body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    server,
    port,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The whole body, or null if its sender went away. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch {
    return null;
  }
}

async function play(api: Api, request: IncomingMessage, method: string, url: URL, body: Buffer): Promise<Wire> {
  const read = argumentsOf(request, url, body);
  if (typeof read === "string") return { status: 200, body: no(read), headers: {} };
  const { token: inForm, ...args } = read.args;
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;
  // Slack looks for a token in forms only, not in JSON.
  return api.call(method, args, header ?? (read.form && typeof inForm === "string" ? inForm : null));
}

/** The arguments as they came, or Slack's error for a body that it cannot read. */
function argumentsOf(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): { args: Record<string, Json>; form: boolean } | string {
  const query = Object.fromEntries(url.searchParams);
  if (request.method === "GET" || body.length === 0) return { args: query, form: true };
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type === "") return "missing_post_type";
  if (type === "application/x-www-form-urlencoded") {
    return { args: { ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) }, form: true };
  }
  if (type !== "application/json") return "invalid_post_type";
  try {
    const value: unknown = JSON.parse(body.toString());
    return isRecord(value) ? { args: { ...query, ...value }, form: false } : "json_not_object";
  } catch {
    return "invalid_json";
  }
}

function send(request: IncomingMessage, response: ServerResponse, wire: Wire): void {
  if (wire === "reset") return void request.socket.resetAndDestroy();
  if ("html" in wire) return html(response, wire.html);
  json(response, wire.status, wire.body, wire.headers);
}

/** Answers with JSON. */
function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}

/** Answers with an error page, as a gateway in between does. */
function html(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" });
  response.end(`<!DOCTYPE html><html><head><title>${status}</title></head><body>Server Error</body></html>`);
}
