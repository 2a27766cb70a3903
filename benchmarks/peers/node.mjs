// A bare Socket.IO server that stores nothing: what a room costs when nothing has to be kept.

import { createServer } from "node:http";
import { Server } from "socket.io";

const WINDOW_MS = 250;
const BACKLOG = 4096;
const settings = JSON.parse(process.argv[2]);
const snapshot = { rev: 0, since: null, topics: { filler: "x".repeat(settings.snapshot_bytes) } };
const filler = "x".repeat(settings.update_bytes);
let rev = 0;
let told = 0;
let tickets = 0;

const change = () => ({ rev, since: told, now_ms: Date.now(), topics: { filler } });

function acknowledge(envelope) {
  rev += 1;
  const receipt = envelope.op_id.slice(0, 9);
  return { ok: true, rev, at_ms: Date.now(), receipt, me: { responses: { 1: envelope.args } } };
}

const house = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    response.setHeader("Content-Type", "application/json");
    if (request.url === "/api/join") {
      tickets += 1;
      response.end(
        JSON.stringify({ ticket: `p.${String(tickets).padStart(22, "0")}`, code: "ABCDEF" }),
      );
      return;
    }
    const reply = acknowledge(JSON.parse(Buffer.concat(parts)));
    response.end(JSON.stringify(reply));
    tellAll();
  });
});
const server = new Server(house);

function tellAll() {
  server.emit("change", change());
  told = rev;
}

server.on("connection", (socket) => {
  socket.on("act", (envelope, reply) => reply(acknowledge(envelope)));
  socket.emit("snapshot", { ...snapshot, rev });
});
setInterval(() => {
  if (rev > told) tellAll();
}, WINDOW_MS);
house.listen({ port: 0, host: "127.0.0.1", backlog: BACKLOG }, () => {
  process.stdout.write(`Node serves on http://127.0.0.1:${house.address().port}\n`);
});
