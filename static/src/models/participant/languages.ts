/** The languages that people write in, each under its own name. */

/** The official languages of the EU and those of its neighbours, in the order of their own names. */
const CODES =
  "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv" +
  " ar bs ca eu gl he is ka lb mk no ru sq sr tr uk";

export interface LanguageChoice {
  code: string;
  name: string;
}

/** All choices; the present one is among them, whatever it is. */
export function languages(present: string): LanguageChoice[] {
  const codes = new Set([...CODES.split(" "), present]);
  return [...codes]
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

function nameOf(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
