/** The browser's own time and chance. */
import type { Timers } from "../models/timers.ts";

export const browserTimers: Timers = {
  ticks: () => performance.now(),
  wall: () => Date.now(),
  after: (delay_ms, run) => {
    const id = setTimeout(run, delay_ms);
    return () => clearTimeout(id);
  },
  random: () => Math.random(),
};
