import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { type TabName, tabsOf } from "../../models/control/tabs";

/** On narrow windows one part at a time; on wide ones this is not shown, and all parts are. */
export function Tabs(props: {
  control: Control;
  scene: Scene;
  tab: TabName;
  choose: (tab: TabName) => void;
}): JSX.Element {
  const { control, scene, tab, choose } = props;
  return (
    <nav class="tabs" aria-label="Parts of the control room">
      {tabsOf(scene, control.queue.value).map((one) => (
        <button
          key={one.name}
          type="button"
          class="tabs__tab"
          aria-current={one.name === tab ? "true" : undefined}
          onClick={() => choose(one.name)}
        >
          {one.says}
        </button>
      ))}
    </nav>
  );
}
