import { letters } from "./naughty-letters.js";
import { markup } from "./naughty-markup.js";

const long = [
  "x".repeat(10_000),
  "ş".repeat(10_000),
  "Kızılay ".repeat(2_000),
  "a-".repeat(5_000),
  "\u00A0".repeat(5_000),
  "\n".repeat(5_000),
  "<".repeat(5_000),
  "&".repeat(5_000),
  "((((".repeat(1_000),
  "'".repeat(5_000),
  "👨‍👩‍👧‍👦".repeat(900),
  `${"K".repeat(4_095)}👍`,
  `${"K".repeat(2_999)}👍`,
  `${"K".repeat(149)}👍`,
];

/** Hostile strings by what is hostile in them, made from rules where there is one. Written for this project. */
export const naughty: Record<string, readonly string[]> = { ...letters, ...markup, long };
