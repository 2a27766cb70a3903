import type { JSX } from "preact";
import type { ItemPayload } from "../../generated/contract";
import { itemClock } from "../../models/agenda";
import { itemButtons } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { openAllButtons } from "../../models/control/press";
import {
  activitiesNow,
  currentItem,
  inHand,
  type Scene,
  stateOf,
} from "../../models/control/scene";
import { counted } from "../../models/control/words";
import { ActButton } from "./act-button";
import { ActivityCard } from "./activity-card";
import { FormHead } from "./form-head";
import { Notes } from "./notes";
import { Promises } from "./promises";

/** What participants have now, and everything that can be done with it. */
export function Live(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const item = currentItem(scene);
  return (
    <section class="region region--live" aria-labelledby="live-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="live-title" class={item ? "chip chip--live" : "region__title"}>
          Live
        </h2>
        {item && <ItemTime control={control} scene={scene} item={item} />}
      </div>
      {item ? (
        <Now control={control} scene={scene} item={item} />
      ) : (
        <NotYet control={control} scene={scene} />
      )}
    </section>
  );
}

function ItemTime(props: { control: Control; scene: Scene; item: ItemPayload }): JSX.Element {
  const { control, scene, item } = props;
  const minutes = itemButtons(scene, item).filter((button) => button.id.startsWith("minutes"));
  return (
    <div class="row row--tight">
      <span class="clock">{itemClock(item, control.now.value)}</span>
      {minutes.slice(2).map((button) => (
        <ActButton
          key={button.id}
          control={control}
          button={button}
          class="button--small"
          about={item.title}
        />
      ))}
    </div>
  );
}

function Now(props: { control: Control; scene: Scene; item: ItemPayload }): JSX.Element {
  const { control, scene, item } = props;
  const { language } = scene.session;
  return (
    <div class="stack live">
      <p class="live__title" lang={language}>
        {item.title}
      </p>
      {item.instruction && <p lang={language}>{item.instruction}</p>}
      <Notes key={item.id} text={item.notes ?? ""} language={language} />
      <Cards control={control} scene={scene} />
      <Promises control={control} scene={scene} />
    </div>
  );
}

function Cards(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const activities = activitiesNow(scene);
  const hand = inHand(scene, control.chosen.value);
  const all = openAllButtons(scene);
  return (
    <>
      <FormHead control={control} scene={scene} />
      {all.length > 1 && (
        <button type="button" class="button" onClick={() => void control.pressAll(all)}>
          Open all {all.length} at once
        </button>
      )}
      {activities.map((activity) => (
        <ActivityCard
          key={activity.key}
          control={control}
          scene={scene}
          activity={activity}
          isInHand={activity.key === hand?.key}
        />
      ))}
      {activities.length === 0 && hasNothing(scene) && (
        <p class="meta">This step has nothing to answer. People see its title and instruction.</p>
      )}
    </>
  );
}

/** A step that asks for nothing at all. */
function hasNothing(scene: Scene): boolean {
  return scene.session.state === "live" && currentItem(scene)?.kind !== "commitments";
}

function NotYet(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const people = control.room.value?.participants ?? 0;
  const isWaiting = activitiesNow(scene).every((activity) => stateOf(activity) !== "open");
  if (scene.session.state !== "open") {
    return (
      <p class="empty">Nobody can join yet. Open the doors when you want people in the lobby.</p>
    );
  }
  return (
    <div class="stack live">
      <p class="live__title">{counted(people, "person", "people")} in the lobby</p>
      {isWaiting && <p class="empty">They see: “You are in. The next question appears here.”</p>}
      <Cards control={control} scene={scene} />
    </div>
  );
}
