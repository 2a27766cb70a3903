/** All kinds of questions by name. Adding a kind is adding its file here. */
import { multiple, single } from "./choice";
import type { AnswerKind } from "./kind";
import { scale } from "./scale";
import { text } from "./text";

export const KINDS: Readonly<Record<string, AnswerKind>> = { single, multiple, scale, text };
