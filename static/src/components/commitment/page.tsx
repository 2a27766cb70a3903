import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KeptCommitment, Nack } from "../../generated/contract";
import { alarm, announce } from "../../lib/announce";
import { ask, isNack } from "../../lib/api";
import { ownerWords, sentenceOf } from "../../models/commitments";
import { dayWords } from "../../models/participant/days";
import { Before, Later, type Send } from "./later";

const NO_REPLY = "There is no connection. Nothing was changed. Try again when you are online.";
async function asked(path: string, body: object): Promise<KeptCommitment | string> {
  try {
    const reply = (await ask(path, null, body)).body;
    return isNack(reply) ? (reply as Nack).message : (reply as KeptCommitment);
  } catch {
    return NO_REPLY;
  }
}

function Sentence(props: { kept: KeptCommitment }): JSX.Element {
  const { kept } = props;
  const about = [ownerWords(kept.owner, kept.organisation), `by ${dayWords(kept.due_on, "en")}`];
  return (
    <div class="stack stack--tight">
      <p class="meta" lang={kept.session_language}>
        {kept.session}
      </p>
      <h1>Your commitment</h1>
      <p class="quote lead" lang={kept.language}>
        {sentenceOf(kept)}
      </p>
      <p>{about.join(", ")}</p>
    </div>
  );
}

function Address(props: { kept: KeptCommitment; send: Send }): JSX.Element {
  const { kept, send } = props;
  const [told, setTold] = useState("");
  const forget = async (): Promise<void> => {
    const answer = await send("/forget", {});
    const words = typeof answer === "string" ? answer : "Your e-mail address was erased.";
    setTold(words);
    (typeof answer === "string" ? alarm : announce)(words);
    document.getElementById("address")?.focus();
  };
  return (
    <section class="stack stack--tight" aria-labelledby="address">
      <h2 id="address" tabIndex={-1}>
        Reminder
      </h2>
      {kept.has_email ? (
        <>
          <p>Your e-mail address is kept for a reminder. It is shown to nobody.</p>
          <div>
            <button type="button" class="button" onClick={() => void forget()}>
              Erase my e-mail address
            </button>
          </div>
        </>
      ) : (
        <p>No e-mail address is kept.</p>
      )}
      {told && (
        <p class="status" data-state={kept.has_email ? "refused" : "saved"}>
          {told}
        </p>
      )}
      <p class="meta">
        Everything about this session is erased on {dayWords(kept.delete_on, "en")}; then this link
        ends.
      </p>
    </section>
  );
}

/** A commitment as its personal link shows it: no account, and also after the session. */
export function CommitmentPage(props: { token: string }): JSX.Element {
  const { token } = props;
  const [kept, setKept] = useState<KeptCommitment | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const look = async (): Promise<void> => {
    setTrouble(null);
    const answer = await asked("/api/commitment", { token });
    if (typeof answer !== "string") setKept(answer);
    else {
      setTrouble(answer);
      alarm(answer);
    }
  };
  useEffect(() => {
    if (token === "") setTrouble("This address holds no link. Open the whole link that you kept.");
    else void look();
  }, [token]);
  if (kept === null) {
    return (
      <div class="stack">
        <h1>Your commitment</h1>
        <p class="lead">{trouble ?? "Checking…"}</p>
        {trouble !== null && token !== "" && (
          <div>
            <button type="button" class="button" onClick={() => void look()}>
              Try again
            </button>
          </div>
        )}
      </div>
    );
  }
  const send: Send = async (path, more) => {
    const answer = await asked(`/api/commitment${path}`, { token, ...more });
    if (typeof answer !== "string") setKept(answer);
    return answer;
  };
  return (
    <div class="stack stack--loose">
      <Sentence kept={kept} />
      <Later {...{ kept, send }} />
      <Before kept={kept} />
      <Address {...{ kept, send }} />
    </div>
  );
}
