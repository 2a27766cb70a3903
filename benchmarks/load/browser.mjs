// A participant's browser: the real client library, with everything that it asks for, or HTTP.

import { io } from "socket.io-client";

const POLL_MS = 2000;

/** A browser with a WebSocket, or with the library's own long polling; it sends again after a reload. */
export class Browser {
  isHere = false;
  rev = 0;
  revs = [];
  updates = 0;
  updateBytes = 0;
  snapshotBytes = 0;
  #ticket;
  #transport;
  #port = 0;
  #socket = null;
  #unsent = new Map(); // the outbox: kept until acknowledged

  constructor(ticket, transport) {
    this.#ticket = ticket;
    this.#transport = transport;
  }

  connect(port) {
    this.#port = port;
    return new Promise((resolve, reject) => {
      const socket = io(`http://127.0.0.1:${port}`, {
        auth: { ticket: this.#ticket },
        transports: [this.#transport],
        perMessageDeflate: { threshold: 1024 },
        forceNew: true,
        reconnectionDelay: 200,
      });
      this.#socket = socket;
      socket.on("change", (change) => this.#saw(change));
      socket.on("connect_error", (error) => reject(new Error(error.message)));
      socket.on("snapshot", () => {
        this.isHere = true;
        resolve();
        for (const [envelope, taken] of this.#unsent) this.#emit(envelope, taken);
      });
    });
  }

  leave() {
    this.isHere = false;
    this.#socket?.disconnect();
  }

  /** Closes the page and opens it again; resolves once the state is there. */
  reload() {
    this.leave();
    return this.connect(this.#port);
  }

  forget() {
    this.updates = 0;
    this.updateBytes = 0;
    this.revs = [];
  }

  prepare(envelope) {
    return envelope;
  }

  send(envelope, taken) {
    this.#unsent.set(envelope, taken);
    if (this.isHere) this.#emit(envelope, taken);
    return true;
  }

  #emit(envelope, taken) {
    this.#socket.emit("act", envelope, (reply) => {
      if (this.#unsent.delete(envelope)) taken(reply, performance.now());
    });
  }

  #saw(change) {
    this.updates += 1;
    if (change.rev > this.rev) {
      this.rev = change.rev;
      this.revs.push([change.rev, performance.now()]);
    }
  }
}

/** A browser whose network lets no WebSocket through: it asks every two seconds. */
export class PollingBrowser {
  isHere = false;
  rev = 0;
  revs = [];
  updates = 0;
  updateBytes = 0;
  snapshotBytes = 0;
  #headers;
  #base = "";
  #timer = null;

  constructor(ticket) {
    this.#headers = { Authorization: `Bearer ${ticket}`, "Content-Type": "application/json" };
  }

  async connect(port) {
    this.#base = `http://127.0.0.1:${port}`;
    await this.#ask("");
    this.isHere = true;
    this.#timer = setInterval(() => this.#look(), POLL_MS);
  }

  leave() {
    this.isHere = false;
    clearInterval(this.#timer);
  }

  reload() {
    this.leave();
    return this.connect(Number(new URL(this.#base).port));
  }

  forget() {
    this.updates = 0;
    this.revs = [];
  }

  prepare(envelope) {
    return envelope;
  }

  send(envelope, taken) {
    const options = { method: "POST", headers: this.#headers, body: JSON.stringify(envelope) };
    fetch(`${this.#base}/api/act`, options)
      .then((response) => response.json())
      .then((reply) => taken(reply, performance.now()))
      .catch(() => {}); // nobody acknowledged it, and so it is counted
    return true;
  }

  #look() {
    this.#ask(`?since=${this.rev}`).catch(() => {}); // the next look comes soon
  }

  async #ask(since) {
    const response = await fetch(`${this.#base}/api/state${since}`, { headers: this.#headers });
    if (!response.ok) throw new Error(String(response.status));
    const state = await response.json();
    if (state.rev > this.rev) {
      this.updates += 1;
      this.rev = state.rev;
      this.revs.push([state.rev, performance.now()]);
    }
  }
}
