import type { JSX } from "preact";
import { questionSize } from "../../models/stage/layout";

/** The one heading of the big screen; long questions get smaller letters. */
export function StageTitle(props: { text: string }): JSX.Element {
  return (
    <h1 class="stage__title" data-size={questionSize(props.text)}>
      {props.text}
    </h1>
  );
}
