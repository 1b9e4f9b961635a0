import { param } from "@mjolnir/core"
import { Schema } from "effect"

const penetration = (description: string, byDefault: number) =>
  param(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), description, byDefault)

const intoFirst = (pattern: string) =>
  `${pattern}: how far the third candle must close inside the first one's body, as a share of that body`

/** The params that TA-Lib calls `optInPenetration`, with its defaults. */
export const penetrations = {
  abandonedBabyPenetration: penetration(intoFirst("CDLABANDONEDBABY"), 0.3),
  darkCloudCoverPenetration: penetration(
    "CDLDARKCLOUDCOVER: how far the second candle must close inside the first one's body, as a share of that body",
    0.5
  ),
  eveningDojiStarPenetration: penetration(intoFirst("CDLEVENINGDOJISTAR"), 0.3),
  eveningStarPenetration: penetration(intoFirst("CDLEVENINGSTAR"), 0.3),
  matHoldPenetration: penetration(
    "CDLMATHOLD: how far the third and fourth candles may reach into the first one's body, as a share of that body",
    0.5
  ),
  morningDojiStarPenetration: penetration(intoFirst("CDLMORNINGDOJISTAR"), 0.3),
  morningStarPenetration: penetration(intoFirst("CDLMORNINGSTAR"), 0.3)
}

/** What they are set to. */
export type Penetrations = { readonly [Param in keyof typeof penetrations]: number }
