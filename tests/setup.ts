import { afterAll } from "vitest";
import { removeFolders } from "./temporary.js";

// Test files share what they import, so what they clean up is said for each of them here.
afterAll(removeFolders);
