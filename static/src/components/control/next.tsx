import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ItemPayload } from "../../generated/contract";
import { launchButton } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import { activitiesOf, nextItem, type Scene, stillOpenWords } from "../../models/control/scene";
import { counted } from "../../models/control/words";
import { ActButton } from "./act-button";
import { Notes } from "./notes";
import { Preflight } from "./preflight";
import { Preview } from "./preview";

/** What comes: the big button, and under it what participants will get when it is pressed. */
export function Next(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const item = nextItem(scene);
  const launch = launchButton(scene);
  const open = item ? stillOpenWords(scene) : "";
  const isBefore = scene.session.state === "draft" || scene.session.state === "open";
  return (
    <section class="region region--next" aria-labelledby="next-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="next-title" class="region__title">
          Next
        </h2>
        {item && <p class="meta">{counted(item.minutes + item.added_minutes, "minute")}</p>}
      </div>
      <ActButton control={control} button={launch} class="button--big button--wide launch" />
      {open && <p class="meta">{open}</p>}
      {isBefore && <Preflight control={control} scene={scene} />}
      {item ? <Coming scene={scene} item={item} /> : <Nothing scene={scene} />}
    </section>
  );
}

function Coming(props: { scene: Scene; item: ItemPayload }): JSX.Element {
  const { scene, item } = props;
  const { language } = scene.session;
  const activities = activitiesOf(scene, item);
  const [isOpen] = useState(isWide); // how it starts; from then on it is the moderator's
  return (
    <details class="screen" open={isOpen}>
      <summary class="screen__label">Participants will see</summary>
      <div class="stack stack--tight">
        <p class="screen__title" lang={language}>
          {item.title}
        </p>
        {item.instruction && <p lang={language}>{item.instruction}</p>}
        {activities.map((activity) => (
          <Preview key={activity.key} activity={activity} language={language} isTitled />
        ))}
        {activities.length > 0 && (
          <p class="meta">
            {activities.length === 1 ? "It opens" : "They open"}{" "}
            {item.opens_own ? "with the step." : "when you press Open, not with the step."}{" "}
            {item.closes_own &&
              `${activities.length === 1 ? "It closes" : "They close"} when the step is left.`}
          </p>
        )}
        <Notes text={item.notes ?? ""} language={language} />
      </div>
    </details>
  );
}

/** On a phone the big button and what is live come first; the preview opens on demand. */
function isWide(): boolean {
  return matchMedia("(width >= 64rem)").matches;
}

function Nothing(props: { scene: Scene }): JSX.Element {
  const isEmpty = props.scene.items.length === 0;
  return (
    <p class="empty">
      {isEmpty
        ? "Nothing is ready. Add a step in the builder; it appears here by itself."
        : "Nothing comes after this step. End the session when you are ready, or go back to any step in the run of show."}
    </p>
  );
}
