/** Keeps on this device which suggestions somebody has put away, where the browser lets us. */
import { effect, type Signal } from "@preact/signals";

/** More than that nobody puts away by hand; the oldest make room. */
const MOST = 1000;

/** Read what was kept for a session, and keep what is added. The result stops it. */
export function keepPutAway(away: Signal<ReadonlySet<string>>, publicId: string): () => void {
  const key = `facilitator:not-same:${publicId}`;
  try {
    const kept = localStorage.getItem(key);
    if (kept) away.value = new Set(kept.split(" "));
  } catch {
    return () => undefined; // a browser that keeps nothing shows them again after a reload
  }
  return effect(() => {
    if (away.value.size > 0) localStorage.setItem(key, [...away.value].slice(-MOST).join(" "));
    else localStorage.removeItem(key);
  });
}
