/** The minutes of an agenda while they are typed: their sum, and how far it is from two hours. */

const TWO_HOURS = 120;

/** The sum of what the fields say; a field that holds no whole number counts as nothing yet. */
export function sumOf(typed: readonly string[]): number {
  return typed
    .map((text) => text.trim())
    .filter((text) => /^\d{1,3}$/.test(text))
    .reduce((sum, text) => sum + Number(text), 0);
}

/** "125 minutes". */
export function minutesWords(minutes: number): string {
  return `${minutes.toLocaleString("en")} ${minutes === 1 ? "minute" : "minutes"}`;
}

/** "5 minutes more than two hours." */
export function againstTwoHours(minutes: number): string {
  if (minutes === TWO_HOURS) return "This is two hours exactly.";
  const side = minutes < TWO_HOURS ? "less" : "more";
  return `${minutesWords(Math.abs(TWO_HOURS - minutes))} ${side} than two hours.`;
}
