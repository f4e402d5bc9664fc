import { no, page, yes, type Answer, type Call } from "./call.js";
import { words } from "./shapes.js";
import { killTokens, type Person } from "./state.js";

type Handler = (call: Call) => Answer;

function described({ team, args }: Call, person: Person) {
  return {
    id: person.id,
    team_id: team.id,
    name: person.name,
    deleted: person.deactivated,
    real_name: person.name,
    tz: person.tz,
    profile: { real_name: person.name, display_name: person.name },
    is_admin: person.admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.bot,
    is_app_user: false,
    updated: person.updated,
    ...(args["include_locale"] === true ? { locale: person.locale } : {}),
  };
}

/** The methods about people, workspaces and tokens. */
export function people(): Record<string, Handler> {
  return {
    "auth.test": ({ team }) =>
      yes({
        url: `https://${team.name}.slack.com/`,
        team: team.name,
        user: team.bot.name,
        team_id: team.id,
        user_id: team.bot.id,
        bot_id: team.botId,
        is_enterprise_install: false,
      }),
    "auth.revoke": (call) => {
      const revoked = call.args["test"] !== true;
      if (revoked) killTokens(call.state, call.team.id, "token_revoked");
      return yes({ revoked });
    },
    "team.info": ({ team, args }) => {
      if (args["team"] !== undefined && args["team"] !== team.id) return no("team_not_found");
      return yes({ team: { id: team.id, name: team.name, domain: team.name, email_domain: "", icon: {} } });
    },
    "bots.info": ({ team, args, state }) => {
      if (args["bot"] !== undefined && args["bot"] !== team.botId) return no("bot_not_found");
      const { name, id } = team.bot;
      return yes({ bot: { id: team.botId, deleted: false, name, app_id: state.app.id, user_id: id } });
    },
    "users.info": (call) => {
      const person = call.team.people.get(words(call.args["user"]));
      return person === undefined ? no("user_not_found") : yes({ user: described(call, person) });
    },
    "users.list": (call) => {
      const found = page([...call.team.people.values()], call.args, 200, 1000);
      if (found === null) return no("invalid_cursor");
      return yes({
        members: found.items.map((person) => described(call, person)),
        response_metadata: { next_cursor: found.next },
      });
    },
  };
}
