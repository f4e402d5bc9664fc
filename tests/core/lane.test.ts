import { expect, test } from "vitest";
import { readAddress } from "../../src/core/lane.js";

test.each([
  ["console", { platform: "console", lane: "console", peer: "console" }],
  ["telegram:7", { platform: "telegram", lane: "telegram", peer: "telegram:7" }],
  ["telegram:-1001234567890/42", { platform: "telegram", lane: "telegram", peer: "telegram:-1001234567890" }],
  ["slack:T01ABC/C02DEF", { platform: "slack", lane: "slack:T01ABC", peer: "slack:T01ABC/C02DEF" }],
  ["slack:/C02DEF", { platform: "slack", lane: "slack:", peer: "slack:/C02DEF" }],
  ["telegram:@kanal", null],
  ["telegram:7/x", null],
  ["slack:T01ABC/", null],
  ["slack:T01ABC/genel", null],
  ["slack:t01abc/c02def", null],
  ["console:1", null],
  ["", null],
])("the lane of %j", (address, expected) => {
  expect(readAddress(address)).toEqual(expected);
});
