import type { JSX } from "preact";

/** A label, a hint, a sentence about trouble and one line to write in, always in this order. */
export function Line(props: {
  id: string;
  label: string;
  hint?: string;
  error: string | null;
  value: string;
  type?: "text" | "date" | "email";
  min?: string;
  /** How long it may be. */
  most?: number;
  autocomplete?: "organization";
  change: (value: string) => void;
}): JSX.Element {
  const { id, label, hint, error, value, type, change } = props;
  const kind = { type: type ?? "text", ...(props.min && { min: props.min }) } as { type: "text" };
  const about = [...(error ? [`${id}-error`] : []), ...(hint ? [`${id}-hint`] : [])].join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
      <input
        id={id}
        {...kind}
        maxLength={props.most}
        autocomplete={type === "email" ? "email" : (props.autocomplete ?? "off")}
        aria-describedby={about || undefined}
        aria-invalid={error !== null}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
