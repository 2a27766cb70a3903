import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import { FIXED_KEYS, type KeyLine, SINGLE_KEYS } from "../../models/control/keys";
import { Dialog } from "./dialog";

/** The keys, and the switch that turns the single ones off. */
export function KeysDialog(props: { control: Control; close: () => void }): JSX.Element {
  const { control, close } = props;
  return (
    <Dialog title="Keys of the control room" close={close}>
      <div class="stack">
        <label class="row">
          <input
            type="checkbox"
            checked={control.keysOn.value}
            onChange={(event) => {
              control.keysOn.value = event.currentTarget.checked;
            }}
          />
          <span>Single keys act. They never act while you write in a field.</span>
        </label>
        <dl class="keys">
          {[...SINGLE_KEYS, ...FIXED_KEYS].map((line) => (
            <Line key={line.act} line={line} />
          ))}
        </dl>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function Line(props: { line: KeyLine }): JSX.Element {
  return (
    <div class="keys__line">
      <dt>
        <kbd>{props.line.shown}</kbd>
      </dt>
      <dd>{props.line.says}</dd>
    </div>
  );
}
