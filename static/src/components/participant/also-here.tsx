import type { JSX } from "preact";
import type { Task } from "../../models/participant/following";

function stateWords(task: Task): string {
  if (task.isRefused) return "your answer was not counted";
  if (!task.isOpen) return task.kind === "board" ? "ideas" : "results";
  if (task.kind === "board") return "open";
  if (task.kind === "commitment") return task.isAnswered ? "saved, open" : "open";
  return task.isAnswered ? "answered, open" : "open, not answered";
}

/** The other questions and boards that are open, or whose results can be seen. */
export function AlsoHere(props: {
  tasks: readonly Task[];
  language: string;
  go: (key: string) => void;
}): JSX.Element | null {
  const { tasks, language, go } = props;
  if (tasks.length === 0) return null;
  return (
    <nav class="also-here" aria-labelledby="also-here">
      <h2 id="also-here">Also here</h2>
      <ul class="also-here__list">
        {tasks.map((task) => (
          <li key={task.key}>
            <button type="button" class="also-here__go" onClick={() => go(task.key)}>
              <span lang={language}>{task.title}</span>
              <span class="meta">{stateWords(task)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
