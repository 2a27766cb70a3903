import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Bye, Nack } from "../../generated/contract";
import { alarm } from "../../lib/announce";
import { Heading } from "./heading";
import { Reload } from "./trouble";

const TITLES: Readonly<Record<string, string>> = {
  ticket_unknown: "Join the session again",
  link_revoked: "You cannot take part any more",
  not_found: "This session does not exist any more",
};

/** The server ended the connection for good: why, and what can be done. It does not try by itself. */
export function Goodbye(props: { why: Bye | Nack; joinAgain: () => void }): JSX.Element {
  const { why, joinAgain } = props;
  useEffect(() => alarm(why.message), [why]);
  return (
    <div class="stack">
      <Heading>{TITLES[why.code] ?? "The connection was ended"}</Heading>
      <p class="lead">{why.message}</p>
      <div>
        {why.code === "ticket_unknown" ? (
          <button type="button" class="button button--primary" onClick={joinAgain}>
            Join again
          </button>
        ) : (
          why.code !== "link_revoked" && <Reload />
        )}
      </div>
    </div>
  );
}
