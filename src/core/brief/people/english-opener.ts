import type { Mention } from "./mention.js";
import type { Scene } from "./turkish-runs.js";

const gatherings = new Set(
  "ceremony meeting sendoff send-off event conference forum gathering opening launch iftar program summit session panel workshop symposium congress".split(
    " ",
  ),
);
/** `In his speech, …` */
const speeches = /^(?:speech|address|remarks|opening|keynote)$/u;
const speaks = new Set(
  "said says told stressed noted stated emphasized emphasised underlined thanked expressed highlighted called urged announced decried praised recalled voiced underscored added pledged vowed reiterated reaffirmed declared welcomed".split(
    " ",
  ),
);

/** Who speaks at a gathering that opens the sentence: `At the ceremony in Mersin, Deputy Chair Can Us said …`; not to the press. */
export function openingSpeaker({ words }: Scene, mentions: readonly Mention[]): Mention | undefined {
  const own =
    words[0]?.key === "in" && /^(?:his|her)$/u.test(words[1]?.key ?? "") && speeches.test(words[2]?.key ?? "");
  if (!own && words[0]?.key !== "at" && words[0]?.key !== "during") return undefined;
  let event = own;
  for (let at = 1; at < Math.min(words.length, 18); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted || word.key === "press" || word.key === "news") return undefined;
    event ||= gatherings.has(word.key);
    if (word.text !== ",") continue;
    const mention = mentions.find(({ from }) => from > at);
    if (!event || mention === undefined || mention.from > at + 2 || mention.titleStart === null) continue;
    return speaks.has(words[mention.to]?.key ?? "") ? mention : undefined;
  }
  return undefined;
}
