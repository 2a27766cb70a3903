import type { JSX } from "preact";
import { languages } from "../../models/participant/languages";

/** In which language somebody writes, so that it is read aloud rightly. */
export function LanguageField(props: {
  id: string;
  label: string;
  language: string;
  change: (language: string) => void;
}): JSX.Element {
  const { id, label, language, change } = props;
  return (
    <div class="field field--inline">
      <label for={id}>{label}</label>
      <select id={id} value={language} onChange={(event) => change(event.currentTarget.value)}>
        {languages(language).map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
