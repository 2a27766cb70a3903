import type { JSX } from "preact";
import type { SessionTopic } from "../generated/contract";

/** The house rule of the session, for as long as it lasts. */
export function HouseRule(props: { session: SessionTopic }): JSX.Element | null {
  if (!props.session.is_chatham) return null;
  return (
    <p class="meta">
      <strong>Chatham House mode.</strong> No names, organisations or groups are stored, shown or
      exported.
    </p>
  );
}
