import { Schema } from "effect"

import { formOfC } from "../../../src/harmonic/formOfC.ts"
import { HarmonicParams, type HarmonicSettings } from "../../../src/harmonic/harmonicParams.ts"
import { type HarmonicPoints, ratioOf } from "../../../src/harmonic/HarmonicPoints.ts"
import { harmonicRows } from "../../../src/harmonic/harmonicRows.ts"
import { totalError } from "../../../src/harmonic/HarmonicSetup.ts"
import { reversalZone } from "../../../src/harmonic/reversalZone.ts"
import type { Rule } from "./earlyFindings.ts"

/** The settings that the detector has when none are given. */
export const defaultSettings: HarmonicSettings = Schema.decodeSync(HarmonicParams)({})

/** The pattern of the least error that the detector's rule takes these pivots with this D for; how long legs are is left out. */
export const ourRule = (points: HarmonicPoints, d: number): ReturnType<Rule> => {
  const [best] = Object.values(harmonicRows)
    .flatMap((row) => {
      const ratio = (name: "wxa" | "xab" | "abc"): number => ratioOf(name, points, d)
      const form = formOfC(row, ratio("wxa"), ratio("xab"), ratio("abc"), defaultSettings)
      const zone = form && reversalZone(row, form, points, defaultSettings)
      if (form === undefined || zone === undefined || !(d >= zone.low && d <= zone.high)) return []
      return [{ pattern: row.pattern, error: totalError({ row, form, points, zone }, d) }]
    })
    .toSorted((one, other) => one.error - other.error)
  return best
}
