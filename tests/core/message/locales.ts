import { readFileSync } from "node:fs";
import { createWords } from "../../../src/core/message/words.js";

/** The real locale files: what readers get is what tests see. */
export const localeTexts = {
  tr: readFileSync(new URL("../../../config/locales/tr.ftl", import.meta.url), "utf8"),
  en: readFileSync(new URL("../../../config/locales/en.ftl", import.meta.url), "utf8"),
};

export const words = createWords(localeTexts);
