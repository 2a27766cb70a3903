import type { JSX } from "preact";
import type { PostPayload } from "../../generated/contract";
import type { Control } from "../../models/control/control";
import { commentButtons } from "../../models/control/ideas";
import { ActButton } from "./act-button";

/** What else there is to an idea: those that it stands for, and the comments that were reviewed. */
export function IdeaMore(props: { control: Control; post: PostPayload }): JSX.Element | null {
  const { control, post } = props;
  const said = post.comments.filter((comment) => comment.state !== "waiting");
  if (said.length + post.together.length === 0) return null;
  return (
    <div class="idea__more stack stack--tight">
      <Together post={post} />
      {said.length > 0 && (
        <ul class="idea__comments" aria-label={`Comments on “${post.text}”`}>
          {said.map((comment) => (
            <li key={comment.id} data-settled={comment.state}>
              <p class="quote" lang={comment.language}>
                {comment.text}
              </p>
              <div class="row row--tight">
                {comment.state !== "approved" && <span class="chip">{comment.state}</span>}
                {commentButtons(comment).map((button) => (
                  <ActButton
                    key={button.id}
                    control={control}
                    button={button}
                    class="button--small"
                    about={comment.text}
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The words of the ideas that one stands for. */
function Together(props: { post: PostPayload }): JSX.Element | null {
  const { together } = props.post;
  if (together.length === 0) return null;
  return (
    <div>
      <p class="meta">Together with</p>
      <ul class="idea__comments">
        {together.map((each) => (
          <li key={each.id} class="quote" lang={each.language}>
            {each.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
