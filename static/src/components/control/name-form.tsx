import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** A field for the name of a cluster, with its buttons. */
export function NameForm(props: {
  label: string;
  first: string;
  says: string;
  save: (title: string) => void;
  close: () => void;
}): JSX.Element {
  const [title, setTitle] = useState(props.first);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) props.save(title.trim());
        else setMissing(true);
      }}
    >
      <div class="field">
        <label for="cluster-name">{props.label}</label>
        <input
          id="cluster-name"
          type="text"
          maxLength={80}
          value={title}
          ref={field}
          aria-invalid={isMissing}
          aria-describedby={isMissing ? "cluster-name-error" : undefined}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        {isMissing && (
          <p id="cluster-name-error" class="field__error" role="alert">
            Give it a name.
          </p>
        )}
      </div>
      <div class="row">
        <button type="submit" class="button button--primary">
          {props.says}
        </button>
        <button type="button" class="button button--quiet" onClick={props.close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
