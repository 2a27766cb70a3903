import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { alarm, announce } from "../../lib/announce";
import { keepPutAway } from "../../lib/put-away";
import type { Control } from "../../models/control/control";
import type { Scene } from "../../models/control/scene";
import { Sorting } from "../../models/control/sorting";
import type { TabName } from "../../models/control/tabs";
import { pageTitle } from "../../models/control/words";
import { Asked } from "./asked";
import { Banners } from "./banners";
import { Bar } from "./bar";
import { Gone, Over } from "./gone";
import { Ideas } from "./ideas";
import { KeysDialog } from "./keys-dialog";
import { Live } from "./live";
import { MatchesPanel } from "./matches";
import { Next } from "./next";
import { Pairs } from "./pairs";
import { People } from "./people";
import { RunOfShow } from "./run-of-show";
import { SortingDesk } from "./sorting-desk";
import { Tabs } from "./tabs";
import { UndoStrip } from "./undo-strip";
import { useKeys } from "./use-keys";

/** The control room: run of show, next and live, ideas and room, under one bar. */
export function ControlRoom(props: { control: Control }): JSX.Element {
  const { control } = props;
  const scene = control.scene.value;
  const bye = control.model.bye.value;
  if (bye) return <Gone bye={bye} />;
  if (!scene) return <p class="page-main empty">Connecting to the session…</p>;
  return <Desk control={control} scene={scene} />;
}

function Desk(props: { control: Control; scene: Scene }): JSX.Element {
  const { control, scene } = props;
  const [tab, setTab] = useState<TabName>("now");
  const [isHelping, setHelping] = useState(false);
  const sorting = useMemo(() => new Sorting(control), [control]);
  useKeys({ control, sorting, help: () => setHelping(true), show: setTab });
  useNotices(control);
  const { public_id } = scene.session;
  useEffect(() => keepPutAway(sorting.hints.away, public_id), [sorting, public_id]);
  const title = pageTitle(scene);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isOver = scene.session.state === "ended";
  return (
    <div
      class="control"
      data-tab={tab}
      data-over={isOver}
      data-sorting={sorting.board.value !== null}
    >
      <Bar control={control} scene={scene} help={() => setHelping(true)} />
      <Banners control={control} scene={scene} />
      <Tabs control={control} scene={scene} tab={tab} choose={setTab} />
      <RunOfShow control={control} scene={scene} />
      {isOver ? (
        <Over publicId={scene.session.public_id} />
      ) : (
        <>
          <Next control={control} scene={scene} />
          <Live control={control} scene={scene} />
        </>
      )}
      {!isOver && <SortingDesk sorting={sorting} language={scene.session.language} />}
      <div class="side">
        <Ideas control={control} scene={scene} sorting={sorting} />
        <Asked control={control} scene={scene} />
        <Pairs control={control} scene={scene} />
        <MatchesPanel control={control} scene={scene} />
        <People control={control} scene={scene} />
      </div>
      <UndoStrip control={control} />
      {isHelping && <KeysDialog control={control} close={() => setHelping(false)} />}
    </div>
  );
}

/** What happened is said to those who listen: quietly when it is done, at once when it is refused. */
function useNotices(control: Control): void {
  const notice = control.notice.value;
  useEffect(() => {
    if (notice) (notice.tone === "refused" ? alarm : announce)(notice.says);
  }, [notice]);
}
