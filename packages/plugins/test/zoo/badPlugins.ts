import type { BadPlugin } from "./BadPlugin.ts"

/** A bad package, and a part of what its guard says of it: in the log, on `/ready` and in the API. */
interface CaughtPlugin extends BadPlugin {
  readonly says: string
}

/** The packages in `plugins/`. Who has the guard shows that it catches them. */
export const badPlugins: ReadonlyArray<CaughtPlugin> = [
  {
    name: "infinite-loop",
    bad: "Begins to loop for ever at its fortieth candle",
    guard: "worker: budget",
    says: "did not get on for 1s in the detector loops-forever@1.0.0"
  },
  {
    name: "heap-bomb",
    bad: "Fills the memory at its fortieth candle",
    guard: "worker: heap limit",
    says: "used more than its 128 MB of memory in the detector fills-the-memory@1.0.0"
  },
  {
    name: "exits-at-a-candle",
    bad: "Calls process.exit at its fortieth candle",
    guard: "worker: exit",
    says: "ended its thread with the exit code 3 in the detector ends-the-process@1.0.0"
  },
  {
    name: "exits-on-import",
    bad: "Calls process.exit when it is imported",
    guard: "worker: exit",
    says: "ended its thread with the exit code 3"
  },
  {
    name: "loops-on-import",
    bad: "Loops for ever when it is imported",
    guard: "worker: budget",
    says: "cannot start: importing it was not done"
  },
  {
    name: "throws-on-import",
    bad: "Throws when it is imported",
    guard: "loader: import",
    says: "cannot be imported: there is no table of weights"
  },
  {
    name: "import-that-never-ends",
    bad: "Waits for ever when it is imported",
    guard: "loader: time to import",
    says: "was not done after 10s; an await at its top level waits for something that does not come"
  },
  {
    name: "wrong-sdk-range",
    bad: "Asks for a version of the SDK that there is not",
    guard: "loader: sdk range",
    says: 'is "^99.0.0", but this is @mjolnir/core'
  },
  {
    name: "duplicate-plugin",
    bad: "Is called as a built-in plugin is",
    guard: "loader: names",
    says: "it is called classic, and so is classic, which is loaded already"
  },
  {
    name: "duplicate-part",
    bad: "Has a detector that is called as a built-in one is",
    guard: "loader: names",
    says: "it has a detector double-top, and so has the plugin classic, which is loaded already"
  },
  {
    name: "no-plugin",
    bad: "Exports something that is no plugin",
    guard: "loader: shape",
    says: "its default export is an object that definePlugin did not make"
  }
]
