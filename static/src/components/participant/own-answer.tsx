import type { JSX } from "preact";
import type { PollTopic } from "../../generated/contract";
import type { AnswerDraft } from "../../models/polls";
import { KINDS } from "../polls";

/** An answer read back to the person who made it. */
export function OwnAnswer(props: {
  poll: PollTopic;
  draft: AnswerDraft;
  label: string;
}): JSX.Element | null {
  const parts = KINDS[props.poll.kind]?.say(props.poll, props.draft) ?? [];
  if (parts.length === 0) return null;
  return (
    <section class="own-answer" aria-label={props.label}>
      <h2 class="meta">{props.label}</h2>
      <ul class="own-answer__parts">
        {parts.map(({ text, language }) =>
          language === null ? (
            <li key={text}>{text}</li>
          ) : (
            <li key={text} class="quote" lang={language}>
              {text}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
