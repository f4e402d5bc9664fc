/** What the lexicon knows of a word: bits of `tags`. */
export const Tag = {
  capital: 1,
  head: 2,
  pluralHead: 4,
  institution: 8,
  organisation: 16,
  country: 32,
  notName: 64,
  honorific: 128,
  rank: 256,
  particle: 512,
  /** It carries a suffix behind an apostrophe. */
  suffix: 1024,
  city: 2048,
  alsoName: 4096,
  /** An adjective of a country: `Azerbaycanlı`. */
  people: 8192,
  /** A country, an organisation or a city may begin here. */
  opens: 16384,
  /** What people are called: `Ayşe`. */
  given: 32768,
} as const;
