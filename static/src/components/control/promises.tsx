import type { JSX } from "preact";
import { sentenceOf } from "../../models/commitments";
import type { Control } from "../../models/control/control";
import { hasPromises, promiseButton, promisesOnStage } from "../../models/control/promised";
import { currentItem, type Scene } from "../../models/control/scene";
import { counted } from "../../models/control/words";
import { ActButton } from "./act-button";

/** Commitments: how many, and those that everybody may read, to be hidden where need be. */
export function Promises(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const { count, public: texts } = scene.commitments;
  if (!hasPromises(scene) || scene.session.state !== "live") return null;
  return (
    <details class="stack" open={currentItem(scene)?.kind === "commitments"}>
      <summary>{counted(count, "commitment")}</summary>
      <div class="stack stack--tight">
        <p class="meta">
          {texts.length === 0
            ? "None of them is public yet. Phones show the form from this step to the end."
            : "Everybody may read these. The others come with the exports."}
        </p>
        <div class="row row--tight">
          <ActButton control={control} button={promisesOnStage(scene)} class="button--small" />
        </div>
        <ul class="queue" aria-label="Public commitments">
          {texts.map((one) => (
            <li key={one.id} class="idea" data-settled={one.is_hidden ? "hidden" : undefined}>
              <p class="quote" lang={one.language}>
                {sentenceOf(one)}
              </p>
              <div class="row row--tight idea__acts">
                {one.organisation && <span class="meta">{one.organisation}</span>}
                <ActButton
                  control={control}
                  button={promiseButton(scene, one)}
                  class="button--small"
                  about={sentenceOf(one)}
                />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
