import { Result } from "effect"

import type { Delivery, Sink } from "../../plugin/defineSink.ts"
import { callEach } from "./callEach.ts"
import type { PartOptions } from "./RunOptions.ts"
import { StageAlone } from "./StageAlone.ts"

/**
 * Runs a sink as a host does: decodes its settings, builds its services, delivers one after the other, closes it.
 * Rejects with `InvalidParams` when the settings do not fit, and with `PartFailed` when the services cannot be built or
 * at the first delivery that fails.
 *
 * @example
 * await deliverTo(telegram, [{ detection: detectionWith(), candle }], { settings: { chat: "42" } })
 */
export const deliverTo = async (
  sink: Sink,
  deliveries: ReadonlyArray<Delivery>,
  { settings = {} }: PartOptions = {}
): Promise<void> => {
  const configured = Result.getOrThrow(sink.configure(settings))
  const placeOf = (index: number) => `delivery ${index + 1} of ${deliveries.length}`
  const stage = new StageAlone({})
  // As they leave a fold, where nobody may change them any more.
  const published = deliveries.map(({ candle, detection }, index): Delivery => {
    return { detection: stage.decide(detection, placeOf(index), candle).detection, candle }
  })
  await callEach("sink", configured, published, placeOf)
}
