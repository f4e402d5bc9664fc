import type { Word } from "../event-words.js";
import { phraseAt } from "../event-words.js";
import { perForm } from "../forms.js";
import type { Mention } from "./mention.js";
import type { Scene } from "./turkish-runs.js";

/** Words right before a name or title, in front of each other: `vefat eden`, `merhum`. */
const before =
  /(?:^|\s)(?:merhum|merhume|rahmetli|müteveffa|late|(?:vefat|hayatını|yaşamını|şehit) (?:eden|kaybeden|yitiren|düşen|olan)|(?:death|funeral|loss|grave|tomb|mausoleum) of(?: the)?)$/u;
/** The last of them. */
const endsBefore = perForm(({ key }) =>
  /^(?:merhum|merhume|rahmetli|müteveffa|late|eden|kaybeden|yitiren|düşen|olan|of|the)$/u.test(key),
);
/** What the genitive behind a name owns. */
const owned = /^(?:vefat|cenaze|naaş|ölüm|kabri|kabir|mezar|türbe|defin|hatıra)/u;
const verbs =
  "hayatını kaybetti,hayatını kaybetmişti,yaşamını yitirdi,vefat etti,vefat etmişti,öldü,defnedildi,toprağa verildi,son yolculuğuna uğurlandı,died,passed away".split(
    ",",
  );
/** Somebody else is told of between the name and the verb. */
const others =
  /^(?:kişi|insan|çocuk|asker|işçi|vatandaş|sivil|öğrenci|kadın|people|civilians|children|soldiers|workers|others|who|said|told)/u;
const isAnother = perForm(({ key }) => others.test(key));
const reach = 14;

/** Elder honours behind a name: nobody bears them today. */
const elders = new Set(["paşa", "efendi", "hatun", "hazretleri", "pasha", "effendi"]);

/** Whether the sentence speaks of the person as dead, or the name is of another age. */
export function isDead({ words }: Scene, mention: Mention): boolean {
  if (elders.has(words[mention.to - 1]?.base ?? "") && mention.titleStart === null) return true;
  const previous = words[mention.from - 1];
  if (
    previous !== undefined &&
    endsBefore(previous) &&
    before.test(keys(words, Math.max(0, mention.from - 3), mention.from))
  )
    return true;
  const next = words[mention.to];
  if (mention.role === "owner" && next !== undefined && owned.test(next.key)) return true;
  if (mention.role !== "subject" && mention.role !== "other") return false;
  for (let at = mention.to; at < Math.min(words.length, mention.to + reach); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted) return false;
    // `Kaya, who chaired it, died`, but not `Kaya met Us, who died`.
    if (isAnother(word) && !(word.key === "who" && at <= mention.to + 1)) return false;
    if (phraseAt(words, at, verbs) > 0) return true;
  }
  return false;
}

const keys = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to)
    .map(({ key }) => key)
    .join(" ");
