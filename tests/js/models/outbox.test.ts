import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ack, Envelope, Nack, Respond } from "../../../static/src/generated/contract.ts";
import { KeptOutbox } from "../../../static/src/models/outbox.ts";
import { FakeStore } from "../fakes/store.ts";
import { START } from "../fakes/story.ts";
import { chance, FakeTimers, settle } from "../fakes/time.ts";

function choice(...optionIds: number[]): Respond {
  return { poll_id: 12, answer: { kind: "choice", option_ids: optionIds, other_text: null } };
}

function idea(text: string) {
  return { board_id: 21, column_id: 31, text, language: "en" };
}

function ack(rev: number): Ack {
  return { ok: true, rev, at_ms: START, receipt: `R${rev}`, me: null };
}

function nack(code: string, retry: boolean, details: Nack["details"] = {}): Nack {
  return { ok: false, code, message: `It was ${code}.`, retry, details };
}

interface Flight {
  envelope: Envelope;
  reply(outcome: Ack | Nack): Promise<void>;
  lose(): Promise<void>;
}

/** Fatima's phone with its outbox; the test is the server. `reload` is a new visit to the page. */
class Phone {
  readonly store = new FakeStore();
  readonly timers: FakeTimers;
  readonly acknowledged: number[] = [];
  flights: Flight[] = [];
  outbox: KeptOutbox;
  #ids = 0;

  constructor(seed?: number) {
    this.timers = new FakeTimers({ seed });
    this.outbox = this.#open();
  }

  reload(): void {
    this.outbox.close();
    this.flights = [];
    this.outbox = this.#open();
  }

  get status() {
    return this.outbox.status("poll:12").value;
  }

  get last(): Flight {
    return this.flights.at(-1) as Flight;
  }

  answer(...optionIds: number[]): void {
    this.outbox.send("respond", choice(...optionIds), "poll:12");
  }

  #open(): KeptOutbox {
    return new KeptOutbox(this.timers, {
      store: this.store,
      deliver: (envelope) => this.#fly(envelope),
      acknowledged: ({ rev }) => this.acknowledged.push(rev),
      newId: () => `op-${String(++this.#ids).padStart(19, "0")}`,
    });
  }

  #fly(envelope: Envelope): Promise<Ack | Nack> {
    return new Promise((resolve, reject) => {
      this.flights.push({
        envelope,
        reply: async (outcome) => {
          resolve(outcome);
          await settle();
        },
        lose: async () => {
          reject(new Error("lost"));
          await settle();
        },
      });
    });
  }
}

test("an answer goes at once, and is saved when the server says so", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  assert.deepEqual(fatima.status, { state: "idle" });
  fatima.answer(11);
  assert.equal(fatima.status.state, "sending");
  assert.equal(fatima.outbox.unsent.value, 1);
  assert.deepEqual(fatima.last.envelope.args, choice(11));
  assert.equal(fatima.store.items.length, 1, "written down before the reply");
  await fatima.last.reply(ack(5));
  assert.deepEqual(fatima.status, {
    state: "saved",
    at_ms: START,
    receipt: "R5",
    args: choice(11),
  });
  assert.equal(fatima.outbox.unsent.value, 0);
  assert.deepEqual(fatima.store.items, []);
  assert.deepEqual(fatima.acknowledged, [5]);
  assert.equal(fatima.timers.pending, 0);
});

test("without a reply for 3 s it says so, and never saved", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  await fatima.timers.pass(2_999);
  assert.equal(fatima.status.state, "sending");
  assert.equal(fatima.outbox.late.value, 0);
  await fatima.timers.pass(1);
  assert.equal(fatima.status.state, "not_sent");
  assert.equal(fatima.outbox.late.value, 1);
  await fatima.last.reply(ack(5));
  assert.equal(fatima.status.state, "saved");
  assert.equal(fatima.outbox.late.value, 0);
});

test("offline it is kept, and goes with its number once there is a connection", async () => {
  const fatima = new Phone();
  fatima.answer(11);
  await fatima.timers.pass(600_000);
  assert.equal(fatima.flights.length, 0);
  assert.equal(fatima.status.state, "not_sent");
  fatima.outbox.up();
  assert.equal(fatima.flights.length, 1);
});

test("a lost reply is followed by the same number, so that it counts once", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  await fatima.last.lose();
  await fatima.timers.pass(1_000);
  assert.equal(fatima.flights.length, 2);
  const numbers = fatima.flights.map((flight) => flight.envelope.op_id);
  assert.equal(numbers[0], numbers[1]);
});

test("it survives a reload in the middle of sending, with its number", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  const { op_id } = fatima.last.envelope;
  fatima.reload();
  assert.equal(fatima.status.state, "sending");
  assert.equal(fatima.outbox.unsent.value, 1);
  fatima.outbox.up();
  assert.equal(fatima.last.envelope.op_id, op_id);
  await fatima.last.reply(ack(5));
  fatima.reload();
  fatima.outbox.up();
  assert.equal(fatima.outbox.unsent.value, 0);
  assert.equal(fatima.flights.length, 0);
});

test("a newer answer replaces one that was not sent", () => {
  const fatima = new Phone();
  fatima.answer(11);
  fatima.answer(12);
  assert.deepEqual(
    fatima.store.items.map((item) => item.args),
    [choice(12)],
  );
  fatima.outbox.up();
  assert.equal(fatima.flights.length, 1);
  assert.deepEqual(fatima.last.envelope.args, choice(12));
});

test("a newer answer waits for the one in the air, and only its own reply makes it saved", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  fatima.answer(12);
  assert.equal(fatima.flights.length, 1);
  await fatima.last.reply(ack(5));
  assert.equal(fatima.status.state, "sending");
  assert.equal(fatima.flights.length, 2);
  assert.deepEqual(fatima.last.envelope.args, choice(12));
  await fatima.last.reply(ack(6));
  assert.deepEqual(fatima.status.args, choice(12));
  assert.equal(fatima.status.state, "saved");
});

test("when the one in the air is lost or refused, the newer one goes all the same", async () => {
  for (const end of ["lost", "refused"]) {
    const fatima = new Phone();
    fatima.outbox.up();
    fatima.answer(11);
    fatima.answer(12);
    if (end === "lost") await fatima.last.lose();
    else await fatima.last.reply(nack("wrong_answer", false));
    assert.deepEqual(fatima.last.envelope.args, choice(12), end);
    assert.equal(fatima.status.state, "sending", end);
  }
});

test("a newer answer names those that may still arrive, over a reload too", async () => {
  const fatima = new Phone();
  fatima.answer(11);
  fatima.answer(12);
  fatima.outbox.up();
  assert.equal(fatima.last.envelope.instead_of, undefined, "the first was never sent");
  const [first] = fatima.flights.map((flight) => flight.envelope.op_id);
  await fatima.last.lose();
  fatima.reload();
  fatima.outbox.up();
  fatima.answer(13);
  await fatima.last.lose();
  const second = fatima.last.envelope;
  assert.deepEqual(second.instead_of, [first]);
  fatima.answer(14);
  await fatima.last.lose();
  assert.deepEqual(fatima.last.envelope.instead_of, [first, second.op_id]);
  await fatima.last.reply(ack(7));
  fatima.answer(15);
  assert.equal(fatima.last.envelope.instead_of, undefined, "nothing is uncertain any more");
});

test("a refusal keeps the draft and the reason, over a reload too, until it is dismissed", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  const closed = nack("poll_closed", false);
  await fatima.last.reply(closed);
  const refused = { state: "refused", nack: closed, args: choice(11) };
  assert.deepEqual(fatima.status, refused);
  assert.equal(fatima.outbox.unsent.value, 0);
  fatima.reload();
  fatima.outbox.up();
  assert.deepEqual(fatima.status, refused);
  await fatima.timers.pass(600_000);
  assert.equal(fatima.flights.length, 0, "a refused answer is not sent again");
  fatima.outbox.dismiss("poll:12");
  assert.deepEqual(fatima.status, { state: "idle" });
  assert.deepEqual(fatima.store.items, []);
});

test("after a refusal a new answer starts afresh with a new number", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  await fatima.last.reply(nack("poll_closed", false));
  fatima.answer(12);
  assert.equal(fatima.flights.length, 2);
  assert.notEqual(fatima.flights[0]?.envelope.op_id, fatima.last.envelope.op_id);
  assert.equal(fatima.store.items.length, 1);
});

test("a busy server is tried again after the time it asks for, and a new connection does not hurry", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  await fatima.last.reply(nack("too_fast", true, { wait_s: 20 }));
  assert.equal(fatima.outbox.unsent.value, 1);
  fatima.outbox.down();
  fatima.outbox.up();
  await fatima.timers.pass(19_999);
  assert.equal(fatima.flights.length, 1);
  assert.equal(fatima.status.state, "not_sent");
  assert.equal(fatima.status.nack?.code, "too_fast");
  await fatima.timers.pass(1_000);
  assert.equal(fatima.flights.length, 2);
  await fatima.last.reply(ack(5));
  assert.equal(fatima.status.state, "saved");
  assert.equal(fatima.status.nack, undefined);
});

test("a silent server is asked again after 10 s, then ever more slowly", async () => {
  const fatima = new Phone(3);
  fatima.outbox.up();
  fatima.answer(11);
  await fatima.timers.pass(10_000);
  assert.equal(fatima.flights.length, 1);
  await fatima.timers.pass(1_001);
  assert.equal(fatima.flights.length, 2);
  await fatima.timers.pass(600_000);
  const tries = fatima.flights.length;
  assert.ok(tries > 15 && tries < 45, `${tries} tries in ten minutes`);
});

test("a new connection sends at once what only had lost its reply", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  fatima.outbox.down();
  await fatima.last.lose();
  fatima.outbox.up();
  assert.equal(fatima.flights.length, 2);
});

test("two new ideas are two, and one that may have arrived is not sent anew under another number", async () => {
  const fatima = new Phone();
  const [first, second] = [fatima.outbox.newKey("idea"), fatima.outbox.newKey("idea")];
  assert.notEqual(first, second);
  fatima.outbox.send("send_post", idea("Share trainers"), first);
  fatima.outbox.send("send_post", idea("Open evenings"), second);
  assert.deepEqual(
    fatima.outbox.items.value.map((item) => item.args),
    [idea("Share trainers"), idea("Open evenings")],
  );
  fatima.outbox.send("send_post", idea("Share our trainers"), first);
  assert.equal(fatima.outbox.unsent.value, 2, "never sent, so it could be replaced");
  fatima.outbox.up();
  await fatima.last.lose();
  fatima.outbox.send("send_post", idea("Share all trainers"), first);
  const texts = fatima.outbox.items.value.map((item) => (item.args as { text: string }).text);
  assert.deepEqual(texts, ["Share our trainers", "Open evenings"]);
});

test("a dismissed key that still waits is not forgotten", () => {
  const fatima = new Phone();
  fatima.answer(11);
  fatima.outbox.dismiss("poll:12");
  assert.equal(fatima.outbox.unsent.value, 1);
  assert.equal(fatima.status.state, "sending");
});

test("a closed outbox keeps what waits, and lets no timer run", async () => {
  const fatima = new Phone();
  fatima.outbox.up();
  fatima.answer(11);
  fatima.outbox.close();
  await fatima.last.lose();
  await fatima.timers.pass(60_000);
  assert.equal(fatima.flights.length, 1);
  assert.equal(fatima.store.items.length, 1);
});

test("whatever happens on the way, the last answer arrives once and nothing acknowledged is lost", async () => {
  for (let seed = 1; seed <= 120; seed += 1) {
    const next = chance(seed);
    const pick = (below: number) => Math.floor(next() * below);
    const fatima = new Phone(seed);
    const seen = new Map<string, Ack | Nack>();
    const late: Envelope[] = [];
    let stored: unknown = null;
    /** The server: remembers numbers, so that a repeated one, and a replaced one that is late, changes nothing. */
    const arrive = (envelope: Envelope): Ack | Nack => {
      const known = seen.get(envelope.op_id);
      if (known !== undefined) return known;
      stored = envelope.args;
      const fresh = ack(seen.size + 1);
      seen.set(envelope.op_id, fresh);
      for (const id of envelope.instead_of ?? []) {
        if (!seen.has(id)) seen.set(id, nack("superseded", false));
      }
      return fresh;
    };
    const handle = async (flight: Flight, fate: number) => {
      if (fate === 5) late.push(flight.envelope);
      if (fate === 0 || fate === 5) await flight.lose();
      else if (fate === 1) {
        arrive(flight.envelope);
        await flight.lose();
      } else if (fate === 2) await flight.reply(nack("busy", true));
      else await flight.reply(arrive(flight.envelope));
    };
    let handled = 0;
    for (let step = 0; step < 25; step += 1) {
      const act = pick(6);
      if (act === 0) fatima.outbox.up();
      else if (act === 1) fatima.outbox.down();
      else if (act === 2) {
        fatima.reload();
        handled = 0;
      } else if (act === 3) await fatima.timers.pass(pick(4_000));
      else fatima.answer(11 + pick(4));
      await settle();
      const flight = fatima.flights[handled];
      if (flight !== undefined && pick(2) === 0) {
        handled += 1;
        await handle(flight, pick(6));
      }
      if (late.length > 0 && pick(3) === 0) arrive(late.shift() as Envelope);
      if (fatima.status.state === "saved") {
        assert.deepEqual(stored, fatima.status.args, `seed ${seed}: saved means saved`);
      }
    }
    fatima.reload();
    const wanted = fatima.outbox.items.value[0]?.args ?? stored;
    fatima.outbox.up();
    for (const flight of fatima.flights) await handle(flight, 4);
    for (const envelope of late) arrive(envelope);
    assert.equal(fatima.outbox.unsent.value, 0, `seed ${seed}`);
    assert.deepEqual(stored, wanted, `seed ${seed}`);
  }
});
