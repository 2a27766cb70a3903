/** Opens a session on the real network, and closes it with the page. */
import type { Device } from "../models/device.ts";
import { LiveSession } from "../models/live.ts";
import type { SessionModel } from "../models/session.ts";
import { HttpWire } from "./http.ts";
import { newId } from "./ids.ts";
import { SocketWire } from "./socket.ts";
import { forgetfulDevice } from "./storage.ts";
import { browserTimers } from "./timers.ts";

export interface SessionOptions {
  /** Where answers, ideas and drafts are kept; without it they end with the page. */
  device?: Device;
}

/**
 * Connect with a ticket. The session looks after itself: it comes back after a gap, after sleep and
 * when the page is shown again. Call `close` when the page has no more use for it.
 */
export function openSession(ticket: string, options: SessionOptions = {}): SessionModel {
  const device = options.device ?? forgetfulDevice();
  const session = new LiveSession({
    timers: browserTimers,
    socket: (events) => new SocketWire(ticket, events),
    http: (events) => new HttpWire(ticket, browserTimers, events),
    outbox: device.outbox,
    drafts: device.drafts,
    newId,
  });
  const look = () => {
    if (document.visibilityState === "visible") session.tryNow();
  };
  const page = new AbortController();
  document.addEventListener("visibilitychange", look, { signal: page.signal });
  addEventListener("online", look, { signal: page.signal });
  addEventListener("pageshow", look, { signal: page.signal });
  const close = session.close.bind(session);
  session.close = () => {
    page.abort();
    close();
  };
  return session.start();
}
