/** One question that a detector must answer well. It stands on its own: cases can be run one by one and in any order. */
export interface ConformanceCase {
  /** `C01`, `C02` …, as reports name it. */
  readonly id: string
  /** What holds when it passes, in a sentence without its end. */
  readonly title: string
  /** What goes wrong in the live service where it does not hold. */
  readonly reason: string
  /** How to mend a detector that fails it. */
  readonly hint: string
  /**
   * For a test: throws `ConformanceFailure` when it fails; when it cannot be tried, tells the test runner why by its
   * context's `skip`, as those of vitest and node:test have it.
   */
  readonly run: (context?: SkippableContext) => void
  /** For a report: never throws. */
  readonly check: () => ConformanceResult
}

/** What came of a case. */
export interface ConformanceResult {
  readonly id: string
  readonly title: string
  readonly outcome: "passed" | "failed" | "skipped"
  /** What was tried, with figures; what went wrong, with the first difference; or why it was not tried. */
  readonly detail: string
  /** How to mend the detector, when it failed. */
  readonly hint?: string
}

/** The context of a test, where the runner gives one. */
interface SkippableContext {
  readonly skip?: (reason: string) => unknown
}
