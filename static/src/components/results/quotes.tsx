import type { JSX } from "preact";

/** One text in people's own words, as much of it as is drawn here. */
export interface Quoted {
  id: number;
  text: string;
  language: string;
}

/** People's own words, each in its language. */
export function Quotes(props: { quotes: readonly Quoted[]; label: string }): JSX.Element {
  return (
    <ul class="quotes" aria-label={props.label}>
      {props.quotes.map((quote) => (
        <li key={quote.id} class="quote" lang={quote.language}>
          <span class="quotes__words">{quote.text}</span>
        </li>
      ))}
    </ul>
  );
}
