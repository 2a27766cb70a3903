import type { JSX } from "preact";
import type { ItemPayload, PollTopic } from "../../generated/contract";
import type { SessionModel } from "../../models/session";
import { sayRound } from "../../models/words_rounds";
import { BelowHeading, Heading } from "./heading";
import { Question } from "./question";

/** The questions of a form that were opened, in order. */
function questionsOf(model: SessionModel, item: ItemPayload): PollTopic[] {
  const polls = item.poll_ids.map((id) => model.poll(id));
  return polls.filter(
    (poll) => poll !== null && poll.state !== "ready" && !poll.is_pulse,
  ) as PollTopic[];
}

/** Several questions on one page. Each is saved by itself, so that nothing is lost by leaving halfway. */
export function FormPage(props: {
  model: SessionModel;
  item: ItemPayload;
  language: string;
}): JSX.Element {
  const { model, item, language } = props;
  const polls = questionsOf(model, item);
  const saved = polls.filter((poll) => model.answerStatus(poll.id).state === "saved").length;
  return (
    <div class="stack stack--loose">
      <div class="stack">
        <Heading language={language}>{item.title}</Heading>
        {item.instruction && (
          <p class="help" lang={language}>
            {item.instruction}
          </p>
        )}
        <p class="form-progress">
          <strong>{sayRound("form.progress", { saved, count: polls.length })}</strong>
          {saved === polls.length ? ". Thank you." : ". Each answer is saved by itself."}
        </p>
      </div>
      <BelowHeading.Provider value={true}>
        {polls.map((poll) => (
          <section key={poll.id} class="form-part" aria-label={poll.title}>
            <Question {...{ model, poll, language }} next={null} go={() => undefined} />
          </section>
        ))}
      </BelowHeading.Provider>
    </div>
  );
}
