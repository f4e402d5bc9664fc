/** The part of Block Kit that we use, as Slack's API takes it. Rich text is never parsed: a story's text cannot become markup in it. */
export type SlackBlock =
  | { type: "rich_text"; elements: SlackRich[] }
  | { type: "context"; elements: SlackPlain[] }
  | { type: "image"; image_url: string; alt_text: string }
  | { type: "actions"; elements: SlackButton[] };

export type SlackRich =
  | { type: "rich_text_section" | "rich_text_quote"; elements: SlackElement[] }
  | { type: "rich_text_preformatted"; elements: { type: "text"; text: string }[] }
  | { type: "rich_text_list"; style: "bullet"; elements: { type: "rich_text_section"; elements: SlackElement[] }[] };

export type SlackElement =
  | { type: "text"; text: string; style?: SlackStyle }
  | { type: "link"; text: string; url: string; style?: SlackStyle }
  | { type: "user"; user_id: string };

export interface SlackStyle {
  bold?: true;
  italic?: true;
}

/** Text without markup; `emoji: false` leaves `:names:` as they are written. */
export interface SlackPlain {
  type: "plain_text";
  text: string;
  emoji: false;
}

/** `action_id` is unique in its message; a button with `url` opens it, one with `value` sends that back. */
export interface SlackButton {
  type: "button";
  text: SlackPlain;
  action_id: string;
  url?: string;
  value?: string;
}
