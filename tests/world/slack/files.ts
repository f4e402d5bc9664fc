import { channelOf, no, yes, type Answer, type Call } from "./call.js";
import type { Route } from "./server.js";
import { isRecord, words } from "./shapes.js";
import type { State } from "./state.js";

/** Slack's limit for the words that tell what a picture shows. */
const longestAlt = 1_000;

/**
 * Files as Slack takes them: an address for each, the bytes sent there, and then the file shown in a channel, where people see
 * `[picture title: what it shows]`.
 */
export function createFiles(state: State) {
  let origin = "";
  const alts = new Map<string, string>();

  function getUploadURLExternal({ team, args }: Call): Answer {
    const alt = words(args["alt_txt"]);
    if (alt.length > longestAlt) return no("alt_txt_too_large");
    const id = state.nextId("F");
    alts.set(id, alt);
    const length = Number(args["length"]);
    team.files.set(id, { id, name: words(args["filename"]), length, bytes: null, shared: false });
    return yes({ upload_url: `${origin}/upload/${team.id}/${id}`, file_id: id });
  }

  function completeUploadExternal({ team, args }: Call): Answer {
    const given = Array.isArray(args["files"]) ? args["files"].filter(isRecord) : [];
    const files = given.map((one) => ({ title: words(one["title"]), file: team.files.get(words(one["id"])) }));
    if (files.length === 0) return no("invalid_arguments");
    if (files.some(({ file }) => file === undefined || file.bytes === null)) return no("file_not_found");
    if (args["channel_id"] === undefined) return yes({ files: given });
    const channel = channelOf(team, args["channel_id"]);
    if (channel === null) return no("channel_not_found");
    if (!channel.members.has(team.bot.id)) return no("not_in_channel");
    for (const { title, file } of files) {
      if (file === undefined) continue;
      file.shared = true;
      const text = `[picture ${title}: ${alts.get(file.id) ?? ""}]`;
      const plain = { blocks: null, metadata: null, thread: null, broadcast: false, edits: 0, linkNames: false };
      channel.posts.push({ ts: state.nextTs(), user: team.bot.id, bot: team.botId, text, ...plain });
    }
    return yes({ files: given });
  }

  const route: Route = (request, response, url, body) => {
    const [, , team = "", id = ""] = url.pathname.split("/");
    const file = state.teams.get(team)?.files.get(id);
    const fits = request.method === "POST" && file !== undefined && body.length === file.length;
    if (fits) file.bytes = body;
    response.writeHead(fits ? 200 : 400, { "content-type": "text/plain" });
    response.end(fits ? `OK - ${body.length}` : "bad upload");
  };

  return {
    at: (url: string) => void (origin = url),
    handlers: {
      "files.getUploadURLExternal": getUploadURLExternal,
      "files.completeUploadExternal": completeUploadExternal,
    },
    route,
  };
}
