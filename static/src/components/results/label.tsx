import type { JSX } from "preact";

/** What a line is about; people's own words in their language, named among several, and the own answer marked. */
export function Label(props: {
  label: string;
  language?: string | undefined;
  among?: string | undefined;
  isOwn?: boolean | undefined;
  own?: string | undefined;
}): JSX.Element {
  const { label, language, among, isOwn, own } = props;
  return (
    <>
      {language === undefined ? (
        label
      ) : (
        <span class="quote" lang={language}>
          {label}
        </span>
      )}{" "}
      {among !== undefined && <span class="tongue">{among}</span>}{" "}
      {isOwn && <span class="chip chip--own">{own ?? "You"}</span>}
    </>
  );
}
