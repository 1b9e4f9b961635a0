import type { BadPlugin } from "./BadPlugin.ts"

/** The packages in `plugins/`. Who has the guard shows that it catches them. */
export const badPlugins: ReadonlyArray<BadPlugin> = [
  { name: "infinite-loop", bad: "Begins to loop for ever at its fortieth candle", guard: "worker: budget" },
  { name: "heap-bomb", bad: "Fills the memory at its fortieth candle", guard: "worker: heap limit" },
  { name: "exits-at-a-candle", bad: "Calls process.exit at its fortieth candle", guard: "worker: exit" },
  { name: "exits-on-import", bad: "Calls process.exit when it is imported", guard: "worker: exit" },
  { name: "loops-on-import", bad: "Loops for ever when it is imported", guard: "worker: budget" },
  { name: "throws-on-import", bad: "Throws when it is imported", guard: "loader: import" },
  { name: "import-that-never-ends", bad: "Waits for ever when it is imported", guard: "loader: time to import" },
  { name: "wrong-sdk-range", bad: "Asks for a version of the SDK that there is not", guard: "loader: sdk range" },
  { name: "duplicate-plugin", bad: "Is called as a built-in plugin is", guard: "loader: names" },
  { name: "duplicate-part", bad: "Has a detector that is called as a built-in one is", guard: "loader: names" },
  { name: "no-plugin", bad: "Exports something that is no plugin", guard: "loader: shape" }
]
