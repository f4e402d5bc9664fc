import { expect, test } from "vitest";
import { csvLine } from "../../src/core/csv.js";

test.each<[Parameters<typeof csvLine>[0], string]>([
  [["Ayşe", "Kızılay", 3, null], "Ayşe;Kızılay;3;"],
  [["a;b", 'say "x"', "two\nlines"], '"a;b";"say ""x""";"two\nlines"'],
  [["1,5"], '"1,5"'],
  [["=1+1"], "'=1+1"],
  [["+90 312"], "'+90 312"],
  [["-Kızılay Meydanı"], "'-Kızılay Meydanı"],
  [["@SUM(A1)"], "'@SUM(A1)"],
  [["	=cmd|' /C calc'!A0"], "'	=cmd|' /C calc'!A0"],
  [['=HYPERLINK("http://x";"y")'], '"\'=HYPERLINK(""http://x"";""y"")"'],
  [[" =1"], "' =1"],
  [[-5, "a-b=c"], "-5;a-b=c"],
])("%j is written as %j", (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
