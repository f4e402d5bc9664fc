/** A post or reply as a small document that every platform can show. Renderers escape all text; nothing in it is markup. */
export interface Message {
  language: "tr" | "en";
  blocks: Block[];
  /** Address whose preview the platform may show under the text. */
  preview: string | null;
}

/** One part of a message, in the order in which it is read. `label` stands over a list; null for none. */
export type Block =
  | { type: "heading"; text: Span[] }
  | { type: "paragraph"; text: Span[] }
  | { type: "list"; label: string | null; items: Span[][] }
  | { type: "facts"; facts: { label: string; value: Span[] }[] }
  | { type: "quote"; text: Span[]; expandable: boolean }
  | { type: "image"; url: string; alt: string }
  | { type: "buttons"; buttons: Button[] };

/** Words of a line and how they look. A mention is of a person of the platform, by the platform's id. */
export type Span =
  | { type: "text" | "bold" | "italic"; text: string }
  | { type: "link"; text: string; url: string }
  | { type: "mention"; id: string; text: string };

/** Opens an address, or sends `action` back to us. */
export type Button = { label: string; url: string } | { label: string; action: string };
