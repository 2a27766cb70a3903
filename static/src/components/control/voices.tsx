import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { GroupPayload } from "../../generated/contract";
import type { Act } from "../../models/control/acts";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { silenceSays, voiceSays } from "../../models/control/voices";
import { useDigits } from "./use-digits";

export const TURN_BUTTON = "turn-button";

/** Who is being heard, by group; and one key to count that somebody spoke. */
export function VoicesPanel(props: { control: Control; scene: Scene }): JSX.Element | null {
  const { control, scene } = props;
  const { session } = scene;
  const voices = control.room.value?.voices ?? [];
  if (session.groups.length === 0 || session.state !== "live") return null;
  const silence = silenceSays(voices);
  return (
    <section class="stack stack--tight" aria-labelledby="voices-title">
      <h3 class="small-title" id="voices-title">
        Who is being heard
      </h3>
      {silence && <p class="banner banner--info">{silence}</p>}
      {voices.length === 0 ? (
        <p class="meta">Nothing is told yet. Groups of too few people never are.</p>
      ) : (
        <ul class="voices">
          {voices.map((voice) => (
            <li key={voice.group_id} data-silent={voice.is_silent}>
              <span lang={session.language}>{voice.title}</span>{" "}
              <span class="meta">{voiceSays(voice, session.timezone)}</span>
            </li>
          ))}
        </ul>
      )}
      <Turns control={control} groups={session.groups} language={session.language} />
    </section>
  );
}

/** Count a speaking turn: T opens the groups, 1 to 9 counts one, Escape leaves. */
function Turns(props: {
  control: Control;
  groups: readonly GroupPayload[];
  language: string;
}): JSX.Element {
  const { control, groups, language } = props;
  const [isOpen, setOpen] = useState(false);
  const [last, setLast] = useState<GroupPayload | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  const heed = (event: KeyboardEvent): void => {
    if (isOpen && event.key === "Escape") leave();
  };
  const count = async (group: GroupPayload, taken_back: boolean): Promise<void> => {
    const act: Act = { name: "count_turn", args: { group_id: group.id, taken_back } };
    const isDone = await control.press({ id: "turn", says: group.title, act, off: null });
    if (!isDone) return;
    setLast(taken_back ? null : group);
    leave();
  };
  const isKeyed = control.keysOn.value;
  useDigits(isOpen && isKeyed, (place) => {
    const group = groups[place];
    if (group) void count(group, false);
  });
  return (
    <div class="pulse">
      <div class="row row--tight">
        <button
          type="button"
          id={TURN_BUTTON}
          ref={opener}
          class="button button--small"
          aria-expanded={isOpen}
          aria-controls="turn-menu"
          aria-keyshortcuts={isKeyed ? "T" : undefined}
          onClick={() => setOpen(!isOpen)}
          onKeyDown={heed}
        >
          <span>Somebody spoke…</span>
          {isKeyed && (
            <span class="key" aria-hidden="true">
              T
            </span>
          )}
        </button>
        {last && (
          <button
            type="button"
            class="button button--small button--quiet"
            onClick={() => void count(last, true)}
          >
            Take it back
          </button>
        )}
      </div>
      <ul id="turn-menu" class="stack stack--tight" hidden={!isOpen} onKeyDown={heed}>
        {isOpen &&
          groups.map((group, place) => (
            <li key={group.id}>
              <button
                type="button"
                class="button button--small button--wide"
                onClick={() => void count(group, false)}
              >
                {isKeyed && place < 9 && <kbd class="pulse__digit">{place + 1}</kbd>}{" "}
                <span lang={language}>{group.title}</span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
