import type { JSX } from "preact";
import type { Bye, Nack } from "../../generated/contract";
import { goneWords } from "../../models/control/words";

/** The control room is closed to this page: the link was revoked, or is not known. */
export function Gone(props: { bye: Bye | Nack }): JSX.Element {
  const words = goneWords(props.bye);
  return (
    <div class="page-main stack">
      <h1>{words.title}</h1>
      <p>{words.says}</p>
    </div>
  );
}

/** The session is over: what remains is to read it. */
export function Over(props: { publicId: string }): JSX.Element {
  return (
    <section class="region region--live over stack" aria-labelledby="over-title" tabIndex={-1}>
      <h2 id="over-title">The session is over</h2>
      <p>
        All answers and ideas are saved. Phones show that the session has ended. Nothing more can be
        sent.
      </p>
      <p>
        <a class="button button--primary" href={`/results/${props.publicId}`}>
          See the results
        </a>
      </p>
    </section>
  );
}
