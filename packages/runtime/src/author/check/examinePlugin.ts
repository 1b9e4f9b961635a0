import { Effect } from "effect"

import { settingsFileAt } from "../../config/SettingsFile.ts"
import { findStraySettings } from "../../plugins/findStraySettings.ts"
import { loadAlone } from "../loadAlone.ts"
import type { CheckEvent } from "./CaseReport.ts"
import { casesOf } from "./casesOf.ts"
import type { CheckInput } from "./CheckInput.ts"

/** Loads a plugin and tries every case, telling of each. It fails when there is nothing to examine. */
export const examinePlugin = Effect.fnUntraced(function* (input: CheckInput, tell: (event: CheckEvent) => void) {
  const loaded = yield* loadAlone(input.plugin)
  const file = yield* settingsFileAt(input.settings)
  const stray = findStraySettings({ loaded: [loaded], refused: [] }, file.settings)
  if (stray.length > 0) return yield* file.invalid(stray)
  const parts = yield* Effect.fromResult(casesOf(loaded, file.settings, input))
  const cases = parts.reduce((sum, { cases }) => sum + cases.length, 0)
  tell({ _tag: "Loaded", plugin: loaded.name, version: loaded.version, cases })
  for (const { cases, part } of parts) {
    for (const { examine, hint, id, reason, title } of cases) {
      tell({ _tag: "Began", begun: { part, id, title, reason } })
      const began = performance.now()
      const verdict = yield* examine
      const millis = performance.now() - began
      tell({ _tag: "Ended", report: { part, id, title, reason, hint, ...verdict, millis } })
    }
  }
})
