/** The socket: Socket.IO over WebSocket alone. When and how often it is tried is the link's rule. */
import { io, type Socket } from "socket.io-client";
import type {
  Ack,
  Bye,
  ClockPayload,
  Envelope,
  Me,
  Nack,
  Room,
  State,
} from "../generated/contract";
import type { Wire, WireEvents } from "../models/wire.ts";
import { isNack } from "./api.ts";

const REPLY_LIMIT_MS = 10_000;

/** A wire over Socket.IO with a ticket. */
export class SocketWire implements Wire {
  readonly #ticket: string;
  readonly #events: WireEvents;
  readonly #base: string;
  #socket: Socket | null = null;

  /** `base` is the server's address; empty for the page's own. */
  constructor(ticket: string, events: WireEvents, base = "") {
    this.#ticket = ticket;
    this.#events = events;
    this.#base = base;
  }

  open(): void {
    if (this.#socket !== null) return;
    const options = {
      path: "/socket.io",
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      auth: { ticket: this.#ticket, since: null },
    };
    this.#socket = this.#base === "" ? io(options) : io(this.#base, options);
    this.#listen(this.#socket);
  }

  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.removeAllListeners();
    socket?.disconnect();
  }

  act(envelope: Envelope): Promise<Ack | Nack> {
    return this.#ask<Ack | Nack>("act", envelope);
  }

  async state(since: number | null): Promise<State> {
    const reply = await this.#ask<State | Nack>("state", { since });
    if (isNack(reply)) throw new Error(reply.message);
    return reply as State;
  }

  clock(): Promise<ClockPayload> {
    return this.#ask<ClockPayload>("clock", {});
  }

  tell(event: "echo" | "report", body: object): void {
    this.#socket?.volatile.emit(event, body);
  }

  async #ask<T extends object>(event: string, body: object): Promise<T> {
    const socket = this.#socket;
    if (!socket?.connected) throw new Error("the socket is not connected");
    const reply: unknown = await socket.timeout(REPLY_LIMIT_MS).emitWithAck(event, body);
    if (typeof reply !== "object" || reply === null) throw new Error("the reply is empty");
    return reply as T;
  }

  #listen(socket: Socket): void {
    socket.on("connect", () => this.#events.up());
    socket.on("connect_error", (error: Error & { data?: unknown }) => {
      this.#lose(isNack(error.data) ? error.data : null);
    });
    socket.on("disconnect", () => this.#lose(null));
    socket.on("snapshot", (state: State) => this.#events.state(state));
    socket.on("change", (state: State) => this.#events.state(state));
    socket.on("me", ({ rev, me }: { rev: number; me: Me }) => this.#events.me(rev, me));
    socket.on("room", (room: Room) => this.#events.room(room));
    socket.on("bye", (bye: Bye) => this.#events.bye(bye));
  }

  #lose(refusal: Nack | null): void {
    this.close();
    this.#events.down(refusal);
  }
}
