import type { AuthorCase, Verdict } from "./AuthorCase.ts"

/** What came of a case. */
export interface CaseReport extends Pick<AuthorCase, "id" | "title" | "reason" | "hint">, Verdict {
  /** Kind and `name@version` of what was examined, such as `detector three-up@1.0.0`. */
  readonly part: string
  /** How long it took. */
  readonly millis: number
}

/** What is told of an examination while it goes on. */
export type CheckEvent =
  | { readonly _tag: "Loaded"; readonly plugin: string; readonly version: string; readonly cases: number }
  | { readonly _tag: "Began"; readonly begun: BegunCase }
  | { readonly _tag: "Ended"; readonly report: CaseReport }

/** A case that is being tried. */
export type BegunCase = Pick<CaseReport, "part" | "id" | "title" | "reason">
