// WebSocket frames by hand: the load generator must cost as little as it can.

const TEXT = 0x81;
const CLOSE = 0x88;
const PONG = 0x8a;
const MASKED = 0x80;
const SHORT = 126;
const LONG = 127;

/** A masked frame as a client sends it. */
function frame(head, payload, mask) {
  const size = payload.length;
  if (size > 0xffff) throw new Error("A client of ours sends no such long message.");
  const start = size < SHORT ? 6 : 8;
  const whole = Buffer.allocUnsafe(start + size);
  whole[0] = head;
  if (size < SHORT) {
    whole[1] = MASKED | size;
  } else {
    whole[1] = MASKED | SHORT;
    whole.writeUInt16BE(size, 2);
  }
  mask.copy(whole, start - 4);
  for (let i = 0; i < size; i += 1) whole[start + i] = payload[i] ^ mask[i & 3];
  return whole;
}

export const textFrame = (text, mask) => frame(TEXT, Buffer.from(text), mask);
export const closeFrame = (mask) => frame(CLOSE, Buffer.from([0x03, 0xe8]), mask);
export const pongFrame = (payload, mask) => frame(PONG, payload, mask);

/** Cuts what a server sends into frames; `take` gets the opcode, and where the payload lies. */
export class Frames {
  #rest = null;
  #take;

  constructor(take) {
    this.#take = take;
  }

  /** Bytes that may be used until this returns; what is not whole is copied. */
  feed(bytes) {
    const data = this.#rest === null ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    while (at + 2 <= data.length) {
      const [start, end] = extent(data, at);
      if (end > data.length) break;
      this.#take(data[at] & 0x0f, data, start, end);
      at = end;
    }
    this.#rest = at < data.length ? Buffer.from(data.subarray(at)) : null;
  }
}

/** Where the payload of the frame at `at` begins and ends; the end is far off while it is not known. */
function extent(data, at) {
  const size = data[at + 1] & 0x7f;
  if (size < SHORT) return [at + 2, at + 2 + size];
  if (size === SHORT) {
    if (at + 4 > data.length) return [at, Number.POSITIVE_INFINITY];
    return [at + 4, at + 4 + data.readUInt16BE(at + 2)];
  }
  if (size === LONG && at + 10 <= data.length) {
    return [at + 10, at + 10 + Number(data.readBigUInt64BE(at + 2))];
  }
  return [at, Number.POSITIVE_INFINITY];
}
