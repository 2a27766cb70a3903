import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { BoardTopic, PostPayload } from "../../generated/contract";
import { areTogether, type Hints as HintsOf, type Twins } from "../../models/control/hints";
import { ariaKey, type KeyAct, shownKey } from "../../models/control/keys";
import type { Sorting } from "../../models/control/sorting";
import { counted } from "../../models/control/words";

/** Whether the last thing that was pressed is here: the focus then goes on to what comes next. */
let isActing = false;

/** Two ideas that say nearly the same, and what a host may do about it. Nothing happens by itself. */
export function Hints(props: { sorting: Sorting; board: BoardTopic }): JSX.Element | null {
  const { sorting, board } = props;
  const { hints } = sorting;
  const twins = hints.now;
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isActing && isLost) (part.current ?? document.getElementById("sort-title"))?.focus();
    isActing = false;
  }, [twins?.key]);
  const count = hints.twins.value.length;
  if (!twins && hints.hidden.value === 0) return null;
  return (
    <section class="hints" aria-labelledby="hints-title">
      <div class="row row--apart">
        <h3 id="hints-title" class="small-title">
          {twins ? "These may say the same" : "Nothing more that may say the same"}
          {count > 1 && <span class="meta"> 1 of {count}</span>}
        </h3>
        {hints.hidden.value > 0 && (
          <button
            type="button"
            class="button button--small button--quiet"
            onClick={() => {
              isActing = true;
              hints.bringBack();
            }}
          >
            Show {hints.hidden.value} again that you put away
          </button>
        )}
      </div>
      {twins && (
        // biome-ignore lint/a11y/useSemanticElements: two ideas and what can be done with them are no form
        <div
          class="hints__pair"
          role="group"
          aria-label={`“${twins.first.text}” says nearly the same as “${twins.second.text}”`}
          tabIndex={-1}
          ref={part}
          key={twins.key}
        >
          <Side sorting={sorting} board={board} post={twins.first} act="same" />
          <p class="hints__says meta">says nearly the same as</p>
          <Side sorting={sorting} board={board} post={twins.second} />
          <Others sorting={sorting} hints={hints} twins={twins} />
        </div>
      )}
    </section>
  );
}

/** One of the two, with who stands behind it and where it is. */
function Side(props: {
  sorting: Sorting;
  board: BoardTopic;
  post: PostPayload;
  act?: KeyAct;
}): JSX.Element {
  const { sorting, board, post, act } = props;
  const column = board.columns.find((one) => one.id === post.column_id)?.title;
  const cluster = board.clusters.find((one) => one.id === post.cluster_id)?.title;
  return (
    <div class="hints__side">
      <p class="quote" lang={post.language}>
        {post.text}
      </p>
      <p class="meta">
        {column}
        {cluster && `, in “${cluster}”`}
        {post.support > 0 && `, ${counted(post.support, "person", "people")} support it`}
        {post.points > 0 && `, ${counted(post.points, "point")}`}
      </p>
      <HintButton sorting={sorting} act={act} press={() => void sorting.hints.letStand(post.id)}>
        Let this one stand for both<span class="visually-hidden"> “{post.text}”</span>
      </HintButton>
    </div>
  );
}

function Others(props: { sorting: Sorting; hints: HintsOf; twins: Twins }): JSX.Element {
  const { sorting, hints, twins } = props;
  return (
    <div class="row row--tight hints__others">
      {!areTogether(twins) && (
        <HintButton sorting={sorting} act="beside" press={() => hints.putTogether()}>
          {hints.cluster ? `Put both into “${hints.cluster}”` : "Put both into one cluster…"}
        </HintButton>
      )}
      <HintButton sorting={sorting} act="differ" press={() => hints.putAway()}>
        Not the same
      </HintButton>
    </div>
  );
}

function HintButton(props: {
  sorting: Sorting;
  act: KeyAct | undefined;
  press: () => void;
  children: JSX.Element | string | (JSX.Element | string)[];
}): JSX.Element {
  const isOn = props.sorting.control.keysOn.value;
  const shown = shownKey(props.act, isOn);
  return (
    <button
      type="button"
      class="button button--small"
      aria-keyshortcuts={ariaKey(props.act, isOn)}
      onClick={() => {
        isActing = true;
        props.press();
      }}
    >
      <span>{props.children}</span>
      {shown && (
        <span class="key" aria-hidden="true">
          {shown}
        </span>
      )}
    </button>
  );
}
