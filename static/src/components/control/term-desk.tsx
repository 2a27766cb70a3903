import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PollTopic } from "../../generated/contract";
import type { Control } from "../../models/control/control";
import {
  groupsOf,
  hideButton,
  MOST_SHOWN,
  mergeAct,
  splitButton,
  type TermGroup,
  targetsOf,
} from "../../models/control/terms";
import { counted } from "../../models/control/words";
import { ActButton } from "./act-button";

interface RowProps {
  control: Control;
  poll: PollTopic;
  groups: readonly TermGroup[];
  group: TermGroup;
}

function Together(props: RowProps): JSX.Element | null {
  const { control, poll, groups, group } = props;
  const [into, setInto] = useState("");
  const { head } = group;
  const targets = targetsOf(groups, group);
  if (targets.length === 0) return null;
  const act = into === "" ? null : mergeAct(poll, head, into);
  const off = act ? null : "Choose the other word first.";
  return (
    <span class="row row--tight">
      <select
        aria-label={`Same as: ${head.text}`}
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
      >
        <option value="">Same as…</option>
        {targets.map((one) => (
          <option key={one.folded} value={one.folded} lang={one.language}>
            {one.text}
          </option>
        ))}
      </select>
      <ActButton
        control={control}
        button={{ id: `merge-${head.folded}`, says: "Put together", act, off }}
        class="button--small"
        about={head.text}
      />
    </span>
  );
}

function Row(props: RowProps): JSX.Element {
  const { control, poll, group } = props;
  const { head, members } = group;
  return (
    <li data-hidden={head.is_hidden}>
      <span class="row row--tight row--apart">
        <span>
          <span class="quote" lang={head.language}>
            {head.text}
          </span>{" "}
          <span class="meta">{counted(head.together, "person", "people")}</span>
        </span>
        <span class="row row--tight">
          {head.is_hidden && <span class="chip">Hidden</span>}
          <Together {...props} />
          <ActButton
            control={control}
            button={hideButton(poll, head)}
            class="button--small"
            about={head.text}
          />
        </span>
      </span>
      {members.length > 0 && (
        <ul class="terms__members" aria-label={`Together with ${head.text}`}>
          {members.map((term) => (
            <li key={term.folded} class="row row--tight">
              <span class="quote" lang={term.language}>
                {term.text}
              </span>
              <ActButton
                control={control}
                button={splitButton(poll, term)}
                class="button--small"
                about={term.text}
              />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** People's single words; words that mean the same can be put together, and each can be hidden. */
export function TermDesk(props: { control: Control; poll: PollTopic }): JSX.Element | null {
  const { control, poll } = props;
  const groups = groupsOf(poll.results?.terms ?? []);
  const [isWhole, setWhole] = useState(false);
  if (groups.length === 0) return null;
  const shown = isWhole ? groups : groups.slice(0, MOST_SHOWN);
  return (
    <>
      <ul class="terms" aria-label="Words">
        {shown.map((group) => (
          <Row
            key={`${group.head.language}:${group.head.folded}`}
            {...{ control, poll, groups, group }}
          />
        ))}
      </ul>
      {groups.length > shown.length && (
        <button type="button" class="button button--quiet" onClick={() => setWhole(true)}>
          Show all {groups.length} words
        </button>
      )}
    </>
  );
}
