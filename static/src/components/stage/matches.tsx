import type { JSX } from "preact";
import { ideasOf, type Suggested, suggestions } from "../../models/matches";
import { StageTitle } from "./question";

const ROOM = 4;

/** Who could work together, with the reason; beside them the ideas to discuss first. */
export function MatchesScene(props: { suggested: Suggested }): JSX.Element {
  const { suggested } = props;
  const { topic, posts } = suggested;
  const found = suggestions(suggested, "en");
  const first = ideasOf(topic.to_discuss, posts);
  const left = found.length - ROOM;
  return (
    <div class="stage__scene stage-matches">
      <StageTitle text="Who could work together" />
      {found.length === 0 && <p class="stage-count__words">Join ideas on your device.</p>}
      <ul class="stage-gaps__list">
        {found.slice(0, ROOM).map((each) => (
          <li key={each.key}>
            <span>
              {each.offer} <span class="stage-matches__with">with</span> {each.want}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
      {found.length === 0 && first.length > 0 && (
        <ol class="stage-gaps__list">
          {first.map((idea) => (
            <li key={idea.id} lang={idea.language}>
              {idea.text}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
