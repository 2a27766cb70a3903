import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const TOKENS = new URL("../../static/css/tokens.css", import.meta.url);
type Theme = "day" | "dark";

/** The colours of tokens.css: what each name stands for by day and in the dark. */
function readColours(): Map<string, Record<Theme, string>> {
  const css = readFileSync(TOKENS, "utf8");
  const hex = "(#[0-9a-f]{6})";
  const both = new RegExp(`--([\\w-]+): (?:light-dark\\(${hex}, ${hex}\\)|${hex});`, "g");
  return new Map(
    [...css.matchAll(both)].map(([, name, day, dark, same]) => [
      name as string,
      { day: (day ?? same) as string, dark: (dark ?? same) as string },
    ]),
  );
}

/** The relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const colours = readColours();

/** "ink/paper": the contrast of the first colour on the second. */
function contrastOf(pair: string, theme: Theme): number {
  const [front, ground] = pair.split("/").map((name) => {
    const colour = colours.get(name);
    assert.ok(colour, `tokens.css has no colour ${name}`);
    return colour[theme];
  }) as [string, string];
  return contrast(front, ground);
}

const TEXT = [
  ..."ink/paper ink/surface ink/inset ink-2/paper ink-2/surface ink-2/inset".split(" "),
  ..."on-primary/primary on-primary/primary-hover primary/paper primary/surface".split(" "),
  ..."primary-hover/paper ink/primary-soft paper/ink on-live/live".split(" "),
  ..."danger/paper danger/surface danger/danger-soft ink/danger-soft".split(" "),
  ..."success/paper success/success-soft ink/success-soft info/info-soft ink/info-soft".split(" "),
  ..."warn/paper warn/warn-soft ink/warn-soft".split(" "),
];
const SHAPES = "edge/paper edge/surface edge/inset primary/primary-soft danger/danger-soft".split(
  " ",
);

for (const theme of ["day", "dark"] as const) {
  test(`by ${theme}, text stands at least 4.5 to 1 on its ground`, () => {
    const weak = TEXT.filter((pair) => contrastOf(pair, theme) < 4.5);
    assert.deepEqual(weak, []);
  });

  test(`by ${theme}, edges of controls and drawn shapes stand at least 3 to 1`, () => {
    const weak = SHAPES.filter((pair) => contrastOf(pair, theme) < 3);
    assert.deepEqual(weak, []);
  });
}

test("the measure itself: black on white is 21, and the ink on paper is what was designed", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrastOf("ink/paper", "day").toFixed(2), "14.96");
  assert.equal(contrastOf("ink/paper", "dark").toFixed(2), "15.68");
});

test("saffron cannot be seen alone on paper, which is why it always stands with ink", () => {
  assert.equal(contrastOf("live/paper", "day").toFixed(2), "1.71");
  assert.ok(contrastOf("live/ink", "day") > 3);
});

test("the ring of the focus is seen beside the ground: ink by day, saffron in the dark", () => {
  const css = readFileSync(TOKENS, "utf8");
  assert.match(css, /--focus: light-dark\(var\(--ink\), var\(--live\)\);/);
  assert.ok(contrastOf("ink/paper", "day") >= 3);
  assert.ok(contrastOf("live/paper", "dark") >= 3);
});
