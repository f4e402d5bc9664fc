import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Call, Struck } from "./script.js";

/** What one request is answered with. */
export type Answer = NonNullable<Call["answer"]>;

/** One request between its arrival and its answer. */
export interface Exchange {
  call: Call;
  struck: Struck | null;
  /** Carries the call out. */
  act: () => Promise<Answer>;
}

type Receive = (request: IncomingMessage, gone: AbortSignal) => Promise<Exchange>;

/** An HTTP server on 127.0.0.1 that answers as the Bot API does, and breaks as planned. */
export async function listen(receive: Receive, answered: () => void) {
  const server = createServer((request, response) => {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    void (async () => {
      const exchange = await receive(request, gone.signal);
      await serve(exchange, request, response);
      answered();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve({ call, struck, act }: Exchange, request: IncomingMessage, response: ServerResponse) {
  const fault = struck?.fault;
  const planned = fault === undefined ? null : plannedAnswer(fault);
  if (planned !== null) return send(call, planned, response);
  if (fault !== undefined && "accepted" in fault && !fault.accepted && fault.kind !== "hang") {
    return damage(fault.kind, call, null, request, response);
  }
  if (fault?.kind === "hang" && !fault.accepted) {
    await struck?.released;
    if (response.destroyed) return;
  }
  const answer = await act();
  if (fault?.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
  if (fault?.kind === "hang" && fault.accepted) await struck?.released;
  if (fault !== undefined && "accepted" in fault && fault.kind !== "hang")
    return damage(fault.kind, call, answer, request, response);
  return send(call, answer, response);
}

function plannedAnswer(fault: Struck["fault"]): Answer | null {
  if (fault.kind === "too many") {
    const after = fault.retryAfter;
    const description = `Too Many Requests: retry after ${after}`;
    return { ok: false, error_code: 429, description, parameters: { retry_after: after } };
  }
  if (fault.kind === "refused") {
    const { kind: _kind, ...refused } = fault;
    return { ok: false, ...refused };
  }
  return null;
}

const page =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";

function damage(
  kind: "reset" | "half an answer" | "bad gateway" | "server error",
  call: Call,
  answer: Answer | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  call.spoilt = true;
  switch (kind) {
    case "reset":
      request.socket.resetAndDestroy();
      return;
    case "half an answer": {
      const whole = JSON.stringify(answer ?? { ok: true, result: {} });
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(whole) });
      response.write(whole.slice(0, whole.length / 2), () => request.socket.destroy());
      return;
    }
    case "bad gateway":
      response.writeHead(502, { "content-type": "text/html", "content-length": Buffer.byteLength(page) });
      response.end(page);
      return;
    case "server error":
      send(call, { ok: false, error_code: 500, description: "Internal Server Error" }, response);
  }
}

function send(call: Call, answer: Answer, response: ServerResponse): void {
  call.answer = answer;
  const body = JSON.stringify(answer);
  const after = answer.ok ? undefined : answer.parameters?.retry_after;
  response.writeHead(answer.ok ? 200 : answer.error_code, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...(after === undefined ? {} : { "retry-after": String(after) }),
  });
  response.end(body);
}
