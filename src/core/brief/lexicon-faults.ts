import { fold } from "./event-words.js";
import type { EventsLexicon } from "./lexicon-events.js";
import type { PeopleSections } from "./lexicon-people.js";

/** The sections of one language as they are written and valid by the schema. */
export type WrittenLexicon = EventsLexicon & PeopleSections;

/** One thing wrong with a lexicon: where it stands in the file, what is wrong, and what helps. */
export interface LexiconFault {
  path: (string | number)[];
  message: string;
  cure: string;
}

type Language = "tr" | "en";

/**
 * What no schema sees: entries told twice, entries that no word of a story can ever match, labels that are missing,
 * codes that no country has. Empty for a sound lexicon; in the order of the sections.
 */
export function lexiconFaults(written: WrittenLexicon, language: Language): LexiconFault[] {
  return [
    ...lists(written).flatMap(({ path, words }) => [...twice(path, words, language), ...spaced(path, words)]),
    ...capitals(written),
    ...severalWords(written),
    ...rows(written, language),
    ...labels(written),
    ...codes(written),
    ...names(written, language),
    ...towns(written),
  ];
}

interface List {
  path: (string | number)[];
  words: readonly string[];
}

/** Every list of words, wherever it stands. */
function lists(value: unknown, path: (string | number)[] = []): List[] {
  if (value instanceof Map || typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, inner]) => lists(inner, [...path, key]));
  const words = value.filter((one): one is string => typeof one === "string");
  if (words.length === value.length) return [{ path, words }];
  return value.flatMap((inner, index) => lists(inner, [...path, index]));
}

function twice(path: (string | number)[], words: readonly string[], language: Language): LexiconFault[] {
  const seen = new Set<string>();
  return words.flatMap((word, index) => {
    const key = fold(word, language);
    const known = seen.has(key);
    seen.add(key);
    return known
      ? [{ path: [...path, index], message: `“${word}” stands twice in this list`, cure: "delete one" }]
      : [];
  });
}

function spaced(path: (string | number)[], words: readonly string[]): LexiconFault[] {
  return words.flatMap((word, index) =>
    word.trim() === word && !/\s\s/u.test(word)
      ? []
      : [
          {
            path: [...path, index],
            message: `“${word}” has a space too many and can never match`,
            cure: "delete the space",
          },
        ],
  );
}

/** Sections whose entries are compared with words in small letters. */
const small: readonly (keyof EventsLexicon)[] = [
  "decisions",
  "documents",
  "agreements",
  "declarations",
  "jointDeclarations",
  "jointShort",
  "continues",
  "openers",
  "underDocument",
  "parties",
  "discussed",
  "planned",
  "negations",
  "past",
  "announced",
  "doubted",
  "manners",
  "tails",
  "actions",
  "speech",
  "kinds",
  "background",
  "digests",
  "months",
  "weekdays",
  "future",
  "eventWords",
  "notHere",
  "townWords",
  "districtWords",
  "capitalWords",
  "percent",
  "fates",
  "online",
  "venueWords",
  "hereWords",
  "localOffices",
];

function capitals(written: WrittenLexicon): LexiconFault[] {
  return small.flatMap((section) =>
    lists(written[section], [section]).flatMap(({ path, words }) =>
      words.flatMap((word, index) =>
        /\p{Lu}/u.test(word)
          ? [{ path: [...path, index], message: `“${word}” has a capital and can never match`, cure: "write it small" }]
          : [],
      ),
    ),
  );
}

/** Lists whose entries are compared with one word of a story. */
function severalWords(written: WrittenLexicon): LexiconFault[] {
  const single: List[] = [
    ...(["honorifics", "ranks", "alsoNames", "particles", "passing"] as const).map((key) => ({
      path: [key],
      words: written[key],
    })),
    ...written.attendance.flatMap(({ unless, or }, row) => [
      { path: ["attendance", row, "unless"], words: unless },
      { path: ["attendance", row, "or"], words: or },
    ]),
  ];
  const found = single.flatMap(({ path, words }) =>
    words.flatMap((word, index) =>
      /\S\s\S/u.test(word)
        ? [
            {
              path: [...path, index],
              message: `“${word}” is more than one word and can never match`,
              cure: "give the word that tells",
            },
          ]
        : [],
    ),
  );
  const dotted = written.honorifics.flatMap((word, index) =>
    word.endsWith(".")
      ? [
          {
            path: ["honorifics", index],
            message: `“${word}” has a full stop and can never match`,
            cure: "write it without",
          },
        ]
      : [],
  );
  return [...found, ...dotted];
}

function rows({ attendance, kinds }: WrittenLexicon, language: Language): LexiconFault[] {
  const seen = new Set<string>();
  const people = attendance.flatMap(({ says, of, after, link }, row) => {
    const key = JSON.stringify([says, of.toSorted(), after, link]);
    const faults: LexiconFault[] = [];
    const path = ["attendance", row, "says"];
    if (seen.has(key)) faults.push({ path, message: `“${says}” is told twice`, cure: "delete one of the rows" });
    seen.add(key);
    if (language === "en" && says.endsWith("-"))
      faults.push({ path, message: `“${says}” can never match`, cure: "English verbs stand in each of their forms" });
    if (/\p{Lu}/u.test(says))
      faults.push({ path, message: `“${says}” has a capital and can never match`, cure: "write it small" });
    return faults;
  });
  const cues = kinds.flatMap(({ cues: all }, row) =>
    all.flatMap((cue, index) =>
      cue.startsWith("*") || cue.length < 2
        ? [
            {
              path: ["kinds", row, "cues", index],
              message: `“${cue}” can never match`,
              cure: "begin with a word of two letters or more",
            },
          ]
        : [],
    ),
  );
  return [...people, ...cues];
}

function labels(written: WrittenLexicon): LexiconFault[] {
  const missing = (path: (string | number)[], name: string, label: string): LexiconFault[] =>
    label.trim() === ""
      ? [{ path, message: `“${name}” has no English label`, cure: "write what an English reader calls it" }]
      : [];
  return [
    ...(["offices", "portfolios", "societies"] as const).flatMap((section) =>
      Object.entries(written[section]).flatMap(([name, label]) => missing([section, name], name, label)),
    ),
    ...written.organisations.flatMap(({ names: [name = ""], en }, row) =>
      missing(["organisations", row, "en"], name, en),
    ),
    ...Object.entries(written.countries).flatMap(([code, { en }]) => missing(["countries", code, "en"], code, en)),
  ];
}

/** Codes beside ISO 3166-1 that we use on purpose. */
const ours = new Set(["x-kktc", "XK"]);

function codes({ countries, places, organisations }: WrittenLexicon): LexiconFault[] {
  const known = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const exists = (code: string) => ours.has(code) || known.of(code) !== undefined;
  const wrong = (path: (string | number)[], code: string) => ({
    path,
    message: `${code} is the code of no country`,
    cure: "give its code of ISO 3166-1, two capitals",
  });
  return [
    ...Object.keys(countries).flatMap((code) => (exists(code) ? [] : [wrong(["countries", code], code)])),
    ...Object.keys(places).flatMap((code) => {
      if (!exists(code)) return [wrong(["places", code], code)];
      return code in countries
        ? []
        : [{ path: ["places", code], message: `${code} is missing in countries`, cure: "add a line for it there" }];
    }),
    ...organisations.flatMap(({ names: [name = ""], country, international }, row) => {
      const path = ["organisations", row];
      if (country !== undefined && !(country in countries)) return [wrong([...path, "country"], country)];
      return (country === undefined) === (international !== true)
        ? [
            {
              path,
              message: `“${name}” is of no country, or of one and of none`,
              cure: "give either country: … or international: true",
            },
          ]
        : [];
    }),
  ];
}

/** A name of two countries, or of two organisations: the first would always win. */
function names({ countries, organisations, places }: WrittenLexicon, language: Language): LexiconFault[] {
  const owners: { section: string; all: [owner: string | number, words: readonly string[]][] }[] = [
    {
      section: "countries",
      all: Object.entries(countries).map(([code, { names: own, adjectives }]) => [code, [...own, ...adjectives]]),
    },
    { section: "places", all: Object.entries(places).map(([code, { names: own }]) => [code, own]) },
    { section: "organisations", all: organisations.map(({ names: own }, row) => [row, own]) },
  ];
  return owners.flatMap(({ section, all }) => {
    const first = new Map<string, string | number>();
    return all.flatMap(([owner, words]) =>
      words.flatMap((word) => {
        const key = fold(word, language);
        const other = first.get(key) ?? owner;
        first.set(key, other);
        return other === owner
          ? []
          : [
              {
                path: [section, owner],
                message: `“${word}” is a name of ${section}.${other} too`,
                cure: "keep it where it belongs",
              },
            ];
      }),
    );
  });
}

/** Districts, houses and desks of a town that `places` does not have: they would never be told. */
function towns({ places, districts, venues, desks }: WrittenLexicon): LexiconFault[] {
  const known = new Set(Object.values(places).flatMap(({ cities }) => cities));
  const listed = [
    ...Object.keys(districts).map((town) => ({ path: ["districts", town], town })),
    ...Object.keys(venues).map((town) => ({ path: ["venues", town], town })),
    ...Object.entries(desks).map(([desk, town]) => ({ path: ["desks", desk], town })),
  ];
  return listed.flatMap(({ path, town }) =>
    known.has(town)
      ? []
      : [{ path, message: `${town} is no town of places`, cure: "add it there, or spell it as there" }],
  );
}
