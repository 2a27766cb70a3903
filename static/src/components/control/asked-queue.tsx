import type { JSX } from "preact";
import type { QuestionPayload } from "../../generated/contract";
import { questionButtons } from "../../models/control/asked";
import type { Control } from "../../models/control/control";
import { ReviewQueue } from "./review-queue";

/** Questions to the speakers that wait for review. */
export function AskedQueue(props: {
  control: Control;
  questions: readonly QuestionPayload[];
}): JSX.Element {
  const { control, questions } = props;
  return (
    <ReviewQueue
      control={control}
      id="asked-queue"
      title="Questions that wait for you"
      things={questions}
      buttons={questionButtons}
    />
  );
}
