import { readEnvironment, type Environment, type VariableName } from "../../core/environment.js";
import { platformOf } from "../../core/message/address.js";
import type { Look } from "../doctor/finding.js";
import { lookAtSlack, lookAtSlackApp, lookAtTelegram } from "../doctor/tokens.js";
import type { Question } from "./prompts.js";

/** A variable that `init` asks for. */
export interface Asked extends Omit<Question, "fault"> {
  name: VariableName;
  /** What the platform says of it; null where nobody has to be asked. */
  look: ((env: Environment) => Promise<Look>) | null;
  /** Without this one the variable is of no use, and not asked for. */
  needs: VariableName | null;
}

/** In the order in which they are asked. */
export const asked: readonly Asked[] = [
  {
    name: "TELEGRAM_BOT_TOKEN",
    text: "Telegram bot token",
    hint: "from @BotFather, 123456789:AA…; empty: no Telegram",
    secret: true,
    look: lookAtTelegram,
    needs: null,
  },
  {
    name: "SLACK_BOT_TOKEN",
    text: "Slack bot token",
    hint: "from OAuth & Permissions, xoxb-…; empty: no Slack",
    secret: true,
    look: lookAtSlack,
    needs: null,
  },
  {
    name: "SLACK_APP_TOKEN",
    text: "Slack app token",
    hint: "from App-Level Tokens, xapp-…, so that commands are heard; empty: posts only",
    secret: true,
    look: lookAtSlackApp,
    needs: "SLACK_BOT_TOKEN",
  },
  {
    name: "ADMINS",
    text: "Administrators",
    hint: "such as telegram:123,slack:T01/U02; empty: none for now",
    secret: false,
    look: null,
    needs: null,
  },
  {
    name: "WEB_PORT",
    text: "Port of the web page",
    hint: "such as 8080, for this machine alone; empty: no web page",
    secret: false,
    look: null,
    needs: null,
  },
];

/** What is wrong with the form of a value; null for a good or an empty one. */
export function faultOf(name: VariableName, value: string): string | null {
  const fault = readEnvironment({ [name]: value }, () => null).faults.find(({ path }) => path[0] === name);
  return fault === undefined ? null : `found ${fault.found ?? "nothing"}; ${fault.cure}`;
}

/** Who can be reached about the requests that Tellal makes; `now` is the contact that is configured. */
export function contactQuestion(now: string): Question {
  return {
    name: "--contact",
    text: "Your mail address or page",
    hint: now === "" ? "sent to the sites that are asked, so that they can reach you" : `empty: ${now}`,
    secret: false,
    fault: (answer) => {
      if (answer === "" && now === "") {
        return "missing; name a mail address or page at which the sites that Tellal asks can reach you";
      }
      const printable = /^[\u0020-\u007e]*$/u.test(answer);
      return printable
        ? null
        : `found ${JSON.stringify(answer)}; expected an address in plain letters, it is sent in a header`;
    },
  };
}

/** A chat of one of the platforms that have a token. */
export function chatQuestion(platforms: readonly string[]): Question {
  const forms = { telegram: "telegram:<chat id>", slack: "slack:/<channel id>" };
  const shown = Object.entries(forms).flatMap(([name, form]) => (platforms.includes(name) ? [form] : []));
  return {
    name: "--post",
    text: "Chat for a test brief",
    hint: `${shown.join(" or ")}; empty: none`,
    secret: false,
    fault: (answer) => {
      if (answer === "") return null;
      const platform = platformOf(answer);
      if (platform === null || platform === "console") {
        return `found ${JSON.stringify(answer)}; expected telegram:<chat id>[/<thread id>] or slack:/<channel id>`;
      }
      const variable = platform === "telegram" ? "TELEGRAM_BOT_TOKEN" : "SLACK_BOT_TOKEN";
      return platforms.includes(platform) ? null : `${answer} needs ${variable}, which is not set`;
    },
  };
}
