import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { groupCode } from "../../models/code";
import { barButtons } from "../../models/control/buttons";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { doorWords, plannedEndWords } from "../../models/control/words";
import { say, timeOfDay } from "../../models/words";
import { ActButton } from "./act-button";
import { Chatham } from "./chatham";
import { EndDialog } from "./end-dialog";
import { PulseMenu } from "./pulse-menu";

/** The bar: which session, what time, the doors, the big screen, the end. */
export function Bar(props: { control: Control; scene: Scene; help: () => void }): JSX.Element {
  const { control, scene, help } = props;
  const [isEnding, setEnding] = useState(false);
  const { session } = scene;
  const connection = control.model.connection.value;
  return (
    <section class="region bar" aria-labelledby="session-title" tabIndex={-1}>
      <div class="bar__session">
        <h1 id="session-title" class="bar__title" lang={session.language} title={session.title}>
          {session.title}
        </h1>
        <p class="meta bar__doors">
          <span>
            Code <strong class="bar__code">{groupCode(session.code)}</strong>
          </span>{" "}
          <span>{doorWords(session)}</span>
        </p>
      </div>
      <p class="bar__clock">
        <span class="visually-hidden">Time of the session: </span>
        {timeOfDay(control.now.value, session.timezone)}
        <span class="bar__end">{plannedEndWords(scene)}</span>
      </p>
      <div class="row row--tight bar__acts">
        {barButtons(scene).map((button) => (
          <ActButton key={button.id} control={control} button={button} class="button--small" />
        ))}
        <PulseMenu control={control} scene={scene} />
        <Chatham control={control} scene={scene} />
        {session.state === "live" && (
          <button
            type="button"
            class="button button--danger button--small"
            onClick={() => setEnding(true)}
          >
            End session…
          </button>
        )}
        <button
          type="button"
          class="button button--quiet button--small"
          aria-keyshortcuts={control.keysOn.value ? "?" : undefined}
          onClick={help}
        >
          Keys
        </button>
      </div>
      <span class="pill" data-state={connection}>
        {connection === "offline" ? "Offline" : say(`connection.${connection}`)}
      </span>
      {isEnding && <EndDialog control={control} scene={scene} close={() => setEnding(false)} />}
    </section>
  );
}
