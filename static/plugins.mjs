// What the bundler leaves out, so that a page is no heavier than what it uses.

import * as fs from "node:fs";

/** The fonts' own sheets offer more scripts than Europe's: leave the others out of the copy. */
export const europeanFonts = {
  name: "european-fonts",
  setup(build) {
    build.onLoad({ filter: /@fontsource-variable\/.*\.css$/ }, ({ path: sheet }) => ({
      contents: fs
        .readFileSync(sheet, "utf8")
        .split(/(?=\/\* \S+-\S+ \*\/)/)
        .filter((face) => !face.includes("-vietnamese-"))
        .join(""),
      loader: "css",
    }));
  },
};

const NOT_USED = {
  "engine.io-client/build/esm/transports/index.js":
    'import { WS } from "./websocket.js"; export const transports = { websocket: WS };',
  "engine.io-client/build/esm/transports/polling-fetch.js": "export const Fetch = null;",
  "engine.io-client/build/esm/transports/polling-xhr.js": "export const XHR = null;",
  "engine.io-client/build/esm/transports/webtransport.js": "export const WT = null;",
  "engine.io-parser/build/esm/contrib/base64-arraybuffer.js": "export const decode = () => null;",
  "socket.io-parser/build/esm/binary.js":
    "export const deconstructPacket = null; export const reconstructPacket = null;",
  "socket.io-parser/build/esm/is-binary.js":
    "export const isBinary = () => false; export const hasBinary = isBinary;",
};

/** Socket.IO speaks JSON over WebSocket here, and nothing else: the rest stays out of every page. */
export const webSocketOnly = {
  name: "websocket-only",
  setup(build) {
    build.onLoad({ filter: /(engine|socket)\.io-(client|parser)\/build\/esm\/.*\.js$/ }, (file) => {
      const module = file.path.replaceAll("\\", "/").split("/node_modules/").at(-1);
      const contents = NOT_USED[module];
      return contents === undefined ? undefined : { contents };
    });
  },
};
