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

/** Socket.IO speaks WebSocket only here; what it would fall back to stays out of every page. */
export const webSocketOnly = {
  name: "websocket-only",
  setup(build) {
    build.onLoad({ filter: /engine\.io-client\/build\/esm\/transports\/index\.js$/ }, () => ({
      contents: 'import { WS } from "./websocket.js"; export const transports = { websocket: WS };',
    }));
  },
};
