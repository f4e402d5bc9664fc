import type { Mention } from "./mention.js";
import { mention } from "./mention.js";
import { Tag } from "./tag.js";
import type { Scene } from "./turkish-runs.js";
import { isAcronym, isPlainName } from "./turkish-runs.js";

const inCase = /.{4}[ıiuü]n(?:d[ae]n?|[aeıi])$/u;

/** Reads the names without a title in `words[from..to]`, parted by `ve`. */
export function readPlain(scene: Scene, from: number, to: number, sentence: number, mentions: Mention[]) {
  const { words, tags } = scene;
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && words[at]?.key !== "ve") continue;
    let nameFrom = start;
    // `Genel Başkanlığına Ece Al seçildi`: an institution in its case stands before the name, not in it.
    for (let before = start; before < at - 2; before += 1)
      if (inCase.test(words[before]?.key ?? "")) nameFrom = before + 1;
    // `Gazzeli Meryem …`: nor is where somebody is from.
    while (at - nameFrom > 2 && ((tags[nameFrom] ?? 0) & Tag.people) !== 0) nameFrom += 1;
    const first = nameFrom;
    while (nameFrom < at && ((tags[nameFrom] ?? 0) & (Tag.honorific | Tag.rank)) !== 0) nameFrom += 1;
    const single =
      at - nameFrom === 1 &&
      ((tags[nameFrom] ?? 0) &
        (Tag.country | Tag.organisation | Tag.institution | Tag.head | Tag.notName | Tag.city)) ===
        0 &&
      !isAcronym(words[nameFrom]);
    if (single || isPlainName(scene, nameFrom, at)) {
      mentions.push(
        mention(scene, sentence, {
          from: first,
          titleFrom: first,
          titleTo: first,
          honorificFrom: first,
          nameFrom,
          to: at,
        }),
      );
    }
    start = at + 1;
  }
}
