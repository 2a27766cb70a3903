// Writes the browser's types of the wire, so that a drift from the server's is a compile error.

import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import path from "node:path";
import { compile } from "json-schema-to-typescript";

/** Drop the titles that Python gives to fields: each would become a named type of its own. */
function untitled(schema) {
  if (Array.isArray(schema)) return schema.map(untitled);
  if (schema === null || typeof schema !== "object") return schema;
  const isLabel = ([key, value]) => key === "title" && typeof value === "string";
  const kept = Object.entries(schema).filter((field) => !isLabel(field));
  return Object.fromEntries(kept.map(([key, value]) => [key, untitled(value)]));
}

/** Turn the wire contract, a JSON Schema that Python prints, into TypeScript's types. */
export async function writeWireTypes(root, put) {
  if (!fs.existsSync(path.join(root, "facilitator", "contract.py"))) return;
  const python = path.join(root, ".venv", "bin", "python");
  const asked = spawnSync(python, ["-m", "facilitator.contract"], { cwd: root, encoding: "utf8" });
  if (asked.status !== 0) throw new Error(`facilitator.contract failed.\n${asked.stderr}`);
  const types = await compile(untitled(JSON.parse(asked.stdout)), "Contract", {
    additionalProperties: false,
    bannerComment: "// Generated from facilitator/contract.py by static/build.mjs.",
    format: false,
    // A longest length would become a union of tuples; the server counts.
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  });
  const file = path.join(root, "static", "src", "generated", "contract.ts");
  if (!fs.existsSync(file) || fs.readFileSync(file, "utf8") !== types) put(file, types);
}
