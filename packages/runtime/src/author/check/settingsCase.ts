import type { InvalidParams } from "@mjolnir/core"
import { Result } from "effect"

import { type AuthorCase, failed, immediateCase, passed, skipped } from "./AuthorCase.ts"

/**
 * The case that a part takes its settings. A detector must do without any; another part may need some, such as an address,
 * and is then examined no further until it is given them.
 */
export const settingsCase = (
  id: string,
  configured: Result.Result<unknown, InvalidParams>,
  given: object | undefined,
  needsDefaults: boolean
): AuthorCase =>
  immediateCase(
    {
      id,
      title: given === undefined ? "has defaults that fit its params" : "takes the settings that it is given",
      reason: "a part whose settings do not fit keeps the service from starting",
      hint:
        given === undefined
          ? "give every param a default by Schema.withDecodingDefaultKey, so that decoding {} gives params"
          : "correct the settings, or the params"
    },
    () => {
      if (Result.isSuccess(configured)) return passed(given === undefined ? "no settings" : "settings from the file")
      const problems = configured.failure.problems.join("; ")
      return given === undefined && !needsDefaults
        ? skipped(`it needs settings to be tried (${problems}); give them with --settings`)
        : failed(problems)
    }
  )
