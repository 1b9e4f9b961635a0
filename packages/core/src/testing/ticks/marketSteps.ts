import { type CandleSettings, defaultCandleSettings } from "../../candles/CandleBuilder.ts"
import { checkTick } from "../../ingest/checkTick.ts"
import { FollowedCandleBuilder } from "../../ingest/FollowedCandleBuilder.ts"
import { frameOutcomes } from "../../wire/FrameOutcome.ts"
import { InvalidTick } from "./InvalidTick.ts"
import type { MarketStep } from "./MarketStep.ts"
import type { TickFields } from "./TickFields.ts"

/**
 * What a pipeline is given when these ticks of one symbol arrive one by one: after each tick the candles that it closes
 * and the one that forms, as a host builds them. So a tick that comes too late for its candle changes nothing; and for
 * the two seconds after its end, in which a candle waits for late ticks, the next one is not shown. The last candle
 * does not close.
 *
 * @throws InvalidTick when a host would refuse a tick, or they are of several symbols.
 *
 * @example
 * const found = detectionsOf(liveBreakout, marketSteps(tickScenarios.orderlyTicks.make(1)))
 */
export const marketSteps = (
  ticks: ReadonlyArray<TickFields>,
  settings: Partial<CandleSettings> = {}
): ReadonlyArray<MarketStep> => {
  const steps: Array<MarketStep> = []
  const builder = new FollowedCandleBuilder({ ...defaultCandleSettings, ...settings }, (candle) => steps.push(candle))
  for (const [index, tick] of ticks.entries()) {
    const { price, time, volume = Number.NaN } = checked(tick, index + 1, ticks[0]?.symbol)
    builder.add(time, price, volume)
    const forming = builder.takeForming()
    if (forming !== undefined) steps.push(forming)
  }
  return steps
}

const checked = (given: TickFields, tick: number, symbol = "TEST") => {
  const found = checkTick({ symbol, ...given })
  if (typeof found === "string")
    throw new InvalidTick({ tick, problem: `is refused as ${found}: ${frameOutcomes[found]}` })
  if (found.symbol === symbol) return found
  throw new InvalidTick({
    tick,
    problem: `is of ${found.symbol}, the first of ${symbol}; give the ticks of one symbol`
  })
}
