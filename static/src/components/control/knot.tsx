import type { JSX } from "preact";
import type { ItemPayload } from "../../generated/contract";
import { itemButtons } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { activitiesOf, type Scene, stateOf, titleOf } from "../../models/control/scene";
import { knotName, timeWords } from "../../models/control/words";
import { timeOfDay } from "../../models/words";
import { ActButton } from "./act-button";
import { Notes } from "./notes";

const STATES = { ahead: "ahead", live: "Live", done: "done", skipped: "skipped" };

/** One step in the run of show; it opens to what is in it and what can be done with it. */
export function Knot(props: {
  control: Control;
  scene: Scene;
  item: ItemPayload;
  isOpen: boolean;
  flip: () => void;
}): JSX.Element {
  const { control, scene, item, isOpen } = props;
  const now_ms = control.now.value;
  const id = `knot-${item.id}`;
  const { language, timezone } = scene.session;
  return (
    <li class="thread__knot run__knot" data-state={item.state} aria-label={knotName(item, now_ms)}>
      <button
        type="button"
        class="run__title"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-current={item.state === "live" ? "step" : undefined}
        data-knot={item.id}
        onClick={props.flip}
      >
        <span class="run__name" lang={language}>
          {item.title}
        </span>
        <span class="run__times">
          <span>{timeOfDay(item.planned_start_ms, timezone)}</span>
          <span class={item.state === "live" ? "chip chip--live" : "visually-hidden"}>
            {STATES[item.state]}
          </span>
          <span>{timeWords(item, now_ms)}</span>
        </span>
      </button>
      <div id={id} class="run__inside" hidden={!isOpen}>
        {isOpen && <Inside control={control} scene={scene} item={item} />}
      </div>
    </li>
  );
}

function Inside(props: { control: Control; scene: Scene; item: ItemPayload }): JSX.Element {
  const { control, scene, item } = props;
  const activities = activitiesOf(scene, item);
  const buttons = itemButtons(scene, item);
  return (
    <>
      {item.instruction && <p lang={scene.session.language}>{item.instruction}</p>}
      <Notes key={item.id} text={item.notes ?? ""} language={scene.session.language} />
      {activities.length > 0 && (
        <ul class="run__activities">
          {activities.map((activity) => (
            <li key={activity.key}>
              <span lang={scene.session.language}>{titleOf(activity)}</span>{" "}
              <span class="meta">{stateOf(activity)}</span>
            </li>
          ))}
        </ul>
      )}
      <div class="row row--tight">
        {buttons.map((button) => (
          <ActButton
            key={button.id}
            control={control}
            button={button}
            class="button--small"
            about={item.title}
          />
        ))}
      </div>
    </>
  );
}
