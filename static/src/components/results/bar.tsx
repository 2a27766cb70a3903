import type { JSX } from "preact";

/** A bar on a thread that is as long as everybody. */
export function Bar(props: { share: number }): JSX.Element {
  return (
    <svg class="bars" aria-hidden="true">
      <rect class="bars__thread" y="45%" width="100%" height="10%" />
      <rect class="bars__bar" width={`${props.share}%`} height="100%" rx="2" />
    </svg>
  );
}
