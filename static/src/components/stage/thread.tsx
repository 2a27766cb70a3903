import type { JSX } from "preact";
import type { ItemPayload } from "../../generated/contract";

/** The session as a line of knots: where we are. */
export function StageThread(props: { items: readonly ItemPayload[] }): JSX.Element {
  return (
    <ol class="thread thread--across" aria-label="Run of show">
      {props.items.map((item) => (
        <li key={item.id} class="thread__knot" data-state={item.state}>
          <span class="visually-hidden">{item.title}</span>
          {item.state === "live" && <span class="visually-hidden">, live</span>}
        </li>
      ))}
    </ol>
  );
}
