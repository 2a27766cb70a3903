import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { CommitmentOwner, MakeCommitment } from "../../generated/contract";
import { alarm, hush } from "../../lib/announce";
import {
  checkPromise,
  PART_LENGTH,
  type PromiseDraft,
  type Wrong,
} from "../../models/participant/promise_draft";
import { LanguageField } from "./language-field";
import { Line } from "./line";
import { WordsField } from "./words-field";

interface FormProps {
  /** What the ids of its fields begin with. */
  id: string;
  draft: PromiseDraft;
  write: (draft: PromiseDraft) => void;
  submitWords: string;
  /** False in Chatham House mode: then neither an organisation nor an address is asked for. */
  isNamed: boolean;
  /** What is said about the address. */
  emailHint?: string;
  save: (args: Omit<MakeCommitment, "token">) => void;
  children?: ComponentChildren;
}

type Set = (part: Partial<PromiseDraft>) => void;

const OWNERS: [CommitmentOwner, string][] = [
  ["organisation", "My organisation"],
  ["own", "I, in my own name"],
];

function Owner(props: FormProps & { wrong: Wrong | null; set: Set }): JSX.Element {
  const { id, draft, wrong, set } = props;
  const problem = (field: Wrong["field"]) => (wrong?.field === field ? wrong.problem : null);
  return (
    <fieldset class="field" aria-describedby={problem("owner") ? `${id}-owner-error` : undefined}>
      <legend>Whose commitment is it?</legend>
      {problem("owner") && (
        <p class="field__error" id={`${id}-owner-error`}>
          {problem("owner")}
        </p>
      )}
      <div class="tiles">
        {OWNERS.map(([value, words]) => (
          <label class="tile" key={value}>
            <input
              type="radio"
              id={`${id}-owner-${value}`}
              name={`${id}-owner`}
              checked={draft.owner === value}
              onChange={() => set({ owner: value })}
            />
            <span class="tile__text">{words}</span>
          </label>
        ))}
      </div>
      {draft.owner === "organisation" && !props.isNamed && (
        <p class="meta">Its name is not asked for: this session names nobody.</p>
      )}
      {draft.owner === "organisation" && props.isNamed && (
        <Line
          id={`${id}-organisation`}
          label="Name of the organisation"
          error={problem("organisation")}
          value={draft.organisation}
          change={(organisation) => set({ organisation })}
        />
      )}
    </fieldset>
  );
}

const FIELDS: Record<Wrong["field"], string> = {
  when: "when",
  what: "then",
  owner: "owner-organisation",
  organisation: "organisation",
  due: "due",
  email: "email",
};
const EMAIL_HINT =
  "For a reminder only. It is stored apart, shown to nobody, and erased after the last reminder.";

/** Today where the reader is, such as 2027-03-12. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** One sentence, if and then, with its owner and a day. */
export function PromiseForm(props: FormProps): JSX.Element {
  const { id, draft, write, submitWords, save } = props;
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const set: Set = (part) => {
    if (wrong !== null) hush();
    setWrong(null);
    write({ ...draft, ...part });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const found = checkPromise(draft, today(), props.isNamed);
    setWrong(found.wrong);
    if (found.args !== null) {
      save(found.args);
      return;
    }
    alarm(found.wrong.problem);
    document.getElementById(`${id}-${FIELDS[found.wrong.field]}`)?.focus();
  };
  const problem = (field: Wrong["field"]) => (wrong?.field === field ? wrong.problem : null);
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <WordsField
        id={`${id}-when`}
        label="If …"
        limit={PART_LENGTH}
        language={draft.language}
        error={problem("when")}
        text={draft.when_text}
        change={(when_text) => set({ when_text })}
      />
      <WordsField
        id={`${id}-then`}
        label="… then"
        limit={PART_LENGTH}
        language={draft.language}
        error={problem("what")}
        text={draft.then_text}
        change={(then_text) => set({ then_text })}
      />
      <LanguageField
        id={`${id}-language`}
        label="Language of my commitment"
        language={draft.language}
        change={(language) => set({ language })}
      />
      <Owner {...props} {...{ wrong, set }} />
      <Line
        id={`${id}-due`}
        label="By which day"
        type="date"
        min={today()}
        error={problem("due")}
        value={draft.due_on}
        change={(due_on) => set({ due_on })}
      />
      {props.isNamed ? (
        <Line
          id={`${id}-email`}
          label="E-mail address for a reminder (optional)"
          hint={props.emailHint ?? EMAIL_HINT}
          type="email"
          error={problem("email")}
          value={draft.email}
          change={(email) => set({ email })}
        />
      ) : (
        <p class="meta">No address is asked for. Keep your personal link: it is your reminder.</p>
      )}
      <label class="tile">
        <input
          type="checkbox"
          checked={draft.is_public}
          onChange={(event) => set({ is_public: event.currentTarget.checked })}
        />
        <span class="tile__text">Everybody may read it, without my name</span>
      </label>
      <p class="meta">The hosts get every commitment, without your name.</p>
      <div class="row">
        <button type="submit" class="button button--primary button--big">
          {submitWords}
        </button>
        {props.children}
      </div>
    </form>
  );
}
