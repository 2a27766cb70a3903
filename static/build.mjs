// Bundles the browser's assets into static/dist and lists them in manifest.json. Run by ./dev.
//   --fresh  empties static/dist first and leaves the wire types alone (packaging: no Python is at hand)

import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { writeWireTypes } from "./contract.mjs";
import { europeanFonts, webSocketOnly } from "./plugins.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const STATIC = path.join(ROOT, "static");
const DIST = path.join(STATIC, "dist");
const KEEP_OLD_MS = 24 * 3600 * 1000; // pages that are open during a build still ask for old names
const COMPRESSED = new Set([".css", ".js", ".json", ".svg"]);

/** Write a file under its final name at once, so that no reader ever sees half of it. */
function put(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}.tmp`, content);
  fs.renameSync(`${file}.${process.pid}.tmp`, file);
}

/** The files directly in a folder, or none where there is no such folder. */
function list(folder, pattern) {
  const full = path.join(STATIC, folder);
  if (!fs.existsSync(full)) return [];
  const names = fs.readdirSync(full).filter((name) => pattern.test(name));
  return names.sort().map((name) => path.join(full, name));
}

/** Bundle one page's script or sheet; every page stands alone, so that it arrives in one request. */
async function bundle(entry) {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    assetNames: "[name]-[hash]",
    bundle: true,
    chunkNames: "chunk-[hash]",
    entryNames: "[name]-[hash]",
    entryPoints: [entry],
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    loader: { ".svg": "file", ".woff2": "file" },
    logLevel: "warning",
    metafile: true,
    minify: true,
    outdir: DIST,
    plugins: [europeanFonts, webSocketOnly],
    splitting: true,
    target: ["es2022", "chrome123", "firefox121", "safari17.5"],
    write: false,
  });
  for (const file of outputFiles) put(file.path, file.contents);
  const source = path.relative(ROOT, entry);
  const [main] = Object.entries(metafile.outputs).find(([, made]) => made.entryPoint === source);
  const key = path.basename(entry).replace(/\.tsx?$/, ".js");
  const files = outputFiles.map((file) => path.basename(file.path));
  return { key, name: path.basename(main), files, atOnce: [...loadedAtOnce(main, metafile)] };
}

/** What a page's file pulls in before it runs; what it imports later, on demand, is not in it. */
function loadedAtOnce(main, { outputs }, found = new Set()) {
  found.add(path.basename(main));
  for (const { path: next, kind } of outputs[main].imports)
    if (kind === "import-statement" && !found.has(path.basename(next)))
      loadedAtOnce(next, { outputs }, found);
  return found;
}

/** Copy an image under a name that changes with its content. */
function copyImage(source) {
  const content = fs.readFileSync(source);
  const { name: stem, ext } = path.parse(source);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8).toUpperCase();
  const name = `${stem}-${hash}${ext}`;
  put(path.join(DIST, name), content);
  return { key: `${stem}${ext}`, name, files: [name] };
}

/** Lay a .gz and a .br beside a file that gets smaller by it; both names are returned. */
function compress(name) {
  if (!COMPRESSED.has(path.extname(name))) return [];
  const file = path.join(DIST, name);
  const content = fs.readFileSync(file);
  put(`${file}.gz`, gzipSync(content, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  put(`${file}.br`, brotliCompressSync(content, { params }));
  return [`${name}.gz`, `${name}.br`];
}

/** Remove what earlier builds left and nobody asks for any more. */
function sweep(current) {
  for (const name of fs.readdirSync(DIST)) {
    const file = path.join(DIST, name);
    const isOld = Date.now() - fs.statSync(file).mtimeMs > KEEP_OLD_MS;
    if (isOld && !current.has(name) && !name.startsWith(".")) fs.rmSync(file);
  }
}

process.on("uncaughtException", ({ message }) => {
  console.error(message);
  process.exit(1);
});

const isFresh = process.argv.includes("--fresh");
if (isFresh) fs.rmSync(DIST, { recursive: true, force: true });
else await writeWireTypes(ROOT, put);

const entries = [...list("src/pages", /\.tsx?$/), ...list("css/pages", /\.css$/)];
const made = [
  ...(await Promise.all(entries.map(bundle))),
  ...list("images", /\.(svg|png|ico|webp)$/).map(copyImage),
];
const files = [...new Set(made.flatMap((part) => part.files))];
const named = made.map((part) => [part.key, part.name]);
// What a page shares with its later parts lies in a file of its own, which its HTML can ask for early.
for (const { key, name, atOnce = [] } of made)
  for (const shared of atOnce.filter((one) => one !== name))
    named.push([key.replace(/\.js$/, "-shared.js"), shared]);
const manifest = Object.fromEntries(named.sort());
const compressed = files.flatMap(compress);
put(path.join(DIST, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
sweep(new Set([...files, ...compressed, "manifest.json"]));

for (const { key, atOnce } of made.filter((part) => part.atOnce)) {
  const sizes = atOnce.map((name) => fs.statSync(path.join(DIST, `${name}.gz`)).size);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  console.log(`${key.padEnd(24)}${(size / 1000).toFixed(1).padStart(7)} kB gz`);
}
