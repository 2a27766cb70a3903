import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PairsTopic, ThingPayload } from "../../generated/contract";
import type { Act } from "../../models/control/acts";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { answersOf, isAnswer, pairSays } from "../../models/pairs";
import { ActButton } from "./act-button";

function stageButton(scene: Scene, view: "matrix" | "gaps", says: string): Button {
  const { version, stage_view, state } = scene.session;
  const pressed = stage_view === view;
  const act: Act = { name: "set_stage", args: { version, view: pressed ? "auto" : view } };
  const off = state === "ended" ? "The session is over." : null;
  return { id: view, says, act, off, pressed };
}

function saidOf(count: number): string {
  if (count === 0) return "no answer yet";
  return count === 1 ? "1 answer" : `${count} answers`;
}

/** A barrier with what answers it; opened, every factor can be ticked for it. */
function Barrier(props: {
  control: Control;
  topic: PairsTopic;
  barrier: ThingPayload;
  language: string;
}): JSX.Element {
  const { control, topic, barrier, language } = props;
  const [isOpen, setOpen] = useState(false);
  const answers = answersOf(topic, barrier.ref);
  const change = async (box: HTMLInputElement, factor: ThingPayload): Promise<void> => {
    const args = { factor: factor.ref, barrier: barrier.ref, paired: box.checked };
    const act: Act = { name: "set_pair", args };
    const isDone = await control.press({ id: "pair", says: "Put together", act, off: null });
    if (!isDone) box.checked = !args.paired; // it shows what is so, not what was wished
  };
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span lang={barrier.language ?? language}>{barrier.text}</span>{" "}
          <span class="meta">{saidOf(answers.filter(({ pair }) => isAnswer(pair)).length)}</span>
        </summary>
        {isOpen &&
          topic.factors.map((factor) => {
            const pair = answers.find((each) => each.factor.ref === factor.ref)?.pair;
            return (
              <label class="tile" key={factor.ref}>
                <input
                  type="checkbox"
                  checked={pair?.is_from_host ?? false}
                  onChange={(event) => void change(event.currentTarget, factor)}
                />
                <span class="tile__text">
                  <span lang={factor.language ?? language}>{factor.text}</span>{" "}
                  {pair && <span class="meta">{pairSays(pair)}</span>}
                </span>
              </label>
            );
          })}
      </details>
    </li>
  );
}

/** What answered what: the hosts' view, their own pairs, and the two pictures for the big screen. */
export function Pairs(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const topic = control.model.pairs();
  if (!topic) return null;
  return (
    <section class="region region--pairs" aria-labelledby="pairs-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="pairs-title" class="region__title">
          What answered what
        </h2>
      </div>
      <div class="row row--tight">
        {[
          stageButton(scene, "matrix", "Pairs on big screen"),
          stageButton(scene, "gaps", "Gaps on big screen"),
        ].map((button) => (
          <ActButton key={button.id} control={control} button={button} class="button--small" />
        ))}
      </div>
      <ul class="pairs">
        {topic.barriers.map((barrier) => (
          <Barrier
            key={barrier.ref}
            {...{ control, topic, barrier }}
            language={scene.session.language}
          />
        ))}
      </ul>
    </section>
  );
}
