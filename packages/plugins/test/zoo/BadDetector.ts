import type { Detector } from "@mjolnir/core"

/** A detector that breaks the contract, and what is to notice. */
export interface BadDetector {
  /** What is bad about it, in a sentence. */
  readonly bad: string
  /** Ids of the cases of `conformance` that it fails, all of them. */
  readonly caughtBy: ReadonlyArray<string>
  /** What the host says of it while it runs, where it can notice: a part of the fault. */
  readonly fault?: string
  /** Makes it anew, with nothing remembered. */
  readonly make: () => Detector
}
