/** A named set of keywords that chats subscribe to. A keyword is an expression as its owner typed it (`Kızılay`, `-Kızılay Meydanı`). */
export interface Topic {
  id: string;
  name: { tr: string; en: string };
  keywords: readonly string[];
}

/** The texts of a story that are matched; `body` is everything but the title. */
export interface Fields {
  title: string;
  body: string;
  language?: string;
}

/** Where a keyword of a topic stands: UTF-16 offsets into the named field, end exclusive, suffixes included. */
export interface Hit {
  topic: string;
  keyword: string;
  field: "title" | "body";
  start: number;
  end: number;
  /** A derived word (`Kızılaycı`), not an inflected one. */
  derived: boolean;
}
