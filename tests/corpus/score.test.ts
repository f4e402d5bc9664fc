import { expect, test } from "vitest";
import type { Brief } from "../../src/core/brief/schema.js";
import { belowBars } from "./bars.js";
import type { Expected } from "./brief-corpus.js";
import { loadStories, parts, readStory } from "./brief-corpus.js";
import { figuresOf } from "./figures.js";
import { bootstrapF1, f1, precision, recall, wilson } from "./intervals.js";
import { createReader, scoreBrief } from "./score-briefs.js";
import { nameOf, pair, titleOf } from "./same.js";

const title = "Bakanlar Ankara'da buluştu";
const body = [
  "Toplantıya, Sağlık Bakanı Ali Zeyrek, Kazakistan Sağlık Bakanı Aruzhan Bekova ve Dr. Can Ölçer ile çok sayıda davetli katıldı.",
  "Toplantıda, ortak depo kurulması ve 40 hekimin eğitilmesi kararlaştırıldı. Ayrıca sağlık protokolü imzalandı.",
];
const story = [title, ...body].join("\n");
const text = [title, ...body].join("\n\n");

const expected: Expected = {
  kind: "meeting",
  place: { city: "Ankara", country: "TR" },
  date: { from: "2026-03-02", to: "2026-03-02", basis: "published" },
  attendees: [
    { name: "Ali Zeyrek", title: "Sağlık Bakanı", country: "TR", part: "present", host: false },
    { name: "Aruzhan Bekova", title: "Kazakistan Sağlık Bakanı", country: "KZ", part: "present", host: false },
    { name: "Can Ölçer", title: null, country: null, part: "present", host: false },
  ],
  groups: ["çok sayıda davetli"],
  decisions: [
    { kind: "decided", clause: "ortak depo kurulması" },
    { kind: "decided", clause: "40 hekimin eğitilmesi kararlaştırıldı" },
    { kind: "signed", clause: "sağlık protokolü imzalandı" },
  ],
  absent: ["Hakan Yok"],
};

const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const person = (name: string, office: string | null, country: string | null): Brief["attendees"][number] => ({
  name, title: office, country, ...at(name), honorifics: [], titleEn: null, office: null, organisation: null,
  part: "present", host: false, for: null, titleStart: null, titleEnd: null,
});
const decision = (kind: Brief["decisions"][number]["kind"], words: string, clause = words) => ({ kind, text: words, ...at(clause) });

const right: Brief = {
  kind: "meeting", language: "tr", title, lead: null, confidence: 1, text,
  place: { city: "Ankara", country: "TR", start: 0, end: 0 },
  date: { from: "2026-03-02", to: "2026-03-02", basis: "published", start: null, end: null },
  attendees: [
    person("Ali Zeyrek", "Sağlık Bakanı", "TR"),
    person("Aruzhan Bekova", "Kazakistan Sağlık Bakanı", "KZ"),
    person("Can Ölçer", null, null),
  ],
  groups: [{ text: "çok sayıda davetli", ...at("çok sayıda davetli") }],
  decisions: [
    decision("decided", "Ortak depo kurulması kararlaştırıldı.", "ortak depo kurulması"),
    decision("decided", "40 hekimin eğitilmesi kararlaştırıldı"),
    decision("signed", "Ayrıca sağlık protokolü imzalandı."),
  ],
  quotes: [], figures: [{ value: 40, unit: "hekim", of: null, ...at("40") }], background: null,
};
const [ali, aruzhan, can] = right.attendees as [Brief["attendees"][0], Brief["attendees"][0], Brief["attendees"][0]];
const [depot, doctors, protocol] = right.decisions as [Brief["decisions"][0], Brief["decisions"][0], Brief["decisions"][0]];
const score = (change: Partial<Brief>) => scoreBrief({ ...right, ...change }, expected, story);
const all = (hit: number) => ({ hit, wrong: 0, missed: 0 });

test("a right brief has nothing against it", () => {
  const { counts, shares, faults, invented } = score({});
  expect({ faults, invented }).toEqual({ faults: [], invented: [] });
  expect(counts).toEqual({ names: all(3), "name + office": all(3), "name + country": all(3), groups: all(1), decisions: all(3) });
  expect(Object.values(shares).every((it) => it.right === it.of)).toBe(true);
});

test("a wrong attendee lowers precision, a missed one recall", () => {
  const wrong = score({ attendees: [...right.attendees, person("Sağlık Protokolü", null, null)] }).counts.names;
  expect([precision(wrong), recall(wrong)]).toEqual([3 / 4, 1]);
  const missed = score({ attendees: [ali, aruzhan] }).counts.names;
  expect([precision(missed), recall(missed)]).toEqual([1, 2 / 3]);
  expect(f1(missed)).toBeCloseTo(0.8);
});

test("one person twice is right once and wrong once", () => {
  expect(score({ attendees: [...right.attendees, ali] }).counts.names).toEqual({ hit: 3, wrong: 1, missed: 0 });
});

test("office, country and part are measured beside the name", () => {
  const bare = { ...ali, title: "Bakanı", country: null, part: "host" as const, host: true };
  const { counts, shares } = score({ attendees: [bare, aruzhan, can] });
  expect(counts.names).toEqual(all(3));
  expect(counts["name + office"]).toEqual({ hit: 2, wrong: 1, missed: 1 });
  expect(counts["name + country"]).toEqual({ hit: 2, wrong: 1, missed: 1 });
  expect([shares.country, shares.part, shares.host]).toEqual([1, 2, 3].map(() => ({ right: 2, of: 3 })));
});

test("a claimed office where there is none is wrong", () => {
  expect(score({ attendees: [ali, aruzhan, { ...can, title: "Bakanı" }] }).counts["name + office"].hit).toBe(2);
});

test("who is absent and found is counted", () => {
  const { absent, faults } = score({ attendees: [...right.attendees, { ...can, name: "Hakan Yok" }] });
  expect(absent).toEqual({ right: 1, of: 1 });
  expect(faults).toEqual(["name wrong: Hakan Yok (absent)"]);
});

test.each([
  ["one found twice", [depot, depot, doctors, protocol], { hit: 3, wrong: 1, missed: 0 }],
  ["one clause for two decisions", [decision("decided", "ortak depo kurulması ve 40 hekimin eğitilmesi kararlaştırıldı"), protocol], { hit: 2, wrong: 0, missed: 1 }],
  ["all missed", [], { hit: 0, wrong: 0, missed: 3 }],
  ["what is told of another matter", [decision("decided", "çok sayıda davetli katıldı")], { hit: 0, wrong: 1, missed: 3 }],
  ["the same words told elsewhere", [{ ...depot, ...at(title) }, doctors, protocol], all(3)],
  ["a corner of the clause", [{ ...decision("signed", "davetli"), start: at("sağlık protokolü imzalandı").start - 8, end: at("sağlık protokolü imzalandı").start + 4 }], { hit: 0, wrong: 1, missed: 3 }],
])("decisions: %s", (_, decisions, counts) => {
  expect(score({ decisions }).counts.decisions).toEqual(counts);
});

test("the kind of a decision is measured apart", () => {
  const { counts, shares } = score({ decisions: [depot, doctors, { ...protocol, kind: "agreed" }] });
  expect([counts.decisions, shares["kind of decision"]]).toEqual([all(3), { right: 2, of: 3 }]);
});

test("place, date and kind: whole or wrong; null is an answer", () => {
  const { shares } = score({ kind: "visit", place: null, date: { ...right.date!, to: "2026-03-03" } });
  expect([shares.place, shares.city, shares.date, shares.kind].map(({ right }) => right)).toEqual([0, 0, 0, 0]);
  expect(shares["basis of date"].right).toBe(1);
  const without = scoreBrief({ ...right, place: null }, { ...expected, place: null }, story);
  expect(without.shares.place.right).toBe(1);
  const country = score({ place: { ...right.place!, country: "KZ" } }).shares;
  expect([country.place.right, country.city.right]).toEqual([0, 1]);
});

test.each<[string, Partial<Brief>]>([
  ["name: Veli Kaya", { attendees: [{ ...ali, name: "Veli Kaya" }] }],
  ["title: “büyük” of “Büyük Sağlık Bakanı”", { attendees: [{ ...ali, title: "Büyük Sağlık Bakanı" }] }],
  ["decision: “yeni” of “Yeni depo kurulması”", { decisions: [{ ...depot, text: "Yeni depo kurulması" }] }],
  ["decision: “41” of “41 hekimin eğitilmesi”", { decisions: [{ ...doctors, text: "41 hekimin eğitilmesi" }] }],
  ["figure: 41", { figures: [{ value: 41, unit: null, of: null, ...at("40") }] }],
  ["figure: “çadir” of “çadır”", { figures: [{ value: 40, unit: "çadır", of: null, ...at("40") }] }],
  ["quote: asla", { quotes: [{ speaker: null, text: "asla", start: 0, end: 4 }] }],
])("invented: %s", (line, change) => {
  expect(score(change).invented).toContain(line);
});

test.each([
  ["Aslanov'un", "Aslanov"],
  ["Aslanov’a", "Aslanov"],
  ["Prof. Dr. Leyla Tunahan", "Leyla Tunahan"],
  ["Büyükelçi Kaan Er", "Kaan Er"],
])("name %s is %s", (written, name) => {
  expect(nameOf(written)).toBe(nameOf(name));
});

test("a name in other letters is another name, a title in other capitals is not", () => {
  expect(nameOf("Cakipov")).not.toBe(nameOf("Cakıpov"));
  expect(titleOf("the Health Minister")).toBe(titleOf("Health minister"));
});

test("pairs: none is given up for a heavier one that could go elsewhere", () => {
  const weights = [[2, 1], [3, 0]];
  expect(pair(2, 2, (row, column) => weights[row]?.[column] ?? 0)).toEqual(new Map([[0, 1], [1, 0]]));
});

test("bounds hold the figure and are the same in each run", () => {
  const { low, high } = wilson({ right: 96, of: 100 });
  expect([low, high].map((it) => it.toFixed(4))).toEqual(["0.9016", "0.9843"]);
  const counts = [all(5), { hit: 2, wrong: 1, missed: 2 }, { hit: 4, wrong: 0, missed: 1 }, all(3)];
  const within = bootstrapF1(counts);
  expect(within).toEqual(bootstrapF1(counts));
  expect([within.low < 14 / 16, within.high > 14 / 16]).toEqual([true, true]);
});

test("bars: what is below is named, what is at the bar is not", () => {
  const bars = [{ name: "a", value: 0.9599, floor: 0.96 }, { name: "b", value: 0.96, floor: 0.96 }, { name: "c", value: 0.1 }];
  expect(belowBars(bars)).toEqual(["a: 0.9599 is below 0.96"]);
  const stories = loadStories("dev").slice(0, 1);
  const scored = stories.map((it) => ({ story: it, score: score({ attendees: [ali, aruzhan] }) }));
  expect(belowBars(figuresOf(scored)).map((line) => line.split(":")[0])).toEqual(["names", "name + office", "name + country"]);
});

test("a faulty file is named, with each fault", () => {
  const yaml = 'language: tr\npublished: "soon"\ntags: [list]\ntext: "Ali geldi."\nexpect: {}\n';
  expect(() => readStory("999-x.yaml", "dev", yaml)).toThrow(/briefs\/dev\/999-x\.yaml:\n[^]*published[^]*expect\.kind/u);
  const known = { kind: "news", place: null, date: null, attendees: [{ name: "Veli", title: null, country: null, part: "present" }] };
  const story = { language: "tr", published: null, tags: ["list"], text: "Ali geldi.", expect: { ...known, groups: [], decisions: [] } };
  expect(() => readStory("999-x.yaml", "dev", JSON.stringify(story))).toThrow("expect.attendees.0.name: “Veli” is in no line of the text");
});

test("every story of the corpus is valid, and there are as many as were asked for", () => {
  const stories = parts.flatMap(loadStories);
  const of = (language: string) => stories.filter((it) => it.language === language).length;
  const total = (length: (it: Expected) => number) => stories.reduce((sum, it) => sum + length(it.expect), 0);
  const nobody = stories.filter(({ expect }) => expect.attendees.length === 0 && (expect.absent ?? []).length > 0);
  expect(new Set(stories.map(({ id }) => id)).size).toBe(stories.length);
  expect(stories.length).toBeGreaterThanOrEqual(120);
  expect(stories.filter(({ part }) => part === "test").length / stories.length).toBeGreaterThanOrEqual(1 / 3);
  expect(of("tr")).toBeGreaterThanOrEqual(90);
  expect(of("en")).toBeGreaterThanOrEqual(20);
  expect(total(({ attendees }) => attendees.length)).toBeGreaterThanOrEqual(700);
  expect(total(({ decisions }) => decisions.length)).toBeGreaterThanOrEqual(250);
  expect(nobody.length).toBeGreaterThanOrEqual(15);
  expect(new Set(stories.map(({ expect }) => expect.kind)).size).toBe(9);
});

test("the engine reads a story of the corpus, at the time the file tells", () => {
  const story = loadStories("dev").find(({ id }) => id === "101")!;
  const brief = createReader()({ ...story, published: Date.UTC(2020, 0, 5, 12) });
  expect(brief.attendees.length).toBeGreaterThan(0);
  expect(brief.date?.from).toBe("2020-01-05");
});
