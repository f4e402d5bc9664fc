import { address, flag, list, oneOf, shape, string, typed, whole } from "./shapes.js";

const style = shape({ bold: flag, italic: flag, strike: flag, code: flag, underline: flag });
const mention = shape({
  bold: flag,
  italic: flag,
  strike: flag,
  highlight: flag,
  client_highlight: flag,
  unlink: flag,
});

const inline = typed({
  text: { "text!": string(13_200), style },
  link: { "url!": address(), text: string(13_200), unsafe: flag, style },
  emoji: { "name!": string(100, 1, /^[a-z0-9_+'-]+$/), unicode: string(100), style },
  user: { "user_id!": string(20, 1, /^[UW][A-Z0-9]+$/), style: mention },
  usergroup: { "usergroup_id!": string(20, 1, /^S[A-Z0-9]+$/), style: mention },
  channel: { "channel_id!": string(20, 1, /^[CDG][A-Z0-9]+$/), style: mention },
  broadcast: { "range!": oneOf("here", "channel", "everyone"), style },
  date: { "timestamp!": whole(0, 1e11), "format!": string(200), url: address(), fallback: string(200), style },
  color: { "value!": string(20), style },
});
const section = { "elements!": list(inline, 1000, 0) };
const border = whole(0, 1);

/** The `elements` of a rich_text block. */
export const richTextElements = list(
  typed({
    rich_text_section: section,
    rich_text_list: {
      "style!": oneOf("bullet", "ordered"),
      "elements!": list(typed({ rich_text_section: section }), 1000),
      indent: whole(0, 8),
      offset: whole(0, 1000),
      border,
    },
    rich_text_preformatted: { ...section, border, language: string(50) },
    rich_text_quote: { ...section, border },
  }),
  1000,
);
