import type { JSX } from "preact";
import type { PairsTopic, PollTopic, ThingPayload } from "../../generated/contract";
import { ownFirst, pickedFactors } from "../../models/pairs";
import type { SessionModel } from "../../models/session";
import { answerSays } from "../../models/status";

/** What somebody says that a factor answered: what waits to be sent, else what the server has. */
function chosenBarriers(model: SessionModel, factor: string): readonly string[] {
  const { state, args } = model.outbox.status(`pair:${factor}`).value;
  const isPending = state === "sending" || state === "not_sent";
  if (isPending && args && "barriers" in args) return args.barriers;
  return model.me()?.pairs[factor] ?? [];
}

function Factor(props: {
  model: SessionModel;
  factor: ThingPayload;
  barriers: readonly ThingPayload[];
  language: string;
}): JSX.Element {
  const { model, factor, barriers, language } = props;
  const key = `pair:${factor.ref}`;
  const chosen = chosenBarriers(model, factor.ref);
  const status = model.outbox.status(key).value;
  const change = (barrier: string, isOn: boolean): void => {
    const others = chosen.filter((each) => each !== barrier);
    const next = isOn ? [...others, barrier] : others;
    model.outbox.send("pair_factor", { factor: factor.ref, barriers: next }, key);
  };
  const count = chosen.length === 1 ? "1 barrier" : `${chosen.length} barriers`;
  return (
    <details class="pairing">
      <summary>
        <span lang={language}>{factor.text}</span>{" "}
        <span class="meta">{chosen.length === 0 ? "answered no barrier yet" : count}</span>
      </summary>
      <fieldset class="stack stack--tight">
        <legend>
          <span class="visually-hidden">
            Barriers that “<span lang={language}>{factor.text}</span>” answered for you
          </span>
        </legend>
        {barriers.map((barrier) => (
          <label class="tile" key={barrier.ref}>
            <input
              type="checkbox"
              checked={chosen.includes(barrier.ref)}
              onChange={(event) => change(barrier.ref, event.currentTarget.checked)}
            />
            <span class="tile__text" lang={barrier.language ?? language}>
              {barrier.text}
            </span>
          </label>
        ))}
      </fieldset>
      {status.state !== "idle" && (
        <p class="status" data-state={status.state}>
          {answerSays(status, model.outbox.isKept).text}
        </p>
      )}
    </details>
  );
}

/** Which barriers did it answer for you? A list to tick for each success factor that one picked. */
export function Pairing(props: {
  model: SessionModel;
  poll: PollTopic;
  pairs: PairsTopic;
  language: string;
}): JSX.Element | null {
  const { model, poll, pairs, language } = props;
  const factors = pickedFactors(pairs, poll, model.ownAnswer(poll.id));
  const barriers = ownFirst(pairs, model.me());
  if (factors.length === 0 || pairs.barriers.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="pairing-title">
      <h2 id="pairing-title">Which barriers did it answer for you?</h2>
      <p class="help">Tick what it helped against. Everything is saved at once.</p>
      {factors.map((factor) => (
        <Factor key={factor.ref} {...{ model, factor, language }} barriers={barriers} />
      ))}
    </section>
  );
}
