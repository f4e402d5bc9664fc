import { fileURLToPath } from "node:url";

/** Counts of one thing by weeks, each week by the UTC midnight of its Monday. */
export interface Series {
  name: string;
  weeks: readonly { week: number; count: number }[];
}

const width = 900;
const rowHeight = 190;
const colours = ["#b5121b", "#1d5c96", "#3a7d44", "#8a5a00", "#6a3d9a", "#444444"];

/**
 * Bars of stories by week as a PNG, a row for each series, its name above: a story of two topics would count twice in one pile. The
 * libraries take half a second to load, so they are loaded when somebody asks.
 */
export async function drawWeeks(series: readonly Series[], language: "tr" | "en"): Promise<Uint8Array> {
  const [Plot, { parseHTML }, { Resvg }] = await Promise.all([
    import("@observablehq/plot"),
    import("linkedom"),
    import("@resvg/resvg-js"),
  ]);
  const { document } = parseHTML("<html></html>");
  const date = new Intl.DateTimeFormat(language === "tr" ? "tr-TR" : "en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  const bars = series.flatMap(({ name, weeks }) => weeks.map((one) => ({ ...one, name })));
  const names = series.map(({ name }) => name);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const plot = Plot.plot({
    document,
    width,
    height: 50 + rowHeight * series.length,
    marginTop: 60,
    marginLeft: 50,
    marginRight: 20,
    marginBottom: 40,
    style: { fontFamily: "Noto Sans", fontSize: "15px" },
    x: { type: "band", label: null, tickFormat: (week: number) => date.format(week), padding: 0.25 },
    // The number over the highest bar stays below the name.
    y: { label: null, grid: true, domain: [0, 1.15 * most], ticks: Math.min(4, most), tickFormat: "d" },
    fy: { domain: names, label: null, axis: null, paddingInner: 0.3, paddingOuter: 0 },
    color: { domain: names, range: colours.slice(0, names.length) },
    marks: [
      Plot.barY(bars, { x: "week", y: "count", fy: "name", fill: "name" }),
      Plot.text(
        bars.filter(({ count }) => count > 0),
        { x: "week", y: "count", fy: "name", text: (bar: { count: number }) => String(bar.count), dy: -9 },
      ),
      Plot.text(names, {
        fy: (name: string) => name,
        text: (name: string) => name,
        frameAnchor: "top-left",
        dy: -24,
        fontSize: 19,
      }),
      Plot.ruleY([0]),
    ],
  });
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const image = new Resvg(plot.outerHTML, {
    background: "white",
    fitTo: { mode: "width", value: 2 * width },
    font: {
      fontFiles: [
        fileURLToPath(import.meta.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf")),
      ],
      loadSystemFonts: false,
      defaultFontFamily: "Noto Sans",
    },
  });
  return image.render().asPng();
}
