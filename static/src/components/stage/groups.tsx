import type { JSX } from "preact";
import type { GroupResults, PollTopic } from "../../generated/contract";
import { GroupTable } from "../results/groups";
import { StageTitle } from "./question";

/** A question by group, large. */
export function GroupsScene(props: { poll: PollTopic; groups: GroupResults }): JSX.Element {
  const { poll, groups } = props;
  return (
    <div class="stage__scene stage-groups">
      <StageTitle text={poll.title} />
      <GroupTable title={poll.title} results={groups} language="" />
    </div>
  );
}
