/** The kinds of questions that a page knows at once, by name; later.ts adds the others. */
import { multiple, single } from "./choice";
import type { AnswerKind } from "./kind";
import { scale } from "./scale";

export const KINDS: Record<string, AnswerKind> = { single, multiple, scale };
