import type { JSX } from "preact";
import type { Control } from "../../models/control/control";
import {
  aboutWords,
  allComments,
  boardsWithIdeas,
  commentButtons,
} from "../../models/control/ideas";
import type { Scene } from "../../models/control/scene";
import type { Sorting } from "../../models/control/sorting";
import { Outline } from "./outline";
import { Queue } from "./queue";
import { ReviewQueue } from "./review-queue";

/** The ideas: first what waits for review, then what is on the boards. */
export function Ideas(props: {
  control: Control;
  scene: Scene;
  sorting: Sorting;
}): JSX.Element | null {
  const { control, scene, sorting } = props;
  if (scene.boards.size === 0) return null;
  return (
    <section class="region region--ideas" aria-labelledby="ideas-title" tabIndex={-1}>
      <div class="region__head">
        <h2 id="ideas-title" class="region__title">
          Ideas
        </h2>
      </div>
      <Queue control={control} scene={scene} />
      <ReviewQueue
        control={control}
        id="comment-queue"
        title="Comments that wait for you"
        things={allComments(scene)}
        buttons={commentButtons}
        about={(comment) => aboutWords(scene, comment)}
      />
      {boardsWithIdeas(scene).map((board) => (
        <Outline key={board.id} {...{ control, scene, sorting, board }} />
      ))}
    </section>
  );
}
