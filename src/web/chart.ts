import { raw, type Html } from "./html.js";

/** A bar and how long it is. */
export interface Bar {
  name: string;
  count: number;
}

/** Counts of one thing by weeks, each by the UTC midnight of its Monday. */
export interface Weeks {
  name: string;
  weeks: readonly { week: number; count: number }[];
}

const width = 560;
const colours = [1, 2, 3, 4, 5, 6].map((number) => `var(--chart-${number})`);
/** The libraries take half a second to load, so they are loaded when somebody looks. */
async function tools() {
  const [Plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  return { Plot, document: parseHTML("<html></html>").document };
}

/** Bars lying on their side, the names before them and the numbers behind. */
export async function drawBars(bars: readonly Bar[], label: string): Promise<Html> {
  const { Plot, document } = await tools();
  const names = bars.map(({ name }) => name);
  const longest = Math.max(0, ...names.map((name) => name.length));
  const plot = Plot.plot({
    document,
    width,
    height: 12 + 28 * bars.length,
    marginTop: 6,
    marginBottom: 4,
    marginLeft: Math.min(260, 24 + 9.5 * longest),
    marginRight: 48,
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ count }) => count))] },
    y: { label: null, domain: names, tickSize: 0, padding: 0.3 },
    marks: [
      Plot.barX(bars, { x: "count", y: "name", fill: colours[0] ?? "" }),
      Plot.text(bars, { x: "count", y: "name", text: (bar: Bar) => String(bar.count), textAnchor: "start", dx: 6 }),
    ],
  });
  return pictureOf(plot, label);
}

/** Bars by week, a row for each series: a story of two topics would count twice in one pile. */
export async function drawWeeks(series: readonly Weeks[], label: string, language: "tr" | "en"): Promise<Html> {
  const { Plot, document } = await tools();
  const date = new Intl.DateTimeFormat(language === "tr" ? "tr-TR" : "en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const bars = series.flatMap(({ name, weeks }) => weeks.map((one) => ({ ...one, name })));
  const names = series.map(({ name }) => name);
  const weeks = series[0]?.weeks.map(({ week }) => week) ?? [];
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const plot = Plot.plot({
    document,
    width,
    height: 40 + 150 * series.length,
    marginTop: 34,
    marginLeft: 40,
    marginRight: 10,
    marginBottom: 28,
    x: {
      type: "band",
      label: null,
      ticks: weeks.filter((_, at) => (weeks.length - 1 - at) % 4 === 0),
      tickFormat: (week: number) => date.format(week),
      tickSize: 0,
      padding: 0.2,
    },
    y: {
      label: null,
      grid: true,
      domain: [0, most],
      ticks: Math.min(4, most),
      tickFormat: "d",
      nice: true,
      tickSize: 0,
    },
    fy: { domain: names, label: null, axis: null, paddingInner: 0.25 },
    color: { domain: names, range: names.map((_, at) => colours[at % colours.length] ?? "") },
    marks: [
      Plot.barY(bars, { x: "week", y: "count", fy: "name", fill: "name" }),
      Plot.text(names, { fy: (name: string) => name, text: (name: string) => name, frameAnchor: "top-left", dy: -20 }),
      Plot.ruleY([0]),
    ],
  });
  return pictureOf(plot, label);
}

/** What we do with a drawing; the compiler knows no browser's elements here. */
interface Drawn {
  outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<Pick<Drawn, "removeAttribute"> & { remove(): void }>;
}

/** The drawing as markup without a style of its own, named for who cannot see it. */
function pictureOf(plot: Drawn, label: string): Html {
  // The page's own style sheet says how it looks: no other is allowed there.
  for (const style of plot.querySelectorAll("style")) style.remove();
  plot.removeAttribute("class");
  plot.setAttribute("font-family", "inherit");
  plot.setAttribute("font-size", "13");
  // The parts of a picture with a name of its own are not read out one by one.
  for (const part of plot.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", label);
  return raw(plot.outerHTML);
}
