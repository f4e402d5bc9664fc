import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Lexicon } from "../src/core/brief/lexicon.js";
import { parseLexicon } from "../src/core/brief/lexicon.js";

function read(name: string): unknown {
  return parse(readFileSync(new URL(`../config/lexicon/${name}.yaml`, import.meta.url), "utf8"));
}

/** The shipped lexicon, as the program uses it. */
export const lexicon: Lexicon = parseLexicon({ tr: read("tr"), en: read("en") });
