// Coming in: many people at random moments, each with or without a ticket.

import { request } from "node:http";
import { Browser, PollingBrowser } from "./browser.mjs";
import { chance, counted, spread } from "./figures.mjs";
import { addressOf, Phone } from "./phone.mjs";

const PATIENCE_MS = 60_000;

/** Somebody of the kind that is asked for; one in `http_in` has no WebSockets. */
export function newcomer(number, ticket, { kind, http_in, http_way }) {
  if (kind === "phone") return new Phone(number, ticket);
  if (http_in > 0 && number % http_in === 0) {
    return http_way === "polling" ? new Browser(ticket, "polling") : new PollingBrowser(ticket);
  }
  return new Browser(ticket, "websocket");
}

/** Asks at the door for a ticket, as the page does. */
function askForTicket(port, number, code) {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ code, group_id: null, name: null, language: "en" });
    const headers = {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
    };
    const options = { port, host: "127.0.0.1", path: "/api/join", method: "POST", agent: false };
    const asked = request({ ...options, headers, localAddress: addressOf(number) }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(String(response.statusCode)));
        resolve(JSON.parse(Buffer.concat(parts)).ticket);
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function patience(promise) {
  let timer = null;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("late")), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Lets people in within a time. `tickets` are those of the first people; who has none asks at the
 * door with `code`. Returns who came by number, how long it took them, and why others could not.
 */
export async function letIn({ port, people, tickets, code, within_s, seed, ...look }) {
  const random = chance(seed);
  const came = [];
  const times = [];
  const whys = [];
  const one = async (number, wait_ms) => {
    await pause(wait_ms);
    const begun = performance.now();
    let person = null;
    try {
      const ticket = tickets?.[number] ?? (await patience(askForTicket(port, number, code)));
      person = newcomer(number, ticket, look);
      await patience(person.connect(port));
      times.push(performance.now() - begun);
      came.push([number, person]);
    } catch (error) {
      person?.leave();
      whys.push(error.message);
    }
  };
  const numbers = Array.from({ length: people[1] - people[0] }, (_, i) => people[0] + i);
  await Promise.all(numbers.map((number) => one(number, random() * within_s * 1000)));
  const figures = { came: came.length, failed: whys.length, why: counted(whys), ...spread(times) };
  return [came, { ...figures, snapshot_bytes: came[0]?.[1].snapshotBytes ?? 0 }];
}
