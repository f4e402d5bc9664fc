import type { Word } from "../event-words.js";
import type { Mention } from "./mention.js";
import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";

/** `Ece Al, yeniden Türk Kızılay Genel Başkanı seçildi`, `Başkan seçilen Ece Al`: the new office of who was named without one. */
export function readElected({ words, tags }: Scene, mention: Mention) {
  if (mention.titleStart !== null || mention.short) return;
  const before = mention.from - 1;
  const at = words[before]?.key === "seçilen" ? before : mention.role === "subject" ? electedAt(words, mention) : -1;
  const floor = at === before ? 0 : mention.to;
  const isTitle = (index: number) =>
    index >= floor && ((tags[index] ?? 0) & (Tag.head | Tag.institution | Tag.organisation | Tag.country)) !== 0;
  let from = at;
  while (isTitle(from - 1) && ((tags[from - 1] ?? 0) & Tag.suffix) === 0) from -= 1;
  if (at < 1 || from === at || ((tags[at - 1] ?? 0) & Tag.head) === 0) return;
  mention.from = Math.min(mention.from, from);
  Object.assign(mention, {
    titleFrom: from,
    titleTo: at,
    titleStart: words[from]?.start ?? null,
    titleEnd: words[at - 1]?.end ?? null,
  });
}

function electedAt(words: readonly Word[], { to }: Mention): number {
  for (let at = to + 1; at < Math.min(words.length, to + 24); at += 1)
    if (words[at]?.quoted === false && /^seçil(?:di|en|erek|ip)/u.test(words[at]?.key ?? "")) return at;
  return -1;
}
