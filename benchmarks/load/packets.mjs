// What the generator writes and reads of HTTP and of Socket.IO, beyond a frame's bytes.

const CHANGE_HEAD = '42["change",{"rev":';
const DIGIT_0 = 48;

/** The rev of an update, without reading the rest of it. */
export function revOf(data, start, end) {
  let at = start + CHANGE_HEAD.length;
  if (data[at] < DIGIT_0 || data[at] > DIGIT_0 + 9) {
    return JSON.parse(data.toString("utf8", start + 2, end))[1].rev;
  }
  let rev = 0;
  for (; data[at] >= DIGIT_0 && data[at] <= DIGIT_0 + 9; at += 1)
    rev = rev * 10 + data[at] - DIGIT_0;
  return rev;
}

/** The request to upgrade, as a browser of the same site sends it. */
export const upgrade = (port) =>
  [
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "\r\n",
  ].join("\r\n");
