import { param } from "@mjolnir/core"
import { Record, Schema } from "effect"

interface Penetration {
  readonly default: number
  readonly description: string
}

const beyondFirstClose = (pattern: string, candle: string, byDefault: number): Penetration => ({
  default: byDefault,
  description: `${pattern}: how far back the ${candle} candle must close from the first close, as a share of the first body`
})

const shares = {
  abandonedBabyPenetration: beyondFirstClose("CDLABANDONEDBABY", "third", 0.3),
  darkCloudCoverPenetration: beyondFirstClose("CDLDARKCLOUDCOVER", "second", 0.5),
  eveningDojiStarPenetration: beyondFirstClose("CDLEVENINGDOJISTAR", "third", 0.3),
  eveningStarPenetration: beyondFirstClose("CDLEVENINGSTAR", "third", 0.3),
  matHoldPenetration: {
    default: 0.5,
    description:
      "CDLMATHOLD: how far the third and fourth candles may reach into the first one's body, as a share of that body"
  },
  morningDojiStarPenetration: beyondFirstClose("CDLMORNINGDOJISTAR", "third", 0.3),
  morningStarPenetration: beyondFirstClose("CDLMORNINGSTAR", "third", 0.3)
} satisfies Record<string, Penetration>

/** The params that TA-Lib calls `optInPenetration`, with its defaults. */
export const penetrations = Record.map(shares, ({ default: byDefault, description }) =>
  param(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), description, byDefault)
)

/** What they are set to. */
export type Penetrations = { readonly [Param in keyof typeof shares]: number }

/** How a text names a share that can be set: by its param and the default. */
export const settable = (param: keyof Penetrations): string => `\`${param}\` (${shares[param].default} by default)`
