import { mkdirSync } from "node:fs";
import { codeOf } from "./busy.js";
import { Refusal } from "../core/refusal.js";

/** Makes the data folder; refuses one that cannot be made, or that is a file. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be made (${codeOf(error)}). Check TELLAL_DATA and the permissions of the folder above it.`,
    );
  }
}
