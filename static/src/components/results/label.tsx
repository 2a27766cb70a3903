import type { JSX } from "preact";

/** What a line is about; people's own words in their language, and the reader's own answer marked. */
export function Label(props: {
  label: string;
  language?: string | undefined;
  isOwn?: boolean | undefined;
  own?: string | undefined;
}): JSX.Element {
  const { label, language, isOwn, own } = props;
  return (
    <>
      {language === undefined ? (
        label
      ) : (
        <span class="quote" lang={language}>
          {label}
        </span>
      )}{" "}
      {isOwn && <span class="chip chip--own">{own ?? "You"}</span>}
    </>
  );
}
