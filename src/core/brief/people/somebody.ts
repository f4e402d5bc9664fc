import type { Person } from "./join.js";
import type { PeopleLexicon } from "./lexicon.js";
import type { Mention } from "./mention.js";
import type { Read } from "./presence.js";
import { Tag } from "./tag.js";

/** A surname's shape that nothing else has: `Aslanova`, `Kaçaroğlu`. */
const surname = /(?:[oe]v|[oe]va|yev|yeva|[iı]yev|[iı]yeva|oğlu|oglu|zade|shvili|şvili|uulu|dze|yan|enko|sson)$/u;

/**
 * Whether two capitals without any title are a person: `Mobil Fırın` is none. Something must say so: a given name, a small word inside, an
 * honorific, a surname's shape, people before it (`gönüllü Ece Al`), or that the story goes on by the surname.
 */
export function isSomebody({ mentions }: Person, reads: readonly Read[], lexicon: PeopleLexicon): boolean {
  const full = mentions.filter(({ short }) => !short);
  if (mentions.some(({ titleStart }) => titleStart !== null) || full.length < mentions.length) return true;
  return full.some((mention) => looksNamed(mention, reads, lexicon));
}

function looksNamed(mention: Mention, reads: readonly Read[], { groupHeads }: PeopleLexicon): boolean {
  const scene = reads[mention.sentence]?.scene;
  if (mention.honorifics.length > 0 || scene === undefined) return mention.honorifics.length > 0;
  const { words, tags } = scene;
  if (((tags[mention.nameFrom] ?? 0) & Tag.given) !== 0) return true;
  for (let at = mention.nameFrom + 1; at < mention.to; at += 1) if (((tags[at] ?? 0) & Tag.particle) !== 0) return true;
  const before = words[mention.from - 1];
  return surname.test(words[mention.to - 1]?.base ?? "") || (before?.capital === false && groupHeads.has(before.base));
}
