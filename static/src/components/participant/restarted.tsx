import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { announce } from "../../lib/announce";
import { sayRound } from "../../models/words_rounds";

/** The host has put all answers aside: told once aloud, and for as long as the reader has not answered anew. */
export function Restarted(): JSX.Element {
  const told = sayRound("poll.restarted");
  useEffect(() => announce(told), [told]);
  return (
    <div class="banner banner--info">
      <p>{told}</p>
    </div>
  );
}
