import type { PluginFile } from "./pluginFiles.ts"
import type { PluginKind } from "./pluginKinds.ts"

/** What has been scaffolded. */
export interface Scaffolded {
  readonly name: string
  readonly kind: PluginKind
  readonly folder: string
  readonly files: ReadonlyArray<PluginFile>
}

/** What was written and what to type next, in lines whose second columns are aligned. */
export const scaffoldReport = ({ files, folder, kind, name }: Scaffolded): string => {
  const purposes = purposesOf(name, kind)
  const written = files.map(({ path }): Row => [path, purposes[path] ?? ""])
  const next: ReadonlyArray<Row> = [
    [`cd ${shellWord(folder)}`, ""],
    ["npm install", "what it is built and tested with"],
    ["npm test", "green, and the place to begin"]
  ]
  const width = Math.max(...[...written, ...next].map(([first]) => first.length))
  const lines = (rows: ReadonlyArray<Row>) => rows.map((row) => `  ${row[0].padEnd(width)}  ${row[1]}`.trimEnd())
  return [`${name}, a ${kind}, is in ${folder}:`, "", ...lines(written), "", "Next:", "", ...lines(next)].join("\n")
}

type Row = readonly [first: string, second: string]

const purposesOf = (name: string, kind: PluginKind): Readonly<Record<string, string>> => ({
  "package.json": "name, scripts and the manifest that the host reads",
  "README.md": "what it is for and how to work on it",
  ".github/workflows/test.yml": "runs the tests on GitHub",
  "src/index.ts": "the plugin: gathers its parts",
  [`src/${name}.ts`]: `the ${kind}`,
  [`test/${name}.test.ts`]: "its tests",
  "test/candles.csv": "candles to preview it on",
  ".gitignore": "what git leaves out",
  "tsconfig.json": "how the types are checked",
  "tsconfig.build.json": "how dist is built"
})

/** A path as a shell takes it for one word. */
const shellWord = (path: string): string =>
  /^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`
