import type { JSX } from "preact";
import type { GroupResults, PollTopic } from "../../generated/contract";
import { type GroupsLayout, groupsLayout, shareSays } from "../../models/stage/groups";
import { heightUnder } from "../../models/stage/layout";
import { GroupSign } from "../results/groups";
import { StageTitle } from "./question";
import { useWidth } from "./width";

/** A question by group, large: a row for each group under that of everybody, in shares that can be compared. */
export function GroupsScene(props: { poll: PollTopic; groups: GroupResults }): JSX.Element {
  const { poll, groups } = props;
  const width = useWidth();
  const isOrdered = poll.scale !== null || poll.kind === "transfer";
  const layout = groupsLayout(groups, isOrdered, width, heightUnder(poll.title, width));
  return (
    <div class="stage__scene stage-groups">
      <StageTitle text={poll.title} />
      {layout === null ? (
        <p class="stage__lead">
          The groups are too small to be told apart. Everybody’s answers stand for all of them.
        </p>
      ) : (
        <Fitted title={poll.title} results={groups} layout={layout} />
      )}
    </div>
  );
}

function Fitted(props: {
  title: string;
  results: GroupResults;
  layout: GroupsLayout;
}): JSX.Element {
  const { title, results, layout } = props;
  const { lines, groups, sentences, names, note } = layout;
  const signs = new Map(results.groups.map((group, place) => [group.group_id, place]));
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} class="stage-groups__differ">
          {sentence}
        </p>
      ))}
      <figure class="stage-groups__box" aria-label={`By group: ${title}`}>
        <table class="stage-groups__table">
          <thead>
            <tr>
              <th scope="col" style={{ inlineSize: `${100 * names}%` }}>
                Group
              </th>
              {lines.map((at) => (
                <th key={at} scope="col">
                  {results.lines[at]?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr class="stage-groups__all">
              <th scope="row">All ({results.answered})</th>
              {lines.map((at) => (
                <td key={at}>{results.lines[at]?.share} %</td>
              ))}
            </tr>
            {groups.map((group) => (
              <tr key={group.group_id}>
                <th scope="row">
                  <GroupSign place={signs.get(group.group_id) ?? 0} /> {group.title} (
                  {group.answered})
                </th>
                {lines.map((at) => (
                  <td key={at}>{shareSays(group.cells[at], group.answered)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </figure>
      <p class="stage__small">{note}</p>
    </>
  );
}
