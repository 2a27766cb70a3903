import type { JSX } from "preact";
import { ideasOf, type Suggested, suggestions } from "../../models/matches";
import { heightUnder } from "../../models/stage/layout";
import { matchesFit } from "../../models/stage/pairs";
import { StageTitle } from "./question";
import { useWidth } from "./width";

const TITLE = "Who could work together";

/** Who could work together, with the reason; beside them the ideas to discuss first. */
export function MatchesScene(props: { suggested: Suggested }): JSX.Element {
  const { suggested } = props;
  const { topic, posts } = suggested;
  const found = suggestions(suggested, "en");
  const first = ideasOf(topic.to_discuss, posts);
  const width = useWidth();
  const { shown, left } = matchesFit(found, width, heightUnder(TITLE, width));
  return (
    <div class="stage__scene stage-matches">
      <StageTitle text={TITLE} />
      {found.length === 0 && <p class="stage__lead">Join ideas on your device.</p>}
      <ul class="stage-matches__list">
        {shown.map((each) => (
          <li key={each.key}>
            <p class="stage-matches__sides">
              {each.offer} <span class="stage-matches__with">with</span> {each.want}
            </p>
            <p class="stage__small">{each.reason}</p>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="stage__small">{left} more on your device</p>}
      {found.length === 0 && first.length > 0 && (
        <ol class="stage-gaps__list">
          {first.map((idea) => (
            <li key={idea.id} class="quote" lang={idea.language}>
              {idea.text}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
