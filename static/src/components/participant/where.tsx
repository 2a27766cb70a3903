import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { stepOf } from "../../models/agenda";
import type { SessionModel } from "../../models/session";
import { connectionSays } from "../../models/status";
import { useRedraw } from "../redraw";

/** The slim header: which session, which step of how many, and whether we are connected. */
export function Where(props: { model: SessionModel }): JSX.Element {
  const { model } = props;
  useRedraw(
    useCallback(() => {
      [model.state.value, model.connection.value, model.bye.value];
    }, [model]),
  );
  const session = model.session();
  const step = stepOf(model.agenda(), session?.current_item_id ?? null);
  const connection = model.connection.value;
  return (
    <>
      <p class="page-header__title" lang={session?.language}>
        {session?.title}
      </p>
      {step !== null && session?.state === "live" && (
        <p class="page-header__step">
          <span class="visually-hidden">Step </span>
          {step}
        </p>
      )}
      {session?.state !== "ended" && model.bye.value === null && (
        <p class="pill" data-state={connection}>
          {connectionSays(connection)}
        </p>
      )}
    </>
  );
}
