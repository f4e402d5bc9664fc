import type { Row } from "../measure.js";

/** One cost at one size. */
interface Point {
  what: string;
  size: number;
  ms: number;
}

const colours = ["#b5121b", "#1d5c96", "#3a7d44", "#8a5a00", "#6a3d9a"];

function pointOf({ what, size, ms }: Row): Point[] {
  return typeof what === "string" && typeof size === "number" && typeof ms === "number" ? [{ what, size, ms }] : [];
}

/** The costs of the bench `growth` as an SVG: both axes by powers of ten, where a cost in proportion rises with the dashed line. */
export async function drawGrowth(rows: readonly Row[]): Promise<string> {
  const [Plot, { parseHTML }] = await Promise.all([import("@observablehq/plot"), import("linkedom")]);
  const { document } = parseHTML("<html></html>");
  const points = rows.flatMap(pointOf);
  const names = [...new Set(points.map(({ what }) => what))];
  const sizes = points.map(({ size }) => size);
  const costs = points.map(({ ms }) => ms);
  const proportional = [Math.min(...sizes), Math.max(...sizes)].map((size) => ({
    size,
    ms: (Math.min(...costs) * size) / Math.min(...sizes),
  }));
  const plot = Plot.plot({
    document,
    width: 900,
    height: 520,
    marginLeft: 60,
    marginRight: 210,
    marginTop: 30,
    style: { fontFamily: "sans-serif", fontSize: "14px", background: "white" },
    x: { type: "log", label: "how many", tickFormat: "~s" },
    y: { type: "log", label: "ms", grid: true, tickFormat: "~s" },
    color: { domain: names, range: colours.slice(0, names.length) },
    marks: [
      Plot.line(proportional, { x: "size", y: "ms", stroke: "#999", strokeDasharray: "4 4", clip: true }),
      Plot.line(points, { x: "size", y: "ms", stroke: "what", strokeWidth: 2 }),
      Plot.dot(points, { x: "size", y: "ms", fill: "what" }),
      Plot.text(
        points.filter(({ what, size }) => size === Math.max(...points.flatMap((p) => (p.what === what ? p.size : [])))),
        { x: "size", y: "ms", text: "what", fill: "what", textAnchor: "start", dx: 8 },
      ),
    ],
  });
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${plot.outerHTML}\n`;
}
