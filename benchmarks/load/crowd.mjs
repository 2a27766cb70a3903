// The crowd: everybody who is connected, and what they can be asked to do together.

import { letIn } from "./doors.mjs";
import { chance, counted, spread } from "./figures.mjs";

const TICK_MS = 1;
const LOOK_MS = 20;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Crowd {
  #byNumber = new Map();

  get #people() {
    return [...this.#byNumber.values()];
  }

  /** More people come in. */
  async open(order) {
    const [came, figures] = await letIn(order);
    for (const [number, person] of came) this.#byNumber.set(number, person);
    return figures;
  }

  /** Everybody goes; `is_sudden` tells whether they say goodbye. */
  async drop({ is_sudden }) {
    for (const person of this.#people) person.leave({ isSudden: is_sudden });
    this.#byNumber.clear();
    return {};
  }

  /**
   * Each act is [who, name, args] and is sent once, at a random moment. Waits for the replies, at most
   * `grace_s`, and until everybody has seen the newest that was acknowledged. `reloads` close the page
   * and open it again meanwhile.
   */
  async say({ acts, within_s, grace_s, seed, tag, reloads = 0, settle_s = 0 }) {
    const people = this.#people;
    for (const person of people) person.forget();
    const log = { sent: 0, times: [], refused: [], lastAt: 0, rev: 0, reloaded: [] };
    const queue = this.#timed(acts, within_s, seed, tag);
    const busy = process.cpuUsage();
    const begun = performance.now();
    this.#reload(reloads, within_s, log);
    await send(queue, begun, log);
    await until(() => log.times.length + log.refused.length === acts.length, grace_s);
    await until(() => people.every((one) => !one.isHere || one.rev >= log.rev), grace_s);
    await pause(settle_s * 1000);
    const spent_ms = performance.now() - begun;
    const used = process.cpuUsage(busy);
    return {
      ...this.#told(acts.length, log),
      load_busy: (used.user + used.system) / 1000 / spent_ms,
      took_s: spent_ms / 1000,
    };
  }

  /** Waits for one update to reach everybody; says `ready` before. Times are milliseconds since 1970. */
  async watch({ grace_s }, ready) {
    const people = this.#people;
    for (const person of people) person.forget();
    ready();
    await until(() => people.every((person) => person.updates > 0), grace_s, TICK_MS);
    const times = people.flatMap((person) => person.revs.slice(0, 1).map(([, at]) => at));
    const [first, last] = [Math.min(...times), Math.max(...times)];
    const bytes = people[0]?.updateBytes ?? 0;
    return {
      reached: times.length,
      spread_us: ((last - first) * 1000) / Math.max(1, times.length - 1),
      last_at_ms: performance.timeOrigin + last,
      bytes,
    };
  }

  #timed(acts, within_s, seed, tag) {
    const random = chance(seed);
    const queue = acts.map(([who, name, args], i) => {
      const person = this.#byNumber.get(who);
      const op_id = `${tag}-${String(i).padStart(16, "0")}`;
      return {
        at: random() * within_s * 1000,
        person,
        sent: person?.prepare({ op_id, name, args }),
      };
    });
    return queue.sort((one, other) => one.at - other.at);
  }

  #reload(number, within_s, log) {
    const willing = this.#people.filter((person) => person.reload);
    for (const person of willing.slice(0, number)) {
      setTimeout(
        async () => {
          const begun = performance.now();
          await person.reload().catch((error) => log.refused.push(error.message));
          log.reloaded.push(performance.now() - begun);
        },
        Math.random() * within_s * 1000,
      );
    }
  }

  #told(asked, log) {
    const here = this.#people.filter((person) => person.isHere);
    const sum = (key) => here.reduce((total, person) => total + person[key], 0);
    const fresh = here.flatMap((person) =>
      person.revs
        .filter(([rev]) => rev >= log.rev)
        .slice(0, 1)
        .map(([, at]) => Math.max(0, at - log.lastAt)),
    );
    return {
      sent: log.sent,
      acked: log.times.length,
      refused: counted(log.refused),
      unanswered: asked - log.times.length - log.refused.length,
      ...spread(log.times),
      here: here.length,
      updates: sum("updates") / Math.max(1, here.length),
      update_bytes: sum("updateBytes") / Math.max(1, sum("updates")),
      fresh: { ...spread(fresh), people: fresh.length },
      reloads: log.reloaded.length === 0 ? null : spread(log.reloaded),
    };
  }
}

/** Sends what is due, millisecond by millisecond. A time begins when its act is really sent. */
async function send(queue, begun, log) {
  for (const { at, person, sent } of queue) {
    while (performance.now() - begun < at) await pause(TICK_MS);
    const sentAt = performance.now();
    const took = (reply, now) => take(reply, now, sentAt, log);
    if (person?.send(sent, took)) log.sent += 1;
  }
}

function take(reply, now, sentAt, log) {
  if (!reply?.ok) {
    log.refused.push(reply?.code ?? "no reply");
    return;
  }
  log.times.push(now - sentAt);
  log.lastAt = Math.max(log.lastAt, now);
  log.rev = Math.max(log.rev, reply.rev);
}

/** Looks again and again until it is so, or time is up. */
async function until(isSo, seconds, every_ms = LOOK_MS) {
  const end = performance.now() + seconds * 1000;
  while (!isSo() && performance.now() < end) await pause(every_ms);
}
