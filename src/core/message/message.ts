/** A post or reply as a small document that every platform can show. Renderers escape all text; nothing in it is markup. */
export interface Message {
  language: "tr" | "en";
  blocks: Block[];
  /** Address whose preview the platform may show under the text. */
  preview: string | null;
}

/**
 * One part of a message, in the order in which it is read. `label` stands over a list, null for none. `rest` is the button
 * of a list that had to be cut: its action is a command line of at most 64 bytes, to which the whole list is the answer.
 */
export type Block =
  | { type: "heading"; text: Span[] }
  | { type: "paragraph"; text: Span[] }
  | { type: "list"; label: string | null; items: Span[][]; rest: { label: string; action: string } | null }
  | { type: "facts"; facts: { label: string; value: Span[] }[] }
  /** Lines of letters of one width, each as it is. */
  | { type: "code"; lines: string[] }
  | { type: "quote"; text: Span[]; expandable: boolean }
  | { type: "image"; url: string; alt: string }
  | { type: "buttons"; buttons: Button[] };

/**
 * Words of a line and how they look. A mention is of a person of the platform, by the platform's id. A flag is an emoji that
 * stands before a name; platforms without pictures for it leave it out, so it never tells what the words do not. A break begins a
 * new line within an item of a list.
 */
export type Span =
  | { type: "text" | "bold" | "italic" | "flag"; text: string }
  | { type: "link"; text: string; url: string }
  | { type: "break"; text: "\n" }
  | { type: "mention"; id: string; text: string };

/** Opens an address, or sends `action` back to us. */
export type Button = { label: string; url: string } | { label: string; action: string };
