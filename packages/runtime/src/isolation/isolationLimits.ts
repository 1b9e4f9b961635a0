/** What a plugin in a worker may use. */
export interface IsolationLimits {
  /** Heap of its thread, in megabytes. */
  readonly heapMegabytes: number
  /** How long it may make no headway on what it was given, in milliseconds: then it hangs. */
  readonly hangMillis: number
  /** How long it may take until it has been imported, in milliseconds. */
  readonly startMillis: number
  /** What one call of a detector may take before that is a fault, in milliseconds. */
  readonly callMillis: number
  /** Candles that may wait for it. */
  readonly waitingCandles: number
}

/** The documented limits. */
export const defaultIsolationLimits: IsolationLimits = {
  heapMegabytes: 128,
  hangMillis: 1_000,
  startMillis: 15_000,
  callMillis: 50,
  waitingCandles: 10_000
}
