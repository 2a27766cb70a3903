import type { JSX } from "preact";
import type { Act } from "../../models/control/acts";
import type { Button } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { Matches } from "../results/matches";
import { ActButton } from "./act-button";

function stageButton(scene: Scene): Button {
  const { version, stage_view, state } = scene.session;
  const pressed = stage_view === "matches";
  const act: Act = { name: "set_stage", args: { version, view: pressed ? "auto" : "matches" } };
  const off = state === "ended" ? "The session is over." : null;
  return { id: "matches", says: "Suggestions on big screen", act, off, pressed };
}

/** Suggestions who could work with whom: never made by themselves, only shown. */
export function MatchesPanel(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const topic = control.model.matches();
  if (!topic) return null;
  const posts = new Map(scene.posts.map((post) => [post.id, post]));
  return (
    <section class="region region--matches" aria-labelledby="matches-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="matches-title" class="region__title">
          Who could work together
        </h2>
      </div>
      <div class="row row--tight">
        <ActButton control={control} button={stageButton(scene)} class="button--small" />
      </div>
      <Matches suggested={{ topic, posts }} />
    </section>
  );
}
