import type { PluginKind } from "./pluginKinds.ts"

/** A script of a new plugin's manifest. */
export interface PluginScript {
  readonly name: string
  readonly command: string
  /** What it does, for the README. */
  readonly purpose: string
}

/** The scripts of a new plugin, in the order in which its author meets them. */
export const pluginScripts = (kind: PluginKind): ReadonlyArray<PluginScript> => [
  { name: "test", command: "vitest run", purpose: "Runs the tests" },
  { name: "typecheck", command: "tsc", purpose: "Checks the types" },
  { name: "build", command: "tsc -p tsconfig.build.json", purpose: "Writes what is published to `dist`" },
  { name: "check", command: "npm run build && mjolnir plugin check .", purpose: "Says whether Mjolnir would trust it" },
  ...(kind === "detector"
    ? [
        {
          name: "preview",
          command: "npm run build && mjolnir plugin preview . --candles test/candles.csv",
          purpose: "Shows on a chart what it finds in `test/candles.csv`"
        }
      ]
    : [])
]
