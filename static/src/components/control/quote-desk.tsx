import type { JSX } from "preact";
import type { PollTopic, QuotePayload } from "../../generated/contract";
import type { Control } from "../../models/control/control";
import { quoteButton } from "../../models/control/ideas";
import { ActButton } from "./act-button";

/** Answers in people's own words; each can be kept from the screens. */
export function QuoteDesk(props: {
  control: Control;
  poll: PollTopic;
  quotes: readonly QuotePayload[];
}): JSX.Element | null {
  const { control, poll, quotes } = props;
  if (quotes.length === 0) return null;
  return (
    <ul class="quotes desk-quotes" aria-label="Answers in own words">
      {quotes.map((quote) => (
        <li key={quote.id} data-hidden={quote.is_hidden ?? false}>
          <p class="quote" lang={quote.language}>
            {quote.text}
          </p>
          <span class="row row--tight">
            {quote.is_hidden && <span class="chip">Hidden</span>}
            <ActButton
              control={control}
              button={quoteButton(poll, quote)}
              class="button--small"
              about={quote.text}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
