import type { ComponentChildren, JSX } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import type { Bye, Nack } from "../../generated/contract";
import { alarm } from "../../lib/announce";
import { Heading } from "./heading";

const BROKEN = "Something went wrong on our side. Your saved answers are safe. Reload the page.";

const TITLES: Readonly<Record<string, string>> = {
  ticket_unknown: "This device is not part of the session",
  link_revoked: "You cannot take part any more",
  not_found: "This session does not exist any more",
};

function Reload(): JSX.Element {
  return (
    <button type="button" class="button button--primary" onClick={() => location.reload()}>
      Reload the page
    </button>
  );
}

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

function Broken(props: { code: string }): JSX.Element {
  useEffect(() => alarm(BROKEN), []);
  return (
    <div class="stack">
      <Heading>Something went wrong</Heading>
      <p class="lead">{BROKEN}</p>
      <p class="meta">Code: {props.code}</p>
      <div>
        <Reload />
      </div>
    </div>
  );
}

/** Draws its children, or says that drawing them failed. */
export function Guard(props: { children: ComponentChildren }): JSX.Element {
  const [wrong] = useErrorBoundary((error: unknown) => console.error(error));
  if (wrong) return <Broken code={wrong instanceof Error ? wrong.name : "unknown"} />;
  return <>{props.children}</>;
}
