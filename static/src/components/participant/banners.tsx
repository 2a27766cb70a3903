import type { JSX } from "preact";
import type { SessionModel } from "../../models/session";
import { bannerSays } from "../../models/status";

/** The connection is away: what that means for the answers, and one thing to do. */
export function ConnectionBanner(props: { model: SessionModel }): JSX.Element | null {
  const { model } = props;
  const told = bannerSays(model.banner.value);
  if (told === null) return null;
  return (
    <div class="banner banner--warn">
      <p>{told}</p>
      {model.banner.value === "offline" && (
        <button type="button" class="button" onClick={() => model.tryNow()}>
          Try now
        </button>
      )}
    </div>
  );
}
