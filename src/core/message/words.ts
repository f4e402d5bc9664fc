import { FluentBundle, FluentResource, type FluentFunction } from "@fluent/bundle";
import { withSuffix, type Case } from "../text/with-suffix.js";
import type { Message } from "./message.js";

/** A language we speak to readers. */
export type Tongue = Message["language"];

/** Fills in the sentence of that name. A name or a variable that the locale file does not have is a bug: it throws. */
export type Say = (id: string, args?: Record<string, string | number>) => string;

/** The sentences of one language. */
export type Words = (language: Tongue) => Say;

/** What the files may call: `SUFFIX($name, "dative")` gives a name its Turkish ending, in the right harmony. */
const own: Record<string, FluentFunction> = {
  SUFFIX: ([name, ending]) => withSuffix(String(name), String(ending) as Case),
};

/** Reads the two Fluent files; `functions` are what the files may call. */
export function createWords(texts: Record<Tongue, string>, functions: Record<string, FluentFunction> = own): Words {
  const tr = createSay("tr", texts.tr, functions);
  const en = createSay("en", texts.en, functions);
  return (language) => (language === "tr" ? tr : en);
}

function createSay(language: Tongue, text: string, functions: Record<string, FluentFunction>): Say {
  const bundle = new FluentBundle(language, { functions, useIsolating: false });
  const doubled = bundle.addResource(new FluentResource(text));
  if (doubled[0] !== undefined) throw doubled[0];
  return (id, args) => {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === undefined || pattern === null) throw new Error(`locales/${language}.ftl has no message ${id}`);
    return bundle.formatPattern(pattern, args);
  };
}
