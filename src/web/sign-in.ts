import type { Say } from "../core/message/words.js";
import { html, type Html } from "./html.js";

/** What a stranger sees: how one comes in. */
export function signInPage(say: Say, { byToken, wrong, to }: { byToken: boolean; wrong: boolean; to: string }): Html {
  const form = html`<form method="post" action="/enter" class="enter">
    <input type="hidden" name="to" value="${to}" />
    <label for="token">${say("web-token")}</label>
    <input
      id="token"
      name="token"
      type="password"
      autocomplete="current-password"
      required
      ${wrong ? html`aria-describedby="wrong" aria-invalid="true"` : null}
    />
    ${wrong ? html`<p id="wrong" class="bad" role="alert">${say("web-token-wrong")}</p>` : null}
    <button>${say("web-enter")}</button>
  </form>`;
  return html`<h1>${say("web-closed")}</h1>
    <p>${say("web-closed-how")}</p>
    ${byToken ? form : null}`;
}

/** What a chat's link opens. Previews of links fetch pages, so looking at it uses nothing up: pressing the button does. */
export function ticketPage(say: Say, ticket: string | null): Html {
  if (ticket === null) {
    return html`<h1>${say("web-ticket-over")}</h1>
      <p>${say("web-closed-how")}</p>`;
  }
  return html`<h1>${say("web-welcome")}</h1>
    <p>${say("web-welcome-how")}</p>
    <form method="post" action="/enter" class="enter">
      <input type="hidden" name="ticket" value="${ticket}" />
      <button>${say("web-enter")}</button>
    </form>`;
}
