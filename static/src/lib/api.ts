/** JSON over HTTP, as the server's /api speaks it. */
import type { Door, Joined, Nack } from "../generated/contract";

const LIMIT_MS = 10_000;

/** A reply with its status; `body` is what the JSON said. */
export interface Reply {
  status: number;
  body: unknown;
}

/** Ask; rejects when there is no reply in 10 s or it is not JSON. The ticket goes in a header. */
export async function ask(path: string, ticket: string | null, send?: object): Promise<Reply> {
  const headers = new Headers({ Accept: "application/json" });
  if (ticket !== null) headers.set("Authorization", `Bearer ${ticket}`);
  if (send !== undefined) headers.set("Content-Type", "application/json");
  const response = await fetch(path, {
    method: send === undefined ? "GET" : "POST",
    headers,
    body: send === undefined ? null : JSON.stringify(send),
    cache: "no-store",
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  return { status: response.status, body: await response.json() };
}

/** Whether a reply is a coded refusal. */
export function isNack(body: unknown): body is Nack {
  return typeof body === "object" && body !== null && "ok" in body && body.ok === false;
}

/** What somebody with a code may know before joining; rejects when there is no reply. */
export async function readDoor(code: string): Promise<Door | Nack> {
  return (await ask(`/api/door/${encodeURIComponent(code)}`, null)).body as Door | Nack;
}

/** What a newcomer says about themselves. */
export interface Newcomer {
  code: string;
  group_id: number | null;
  name: string | null;
  language: string;
}

/** Join; rejects when there is no reply. */
export async function join(newcomer: Newcomer): Promise<Joined | Nack> {
  return (await ask("/api/join", null, newcomer)).body as Joined | Nack;
}
