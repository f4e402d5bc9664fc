import { createHmac } from "node:crypto";
import { isRecord } from "./shapes.js";
import type { State } from "./state.js";
import { failed, type Kind, type Taken, type Way } from "./way.js";

/** A request as it was sent to the app, and what came back; `status` is null where nothing did. */
interface Sent {
  headers: Record<string, string>;
  body: string;
  status: number | null;
  answer: string;
  noRetry: boolean;
  /** Why nothing came back. */
  trouble: "http_timeout" | "connection_failed" | null;
}

/** In what a request is not Slack's. */
export interface Forgery {
  /** Signed with another secret. */
  secret?: string;
  /** Seconds since its timestamp; below 0 it lies in the future. */
  age?: number;
  /** Changes the body after it was signed. */
  change?: (body: string) => string;
  /** Headers in place of the right ones; null leaves one out. */
  headers?: Record<string, string | null>;
}

const form = "application/x-www-form-urlencoded";

/** The app's side without Socket Mode: Slack signs and posts to the address that the app gave. */
export function createHttp(state: State, promptly: number) {
  const requests: Sent[] = [];
  let address: string | null = null;

  async function post(headers: Record<string, string>, body: string): Promise<Sent> {
    if (address === null) throw new Error("the app gave no address: slack.http.at(url)");
    const sent: Sent = { headers, body, status: null, answer: "", noRetry: false, trouble: null };
    requests.push(sent);
    try {
      const signal = AbortSignal.timeout(promptly);
      const response = await fetch(address, { method: "POST", headers, body, redirect: "manual", signal });
      sent.answer = await response.text();
      sent.noRetry = response.headers.get("x-slack-no-retry") === "1";
      sent.status = response.status;
    } catch (error) {
      sent.trouble = error instanceof Error && error.name === "TimeoutError" ? "http_timeout" : "connection_failed";
    }
    return sent;
  }

  /** Signs a body and sends it. */
  async function send(type: string, body: string, forgery: Forgery = {}, more: Record<string, string> = {}) {
    const { secret = state.app.signingSecret, age = 0, change = (text) => text, headers = {} } = forgery;
    const timestamp = String(Math.floor(state.now() / 1000) - age);
    const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
    const given = { "x-slack-request-timestamp": timestamp, "x-slack-signature": signature, ...headers };
    const kept = Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
    return post({ "content-type": type, ...more, ...Object.fromEntries(kept) }, change(body));
  }

  function say(kind: Kind, payload: object, forgery?: Forgery, more?: Record<string, string>): Promise<Sent> {
    if (kind === "events_api") return send("application/json", JSON.stringify(payload), forgery, more);
    const fields = kind === "interactive" ? { payload: JSON.stringify(payload) } : { ...payload };
    return send(form, new URLSearchParams(fields as Record<string, string>).toString(), forgery, more);
  }

  const hand: Way = async (kind, payload, again) => {
    const more: Record<string, string> =
      again === null || kind !== "events_api"
        ? {}
        : { "x-slack-retry-num": String(again.attempt), "x-slack-retry-reason": again.reason };
    return takenOf(await say(kind, payload, {}, more));
  };

  return {
    hand,
    /** Every request so far. */
    requests,
    /** Sends anything by hand, forged if wished; what came back. */
    say,
    /** Sends any body by hand. */
    send,
    /** Sends a request a second time, byte by byte. */
    replay: ({ headers, body }: Sent): Promise<Sent> => post(headers, body),
    /** Whether the app gave an address. */
    used: () => address !== null,
    /** The app gives its address; Slack asks it for a challenge, and throws if it does not get it back. */
    async at(url: string): Promise<void> {
      address = url;
      const challenge = state.nextId("H");
      const body = { type: "url_verification", token: state.app.verification, challenge };
      const { status, answer } = await say("events_api", body);
      if (status === 200 && (answer === challenge || challengeIn(answer) === challenge)) return;
      address = null;
      throw new Error(`Your URL didn't respond with the value of the \`challenge\` parameter (HTTP ${status})`);
    },
  };
}

function challengeIn(answer: string): unknown {
  const value = parsed(answer);
  return isRecord(value) ? value["challenge"] : new URLSearchParams(answer).get("challenge");
}

function takenOf({ status, answer, trouble, noRetry }: Sent): Taken {
  if (trouble === "http_timeout") return failed("operation_timeout", trouble);
  if (trouble !== null || status === null) return failed("dispatch_failed", "connection_failed");
  if (status >= 200 && status < 300) return { kind: "taken", answer: answer === "" ? undefined : parsed(answer) };
  return failed(status >= 500 ? "http_service_error" : "http_client_error", "http_error", noRetry);
}

/** JSON as its value, anything else as the text that it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
