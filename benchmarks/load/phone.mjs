// One participant's connection, as cheap as it can be: raw frames, one shared buffer for reading.

import { createConnection } from "node:net";
import { closeFrame, Frames, pongFrame, textFrame } from "./frames.mjs";
import { revOf, upgrade } from "./packets.mjs";

const SHARED = Buffer.allocUnsafe(1 << 18);
const OPCODE_TEXT = 1;
const OPCODE_CLOSE = 8;
const OPCODE_PING = 9;
const code = (letter) => letter.charCodeAt(0);

/** Each phone has an address of its own on the loopback, as phones do: limits per address see many. */
export const addressOf = (number) => `127.1.${(number >> 8) & 0xff}.${number & 0xff}`;

export class Phone {
  isHere = false;
  rev = 0; // the newest that it has seen
  revs = []; // [rev, when] of the updates since `forget`
  updates = 0;
  updateBytes = 0;
  snapshotBytes = 0;
  #number;
  #ticket;
  #mask = Buffer.from([0x12, 0x9b, 0x5e, 0xa7]);
  #socket = null;
  #frames = null;
  #head = "";
  #asked = new Map(); // what waits for an acknowledgement, by its number
  #next = 0;
  #joined = null;

  constructor(number, ticket) {
    this.#number = number;
    this.#ticket = ticket;
  }

  get address() {
    return addressOf(this.#number);
  }

  /** Connects; resolves once the snapshot is there, rejects with a word for what went wrong. */
  connect(port) {
    return new Promise((resolve, reject) => {
      this.#joined = { resolve, reject };
      this.#head = "";
      this.#frames = null;
      const socket = createConnection({
        port,
        host: "127.0.0.1",
        localAddress: this.address,
        noDelay: true,
        onread: {
          buffer: SHARED,
          callback: (size, buffer) => this.#read(buffer.subarray(0, size)),
        },
      });
      this.#socket = socket;
      socket.on("connect", () => socket.write(upgrade(port)));
      socket.on("error", (error) => this.#gone(socket, error.code ?? "error"));
      socket.on("close", () => this.#gone(socket, "closed"));
    });
  }

  /** Says goodbye, or is just gone. */
  leave({ isSudden = false } = {}) {
    const socket = this.#socket;
    this.#socket = null;
    this.isHere = false;
    if (socket === null) return;
    if (!isSudden && socket.writable) socket.write(closeFrame(this.#mask));
    socket.destroy();
  }

  forget() {
    this.updates = 0;
    this.updateBytes = 0;
    this.revs = [];
  }

  /** A command, ready to be sent. */
  prepare(envelope) {
    const id = this.#next;
    this.#next += 1;
    return { id, frame: textFrame(`42${id}${JSON.stringify(["act", envelope])}`, this.#mask) };
  }

  /** Sends it; `taken` gets the reply and the moment. False when there is no connection. */
  send({ id, frame }, taken) {
    if (!this.isHere) return false;
    this.#asked.set(id, taken);
    this.#socket.write(frame);
    return true;
  }

  #read(bytes) {
    if (this.#frames !== null) {
      this.#frames.feed(bytes);
    } else {
      this.#shakeHands(bytes);
    }
    return true;
  }

  #shakeHands(bytes) {
    this.#head += bytes.toString("latin1");
    const end = this.#head.indexOf("\r\n\r\n");
    if (end < 0) return;
    if (!this.#head.startsWith("HTTP/1.1 101")) {
      this.#fail(this.#head.slice(9, 12));
      this.leave({ isSudden: true });
      return;
    }
    this.#frames = new Frames((opcode, data, start, stop) => this.#hear(opcode, data, start, stop));
    const rest = Buffer.from(this.#head.slice(end + 4), "latin1");
    if (rest.length > 0) this.#frames.feed(rest);
  }

  #hear(opcode, data, start, end) {
    if (opcode === OPCODE_PING) {
      this.#socket?.write(pongFrame(data.subarray(start, end), this.#mask));
    } else if (opcode === OPCODE_CLOSE) {
      this.leave();
    } else if (opcode === OPCODE_TEXT) {
      this.#hearText(data, start, end);
    }
  }

  #hearText(data, start, end) {
    const first = data[start];
    if (first === code("4")) {
      const second = data[start + 1];
      if (second === code("2")) this.#event(data, start, end);
      else if (second === code("3")) this.#acknowledged(data.toString("utf8", start + 2, end));
      else if (second === code("4")) this.#fail(data.toString("utf8", start + 2, end));
    } else if (first === code("2")) {
      this.#socket?.write(textFrame("3", this.#mask));
    } else if (first === code("0")) {
      this.#socket?.write(textFrame(`40${JSON.stringify({ ticket: this.#ticket })}`, this.#mask));
    }
  }

  #event(data, start, end) {
    const initial = data[start + 4]; // 42["change", 42["snapshot"
    if (initial === code("c")) {
      this.updates += 1;
      this.updateBytes += end - start;
      this.#saw(revOf(data, start, end));
    } else if (initial === code("s")) {
      this.snapshotBytes = end - start;
      this.isHere = true;
      this.#joined?.resolve();
      this.#joined = null;
    }
  }

  #saw(rev) {
    if (rev <= this.rev) return;
    this.rev = rev;
    this.revs.push([rev, performance.now()]);
  }

  #acknowledged(text) {
    const at = performance.now();
    const cut = text.indexOf("[");
    const taken = this.#asked.get(Number(text.slice(0, cut)));
    this.#asked.delete(Number(text.slice(0, cut)));
    taken?.(JSON.parse(text.slice(cut))[0], at);
  }

  #fail(why) {
    this.#joined?.reject(new Error(why));
    this.#joined = null;
  }

  #gone(socket, why) {
    if (this.#socket !== socket) return;
    this.#socket = null;
    this.isHere = false;
    this.#asked.clear();
    this.#fail(why);
  }
}
