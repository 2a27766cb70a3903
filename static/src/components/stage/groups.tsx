import type { JSX } from "preact";
import type { GroupResults, PollTopic } from "../../generated/contract";
import { type GroupsLayout, groupsLayout, NAMES, shareSays } from "../../models/stage/groups";
import { heightUnder } from "../../models/stage/layout";
import { GroupSign } from "../results/groups";
import { StageTitle } from "./question";
import { useWidth } from "./width";

/** A question by group, large: a row for each group under that of everybody, in shares that can be compared. */
export function GroupsScene(props: { poll: PollTopic; groups: GroupResults }): JSX.Element {
  const { poll, groups } = props;
  const width = useWidth();
  const layout = groupsLayout(groups, poll.scale !== null, width, heightUnder(poll.title, width));
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
  const { lines, groups, sentences } = layout;
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
              <th scope="col" style={{ inlineSize: `${100 * NAMES}%` }}>
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
      <p class="stage__small">{noteOf(results, layout)}</p>
    </>
  );
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`;
}

/** Why something is missing, in one line. */
function noteOf(results: GroupResults, { left }: GroupsLayout): string {
  const more = [
    ...(left.groups > 0 ? [counted(left.groups, "group")] : []),
    ...(left.answers > 0 ? [counted(left.answers, "answer")] : []),
  ];
  if (more.length > 0) return `${more.join(" and ")} more on your device.`;
  return `Groups with fewer than ${results.least} answers are not shown.`;
}
