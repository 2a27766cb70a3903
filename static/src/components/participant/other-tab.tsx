import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { announce } from "../../lib/announce";
import { Heading } from "./heading";

const WORDS = "This session is open in another tab";

/** Another tab takes part: this one waits, so that nothing is sent twice. */
export function OtherTab(props: { useHere: () => void }): JSX.Element {
  useEffect(() => announce(`${WORDS}.`), []);
  return (
    <div class="stack">
      <Heading>{WORDS}</Heading>
      <p class="lead">Your answers are safe. Go on in the other tab, or use this one.</p>
      <div>
        <button type="button" class="button button--primary" onClick={props.useHere}>
          Use it here
        </button>
      </div>
    </div>
  );
}
