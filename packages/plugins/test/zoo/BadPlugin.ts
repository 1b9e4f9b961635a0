/** A package with a plugin that must not be run in the thread that watches the market, or not at all. */
export interface BadPlugin {
  /** Its folder in `plugins/`. */
  readonly name: string
  /** What is bad about it, in a sentence. */
  readonly bad: string
  /** Which guard of the service has to catch it. */
  readonly guard: Guard
}

/** A guard of the service: the loader refuses a plugin, the worker is stopped with one that has been let in. */
type Guard =
  | "loader: import"
  | "loader: names"
  | "loader: sdk range"
  | "loader: shape"
  | "loader: time to import"
  | "worker: budget"
  | "worker: exit"
  | "worker: heap limit"
