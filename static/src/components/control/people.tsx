import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import { logWords } from "../../models/control/log";
import type { Scene } from "../../models/control/scene";
import { stageReport } from "../../models/control/stage";
import { peopleWords } from "../../models/control/words";
import { timeOfDay } from "../../models/words";
import { Note } from "./note";
import { VoicesPanel } from "./voices";

/** The room: the big screen as it really is, who is here, a note to all, what was done last. */
export function People(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  return (
    <section class="region region--room" aria-labelledby="room-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="room-title" class="region__title">
          Room
        </h2>
      </div>
      <Here control={control} />
      <VoicesPanel control={control} scene={scene} />
      {scene.session.state !== "ended" && <Note control={control} scene={scene} />}
      <Log control={control} timezone={scene.session.timezone} />
    </section>
  );
}

function Here(props: { control: Control }): JSX.Element {
  const room = props.control.room.value;
  const stage = stageReport(room, props.control.now.value);
  return (
    <ul class="here">
      {!room && <li>Who is here is not known on this way in.</li>}
      {room &&
        peopleWords(room).map((words, place) => (
          <li key={words} data-place={place}>
            {words}
          </li>
        ))}
      <li class="here__stage" data-state={stage.state}>
        {stage.says}
      </li>
      {room && room.moderators.length > 0 && <li>Hosts: {room.moderators.join(", ")}</li>}
      {room && room.speakers.length > 0 && <li>Speakers: {room.speakers.join(", ")}</li>}
    </ul>
  );
}

function Log(props: { control: Control; timezone: string }): JSX.Element {
  const acts = props.control.model.acts();
  return (
    <div class="stack stack--tight">
      <h3 class="small-title" id="log-title">
        Last acts
      </h3>
      {acts.length === 0 && <p class="meta">Nothing was done yet.</p>}
      <ol class="log" aria-labelledby="log-title">
        {acts.map((act) => (
          <li key={act.id}>
            <span class="meta">{timeOfDay(act.at_ms, props.timezone)}</span> {logWords(act)}{" "}
            <span class="meta">{act.by}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
