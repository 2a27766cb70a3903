/** The kinds of questions that a phone learns once it can join, wait and answer. */
import { KINDS } from ".";
import { axes } from "./axes";
import { points } from "./points";
import { ranking } from "./ranking";
import { text } from "./text";
import { transfer } from "./transfer";
import { words } from "./words";

Object.assign(KINDS, { text, ranking, points, words, axes, transfer });
