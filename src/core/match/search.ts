import { basesOf } from "../text/bases.js";
import { searchKey } from "../text/fold.js";
import { entriesOf, pathOf } from "./entries.js";
import type { Pattern } from "./keyword.js";
import type { Found } from "./scan.js";
import { createScanner } from "./scan.js";
import type { Fields } from "./topic.js";

/** A word as an index of folded words is asked for it: `prefix` where endings may follow. */
interface Indexed {
  letters: string;
  prefix: boolean;
}

/** What somebody looks for. The index says which stories may have it, `find` which do. */
export interface Query {
  /** All terms; of each one spelling; of each spelling all words. Folded letters only, so nothing in it is a sign of any index's language. */
  terms: Indexed[][][];
  /** Where each term stands in a text, suffixes included, in the order of title, then body; null unless all stand there. */
  find: (fields: Fields) => Found[] | null;
}

/** Longer questions are cut: nobody reads a story for the ninth word. */
const longest = 200;
const mostTerms = 8;
/** A word has seldom more than two readings that make sense. */
const mostBases = 6;

/**
 * Reads what somebody typed: words that must all be there, in any form and whatever the form that was typed; words in quotation marks stand together. Without Turkish
 * letters typed, none are asked for: `kizilay` finds Kızılay. Null if there is no word of two letters in it. Never throws.
 */
export function readQuery(typed: string): Query | null {
  const scanner = createScanner();
  const patterns = termsOf(typed.slice(0, longest).normalize("NFC"))
    .map((text) => {
      const ascii = /^\p{ASCII}*$/u.test(text);
      const forms = [text, ...basesOf(text, ascii).slice(0, mostBases)];
      const numbers = forms.map((form) => {
        const loose = patternOf(form, true);
        return { loose: scanner.add(loose), strict: scanner.add(ascii ? loose : patternOf(form, false)) };
      });
      return { spellings: widest(forms.flatMap((form) => spellingsOf(patternOf(form, true)))), numbers };
    })
    // Scripts beyond the first plane have no folded letters.
    .filter(({ spellings }) => spellings.length > 0)
    .slice(0, mostTerms);
  if (patterns.length === 0) return null;

  function find(fields: Fields): Found[] | null {
    const { found } = scanner.scan(fields);
    // English stories write Turkish names without their letters.
    const kind = fields.language === "tr" ? "strict" : "loose";
    const all = patterns.map(({ numbers }) => together(numbers.flatMap((number) => found.get(number[kind]) ?? [])));
    return all.every((list) => list.length > 0) ? all.flat().toSorted(inOrder) : null;
  }

  return { terms: patterns.map(({ spellings }) => spellings), find };
}

function termsOf(typed: string): string[] {
  const pieces = typed.matchAll(/["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]|(?<word>[^\s"“”„«»]+)/gu);
  const terms = [...pieces].flatMap(({ groups = {} }) => {
    const phrase = groups["phrase"];
    return phrase === undefined ? wordsOf(bareWord(groups["word"] ?? "")) : [wordsOf(phrase).join(" ")];
  });
  return [...new Set(terms)].filter((term) => searchKey(term).replace(" ", "").length > 1);
}

/** `Kızılay'ın` is asked for as Kızılay; `O'Brien` stays. */
function bareWord(word: string): string {
  return /^(?<stem>[\p{L}\p{M}\p{N}]{2,})['’‘ʼ´`]\p{L}{1,8}$/u.exec(word)?.groups?.["stem"] ?? word;
}

/** Words of letters and digits in lower case: capitals tell names and acronyms apart in keywords, but nobody types them for a search. */
function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase("tr").match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
}

function patternOf(text: string, ascii: boolean): Pattern {
  return { text, exact: false, ascii, compound: true };
}

function spellingsOf(pattern: Pattern): Indexed[][] {
  const known = new Map<string, Indexed[]>();
  for (const entry of entriesOf(pattern, 0)) {
    const words = searchKey(String.fromCharCode(...pathOf(entry))).split(" ");
    known.set(
      words.join(" "),
      words.map((letters, at) => ({ letters, prefix: at === words.length - 1 })),
    );
  }
  return [...known.values()].filter((words) => words.every(({ letters }) => letters !== ""));
}

/** Without the spellings that a shorter one stands for: `toplanti*` beside `toplant*`. */
function widest(spellings: readonly Indexed[][]): Indexed[][] {
  const bare = spellings.flatMap((words) => (words.length === 1 ? words : []));
  const isCovered = ({ letters }: Indexed) =>
    bare.some((other) => other.letters.length < letters.length && letters.startsWith(other.letters));
  const known = new Map(spellings.map((words) => [words.map(({ letters }) => letters).join(" "), words]));
  return [...known.values()].filter(([word, ...rest]) => word === undefined || rest.length > 0 || !isCovered(word));
}

/** Each place once, though several readings of a word may stand there. */
function together(found: Found[]): Found[] {
  const places = new Map(found.map((one) => [`${one.field} ${one.start} ${one.end}`, one]));
  return [...places.values()];
}

function inOrder(a: Found, b: Found): number {
  if (a.field !== b.field) return a.field === "title" ? -1 : 1;
  return a.start - b.start;
}
