import { Result } from "effect"

import type { Delivery, Sink } from "../plugin/defineSink.ts"

/**
 * Runs a sink as a host does: decodes its settings, builds its services, delivers one after the other, closes it.
 * Rejects with what the settings, the services or a delivery failed with.
 *
 * @example
 * await deliverTo(telegram, [{ detection: detectionWith(), candle }], { chat: "42" })
 */
export const deliverTo = async (
  sink: Sink,
  deliveries: ReadonlyArray<Delivery>,
  settings: unknown = {}
): Promise<void> => {
  const open = await Result.getOrThrow(sink.configure(settings)).open()
  try {
    for (const delivery of deliveries) await open.call(delivery)
  } finally {
    await open.close()
  }
}
