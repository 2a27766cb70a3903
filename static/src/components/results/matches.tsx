import type { JSX } from "preact";
import type { PostPayload } from "../../generated/contract";
import { byIdea, ideasOf, type Suggested, suggestions } from "../../models/matches";

function Ideas(props: { title: string; ideas: readonly PostPayload[] }): JSX.Element | null {
  const { title, ideas } = props;
  if (ideas.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <p>
        <strong>{title}</strong>
      </p>
      <ul class="plain">
        {ideas.map((idea) => (
          <li key={idea.id} class="quote" lang={idea.language}>
            {idea.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Suggested pairs with their reasons, asks that nobody answers, and the three to discuss. */
export function Matches(props: { suggested: Suggested }): JSX.Element {
  const { suggested } = props;
  const { topic, posts } = suggested;
  const found = suggestions(suggested, "en");
  return (
    <div class="stack">
      {found.length === 0 && <p>No suggestions yet. They come when organisations join ideas.</p>}
      {byIdea(found).map(({ about, suggestions: here }) => (
        <div key={about?.id ?? 0} class="stack stack--tight">
          {about && (
            <p class="quote" lang={about.language}>
              {about.text}
            </p>
          )}
          <ul class="matches">
            {here.map((each) => (
              <li key={each.key}>
                <strong>{each.offer}</strong> with <strong>{each.want}</strong>
                <p class="meta">{each.reason}</p>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Ideas title="To discuss first" ideas={ideasOf(topic.to_discuss, posts)} />
      <Ideas title="Asks that nobody offers to answer" ideas={ideasOf(topic.asks_alone, posts)} />
    </div>
  );
}
