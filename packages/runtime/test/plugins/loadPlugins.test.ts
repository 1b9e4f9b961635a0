import { assert, describe, it } from "@effect/vitest"

import { builtInNames } from "../../src/plugins/PluginSource.ts"
import { loadInNode } from "./loadInNode.ts"
import { packageJson, pluginCode, PluginFolder } from "./PluginFolder.ts"

const parts = { detectors: [{ name: "far-up", version: "1.0.0", summary: "Far up", emits: ["FAR_UP"] }] }
/** Code that must not be run in the thread of the host. */
const deadly = "process.exit(3)"
const withoutDefault = pluginCode("three", "three-up").replace("export default", "const plugin =")

using folder = new PluginFolder({
  "three.ts": pluginCode("three", "three-up"),
  "namesake.ts": pluginCode("three", "four-up"),
  "same-part.ts": pluginCode("four", "three-up"),
  "broken.ts": 'throw new Error("out of order")',
  "node_modules/@acme/patterns/package.json": packageJson("acme"),
  "node_modules/@acme/patterns/index.js": pluginCode("acme", "acme-up"),
  "node_modules/plain/package.json": packageJson("plain"),
  "node_modules/plain/index.js": pluginCode("plain", "plain-up"),
  "package/package.json": packageJson("packaged"),
  "package/index.js": pluginCode("packaged", "packaged-up"),
  "package/other.js": pluginCode("other", "other-up"),
  "far/package.json": packageJson("far", { isolation: "worker", parts }),
  "far/index.js": deadly
})

const [mixed, packages, files, far, farInline, nearFar, builtInFar] = loadInNode(folder.path, [
  { names: ["classic", "broken.ts", "three.ts", "namesake.ts", "same-part.ts", "three.ts", "plain"] },
  { names: ["@acme/patterns", "plain", "package"] },
  { names: ["package/index.js", "./package/other.js"] },
  { names: ["far"] },
  { names: ["package"], inlineOnly: true, settings: { packaged: { isolation: "worker" } } },
  { names: ["far"], settings: { far: {} } },
  { names: ["classic"], settings: { classic: { isolation: "worker" } } }
])

describe("loading", () => {
  it("goes on without the plugins that cannot be loaded, and counts what is named twice once", () => {
    assert.deepStrictEqual(
      mixed?.loaded.map(({ name, source }) => [name, source]),
      [
        ["classic", "BuiltIn"],
        ["three", "Path"],
        ["plain", "Package"]
      ]
    )
    assert.deepStrictEqual(
      mixed?.refused.map(({ given, message, name }) => [given, name, message]),
      [
        [
          "broken.ts",
          null,
          "plugin broken.ts: broken.ts:1:7 cannot be imported: out of order; correct the code that runs when it is imported"
        ],
        [
          "namesake.ts",
          "three",
          "plugin namesake.ts: it is called three, and so is three.ts, which is loaded already; leave one of them out, " +
            "or rename this one in definePlugin and in its package.json"
        ],
        [
          "same-part.ts",
          "four",
          "plugin same-part.ts: it has a detector three-up, and so has the plugin three, which is loaded already; " +
            "leave one of the plugins out, or rename the part"
        ]
      ]
    )
  })

  it("finds npm packages, scoped ones too, and the folder of a package", () => {
    assert.deepStrictEqual(
      packages?.loaded.map(({ detectors, name, source }) => [name, source, detectors]),
      [
        ["acme", "Package", ["acme-up"]],
        ["plain", "Package", ["plain-up"]],
        ["packaged", "Path", ["packaged-up"]]
      ]
    )
  })

  it("takes any file of a package as a plugin of its own", () => {
    assert.deepStrictEqual(
      files?.loaded.map(({ name }) => name),
      ["packaged", "other"]
    )
  })

  it("leaves the code of a plugin that runs in a worker alone, and knows its parts from its manifest", () => {
    const known = { name: "far", version: "2.1.0", detectors: ["far-up"], source: "Path" }
    assert.deepStrictEqual(far?.loaded, [{ ...known, isolation: "worker", isCodeHere: false }])
    assert.deepStrictEqual(nearFar?.loaded, far?.loaded)
  })

  it("lets the operator put a built-in plugin into a worker", () => {
    assert.deepStrictEqual(
      builtInFar?.loaded.map(({ isCodeHere, isolation }) => [isolation, isCodeHere]),
      [["worker", false]]
    )
  })

  it("can be told to run everything in this thread", () => {
    assert.deepStrictEqual(
      farInline?.loaded.map(({ isolation }) => isolation),
      ["inline"]
    )
  })
})

interface Mistake {
  readonly what: string
  /** What is given to load. */
  readonly given: string
  readonly files?: Readonly<Record<string, string>>
  readonly problem: string
  /** The message behind `plugin …: `, with the folder as `<folder>`. */
  readonly message: string
  readonly isolation?: "worker"
}

const mistakes: ReadonlyArray<Mistake> = [
  {
    what: "is no name and no path",
    given: "My Plugin",
    problem: "InvalidPluginSource",
    message:
      `this is neither a name nor a path; expected the name of a built-in plugin (${builtInNames().join(", ")}), that ` +
      "of an npm package such as @acme/patterns, or a path such as ./mine.ts"
  },
  {
    what: "is misspelled",
    given: "clasic",
    problem: "PluginNotFound",
    message:
      "it is not built in (did you mean classic?), and there is no such package in the node_modules of <folder> or " +
      "above; install it there with npm install clasic, or give a path such as ./clasic.ts"
  },
  {
    what: "is a path that leads nowhere",
    given: "./nowhere.ts",
    problem: "PluginNotFound",
    message: "there is no file or folder <folder>/nowhere.ts; a path is taken from the current folder"
  },
  {
    what: "is a folder without package.json",
    given: "folder",
    files: { "folder/index.ts": "" },
    problem: "NotAPluginPackage",
    message:
      "<folder>/folder holds no package.json; give the path of the plugin's file, such as ./mine/index.ts, or add one"
  },
  {
    what: "is a package that does not say that it is a plugin",
    given: "stranger",
    files: { "node_modules/stranger/package.json": '{"version":"1.0.0"}', "node_modules/stranger/index.js": deadly },
    problem: "NotAPluginPackage",
    message:
      '<folder>/node_modules/stranger holds a package.json without a field "mjolnir", so it does not say that it is a ' +
      'plugin; if it is, add "mjolnir": { "name": "three", "sdk": "^0.1.0" }'
  },
  {
    what: "has not been built",
    given: "unbuilt",
    files: { "unbuilt/package.json": packageJson("unbuilt") },
    problem: "NotAPluginPackage",
    message:
      '<folder>/unbuilt holds a package.json whose "exports" and "main" lead to no file; build the plugin, or let them ' +
      "name the file that exports it"
  },
  {
    what: "has a manifest with mistakes",
    given: "odd",
    files: { "odd/package.json": '{"version":"1.0.0","mjolnir":{"name":"Odd One","sdk":3}}' },
    problem: "InvalidManifest",
    message:
      "<folder>/odd/package.json does not describe a plugin: mjolnir.name: Expected lower-case words joined by hyphens; " +
      'mjolnir.sdk: Expected string; expected a version and a field such as "mjolnir": { "name": "three", "sdk": "^0.1.0" }'
  },
  {
    what: "has a package.json without a version",
    given: "unversioned",
    files: { "unversioned/package.json": '{"mjolnir":{"name":"unversioned","sdk":"*"}}' },
    problem: "InvalidManifest",
    message:
      "<folder>/unversioned/package.json does not describe a plugin: version: Expected a semantic version; expected a " +
      'version and a field such as "mjolnir": { "name": "three", "sdk": "^0.1.0" }'
  },
  {
    what: "has a manifest for a later SDK, before its code is run",
    given: "later",
    files: { "later/package.json": packageJson("later", { sdk: "^2.0.0" }), "later/index.js": deadly },
    problem: "UnsupportedSdk",
    message:
      'its sdk in <folder>/later/package.json is "^2.0.0", but this is @mjolnir/core 0.1.0; update Mjolnir, or install ' +
      "an older version of the plugin"
  },
  {
    what: "has code for an earlier SDK",
    given: "earlier.ts",
    files: { "earlier.ts": pluginCode("earlier", "three-up", { sdk: "^0.0.3" }) },
    problem: "UnsupportedSdk",
    message:
      'its sdk in definePlugin is "^0.0.3", but this is @mjolnir/core 0.1.0; install a newer version of the plugin, or ' +
      "build it for 0.1.0 and declare ^0.1.0"
  },
  {
    what: "declares no range of versions",
    given: "latest.ts",
    files: { "latest.ts": pluginCode("latest", "three-up", { sdk: "the latest" }) },
    problem: "UnsupportedSdk",
    message: 'its sdk in definePlugin is "the latest", which is no range of versions; expected one such as ^0.1.0'
  },
  {
    what: "throws on import",
    given: "throws.ts",
    files: { "throws.ts": 'const text: string = "boom"\nthrow new Error(text)' },
    problem: "ImportFailed",
    message: "throws.ts:2:7 cannot be imported: boom; correct the code that runs when it is imported"
  },
  {
    what: "defines something that breaks the contract",
    given: "nameless.ts",
    files: { "nameless.ts": pluginCode("three", "Three Up") },
    problem: "ImportFailed",
    message:
      'nameless.ts:5:25 cannot be imported: detector Three Up: the name is "Three Up"; expected lower-case words joined ' +
      "by hyphens, such as three-up; correct the code that runs when it is imported"
  },
  {
    what: "has TypeScript that must be compiled",
    given: "enum.ts",
    files: { "enum.ts": "enum A { B }\nexport default A.B" },
    problem: "ImportFailed",
    message:
      "<folder>/enum.ts cannot be imported: TypeScript enum is not supported in strip-only mode; Node strips types but " +
      "compiles nothing; write it without (tsc tells with erasableSyntaxOnly), or build it to .js"
  },
  {
    what: "has TypeScript in node_modules",
    given: "typed",
    files: {
      "node_modules/typed/package.json": packageJson("typed").replace("index.js", "index.ts"),
      "node_modules/typed/index.ts": pluginCode("typed", "three-up")
    },
    problem: "ImportFailed",
    message:
      "<folder>/node_modules/typed/index.ts cannot be imported: Stripping types is currently unsupported for files " +
      'under node_modules, for "file://<folder>/node_modules/typed/index.ts"; a package in node_modules must hold ' +
      'JavaScript; build it to .js and let its "exports" name that'
  },
  {
    what: "has wrong TypeScript syntax",
    given: "typo.ts",
    files: { "typo.ts": "export default 1 +" },
    problem: "ImportFailed",
    message: "<folder>/typo.ts cannot be imported: Expression expected; correct the syntax"
  },
  {
    what: "has wrong JavaScript syntax",
    given: "typo.js",
    files: { "typo.js": "export default 1 +" },
    problem: "ImportFailed",
    message: "<folder>/typo.js cannot be imported: Unexpected end of input; correct the syntax"
  },
  {
    what: "imports a package that is not installed",
    given: "lonely.ts",
    files: { "lonely.ts": 'import "left-pad"' },
    problem: "ImportFailed",
    message:
      "<folder>/lonely.ts cannot be imported: Cannot find package 'left-pad' imported from <folder>/lonely.ts; run npm " +
      "install in the plugin's folder, or add the package to its dependencies"
  },
  {
    what: "imports a file that is not there",
    given: "partial.ts",
    files: { "partial.ts": 'import "./rest.ts"' },
    problem: "ImportFailed",
    message:
      "<folder>/partial.ts cannot be imported: Cannot find module '<folder>/rest.ts' imported from <folder>/partial.ts; " +
      "correct the import; relative ones name the file with its extension"
  },
  {
    what: "imports what the SDK does not have",
    given: "ahead.ts",
    files: { "ahead.ts": 'import { defineThing } from "@mjolnir/core"\nexport default defineThing' },
    problem: "ImportFailed",
    message:
      "ahead.ts:1 cannot be imported: The requested module '@mjolnir/core' does not provide an export named " +
      "'defineThing'; correct the import, or bring @mjolnir/core in the plugin's folder to the version that it is " +
      "written for"
  },
  {
    what: "mixes module.exports into an ES module",
    given: "mixed.mjs",
    files: { "mixed.mjs": "module.exports = {}" },
    problem: "ImportFailed",
    message:
      "mixed.mjs:1:1 cannot be imported: module is not defined in ES module scope; write export default instead of " +
      "module.exports, or name the file .cjs"
  },
  {
    what: "never finishes its import",
    given: "waits.ts",
    files: { "waits.ts": "await new Promise(() => {})" },
    problem: "ImportTooLong",
    message:
      "importing <folder>/waits.ts was not done after 300ms; an await at its top level waits for something that does " +
      "not come; open services in a Layer instead"
  },
  {
    what: "exports the plugin under a name",
    given: "named.ts",
    files: { "named.ts": pluginCode("three", "three-up").replace("export default", "export const three =") },
    problem: "NotAPlugin",
    message:
      "<folder>/named.ts exports no plugin: it exports the plugin as three and has no default export; write export " +
      "default three"
  },
  {
    what: "exports a detector under a name",
    given: "bare.ts",
    files: { "bare.ts": withoutDefault },
    problem: "NotAPlugin",
    message:
      "<folder>/bare.ts exports no plugin: it exports the detector three-up and has no default export; gather it: " +
      "export default definePlugin({ name, version, summary, sdk, detectors: [detector] })"
  },
  {
    what: "exports a detector as its default",
    given: "detector.ts",
    files: { "detector.ts": `${withoutDefault}\nexport default detector` },
    problem: "NotAPlugin",
    message:
      "<folder>/detector.ts exports no plugin: its default export is the detector three-up, not a plugin; gather it: " +
      "export default definePlugin({ name, version, summary, sdk, detectors: [part] })"
  },
  {
    what: "exports nothing",
    given: "empty.ts",
    files: { "empty.ts": "export {}" },
    problem: "NotAPlugin",
    message: "<folder>/empty.ts exports no plugin: it has no default export; write export default definePlugin({ … })"
  },
  {
    what: "exports a function",
    given: "factory.ts",
    files: { "factory.ts": "export default () => undefined" },
    problem: "NotAPlugin",
    message:
      "<folder>/factory.ts exports no plugin: its default export is a function; export what it returns: export default " +
      "definePlugin({ … })"
  },
  {
    what: "exports a definition that was not defined",
    given: "object.ts",
    files: { "object.ts": 'export default { name: "three" }' },
    problem: "NotAPlugin",
    message:
      "<folder>/object.ts exports no plugin: its default export is an object that definePlugin did not make; write " +
      "export default definePlugin({ … })"
  },
  {
    what: "was compiled to CommonJS",
    given: "compiled.cjs.js",
    files: {
      "compiled.cjs.js":
        'Object.defineProperty(exports, "__esModule", { value: true })\nexports.default = { kind: "plugin" }'
    },
    problem: "NotAPlugin",
    message:
      "<folder>/compiled.cjs.js exports no plugin: its default export is hidden in another one, as compilers to " +
      'CommonJS leave it; set "type": "module" in its package.json and compile it to ES modules'
  },
  {
    what: "was put together by hand",
    given: "handmade.ts",
    files: {
      "handmade.ts":
        'export default { kind: "plugin", name: "a", version: "1.0.0", sdk: "*", summary: "a", isolation: "inline", gates: [{ kind: "gate" }] }'
    },
    problem: "NotAPlugin",
    message:
      "<folder>/handmade.ts exports no plugin: gates.0.name: Missing key; let defineDetector, defineGate … and " +
      "definePlugin of @mjolnir/core make the plugin and its parts"
  },
  {
    what: "has another name in its code than in its manifest",
    given: "two-names",
    files: { "two-names/package.json": packageJson("one-name"), "two-names/index.js": pluginCode("another", "x-up") },
    problem: "OtherName",
    message:
      "<folder>/two-names/package.json calls it one-name and definePlugin calls it another; let both say the same"
  },
  {
    what: "is for a worker and does not describe its parts",
    given: "vague",
    files: { "vague/package.json": packageJson("vague", { isolation: "worker" }), "vague/index.js": deadly },
    problem: "NotReadyForWorker",
    message:
      'it asks for isolation "worker", but <folder>/vague/package.json does not describe its parts, which the host must ' +
      'know without running the code; run mjolnir plugin docs and put the "parts" that it prints into the field mjolnir'
  },
  {
    what: "is for a worker and has no manifest",
    given: "single.ts",
    files: { "single.ts": pluginCode("single", "three-up", { isolation: "worker" }) },
    problem: "NotReadyForWorker",
    message:
      'it asks for isolation "worker", but <folder>/single.ts has no package.json that describes it, and only that can ' +
      "be read without running the code here; put it into a package whose package.json has a field mjolnir, or set " +
      "isolation to inline"
  },
  {
    what: "is for a worker and says so in its code alone",
    given: "late",
    files: {
      "late/package.json": packageJson("late"),
      "late/index.js": pluginCode("late", "three-up", { isolation: "worker" })
    },
    problem: "NotReadyForWorker",
    message:
      'it asks for isolation "worker", but <folder>/late/package.json does not say so, and its code says it too late; ' +
      'write "isolation": "worker" into the field mjolnir as well, or set isolation to inline'
  }
]

for (const { files: written = {} } of mistakes) {
  for (const [file, text] of Object.entries(written)) folder.write(file, text)
}

const refusals = loadInNode(
  folder.path,
  mistakes.map(({ given }) => ({ names: [given], limit: 300 }))
)

describe("a plugin is refused that", () => {
  for (const [index, { given, message, problem, what }] of mistakes.entries()) {
    it(what, () => {
      const [refused] = refusals[index]?.refused ?? []
      const shown = problem === "InvalidPluginSource" ? JSON.stringify(given) : given
      assert.deepStrictEqual([refused?.problem, refused?.message], [problem, `plugin ${shown}: ${message}`])
      assert.deepStrictEqual(refusals[index]?.loaded, [])
    })
  }
})
