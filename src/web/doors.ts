import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Refusal } from "../core/refusal.js";

/** What takes a request; it reads the body itself. */
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface DoorsParts {
  host: string;
  port: number;
  /** By path: the platforms' calls. */
  routes: ReadonlyMap<string, Handler>;
  /** What takes all else: the web page. */
  otherwise: Handler;
}

/** Who does not get a request through in this time is cut off, in ms. */
const patience = 10_000;

/** The ways in over HTTP: platforms that call us, and people who read. A port that is taken is a `Refusal`. `close` cuts off whoever is connected. */
export async function openDoors({
  host,
  port,
  routes,
  otherwise,
}: DoorsParts): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: patience, headersTimeout: patience }, (request, response) => {
    const handler = routes.get((request.url ?? "").split("?", 1)[0] ?? "") ?? otherwise;
    handler(request, response);
  });
  server.maxConnections = 200;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(
        new Refusal(`WEB_HOST and WEB_PORT: ${host}:${port} cannot be opened (${error.message}); choose a free port`),
      );
    });
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
