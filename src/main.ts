#!/usr/bin/env node
import process from "node:process";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Tellal needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  // Loaded after the check: an older Node would fail in the middle of a library instead of saying why.
  const { main } = await import("./cli/main.js");
  process.exitCode = await main(process);
}
