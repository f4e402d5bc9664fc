/** An entry as a reader found it, before anything is cleaned or judged; both readers give this form. */
export interface RawItem {
  title: string;
  guid: string;
  /** RSS: the text of `link`, rel empty; Atom: one for each `link` element. */
  links: { href: string; rel: string; type: string }[];
  /** Description or summary; the full content where there is neither. */
  spot: string;
  /** As written, publication before update. */
  dates: string[];
  photos: { url: string; type: string }[];
  /** xml:base of the entry, itself resolved as far as the document allows; empty if there is none. */
  base: string;
}

/** Items of one feed beyond this number are not read. */
export const maxItems = 5_000;
/** UTF-16 units of one field as written. */
export const maxField = 20_000;
