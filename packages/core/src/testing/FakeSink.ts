import { Effect, Schema } from "effect"

import { defineSink, type Delivery, type Sink } from "../plugin/defineSink.ts"
import type { DetectionFields } from "./detectionWith.ts"
import { expectNone, expectSome } from "./expectSome.ts"

/** A sink in memory and the hand of a test on it. */
export interface FakeSink {
  /** The sink itself, for a plugin or a host. */
  readonly sink: Sink
  /** What was delivered without failing, oldest first. */
  readonly deliveries: ReadonlyArray<Delivery>
  /** Deliveries tried, failed ones included. */
  readonly attempts: () => number
  /** Lets the next deliveries fail, as a receiver does that is away for a while. */
  readonly failNext: (times: number, reason?: string) => void
  /** Throws unless a detection with at least these fields was delivered. */
  readonly expectDelivered: (detection: DetectionFields) => void
  /** Throws when a detection with at least these fields, or any when none are given, was delivered. */
  readonly expectNotDelivered: (detection?: DetectionFields) => void
}

/**
 * A sink that remembers what it is given, and fails when told to.
 *
 * @example
 * const fake = makeFakeSink()
 * fake.failNext(2, "503")
 * // hand fake.sink to what delivers
 * fake.expectDelivered({ pattern: "DOUBLE_TOP" })
 */
export const makeFakeSink = (name = "fake"): FakeSink => {
  const deliveries: Array<Delivery> = []
  const detections = () => deliveries.map(({ detection }) => detection)
  let attempts = 0
  let failures = 0
  let reason = ""
  return {
    sink: defineSink({
      name,
      version: "1.0.0",
      summary: "Remembers what it is given",
      params: Schema.Struct({}),
      deliver: (delivery) =>
        Effect.suspend(() => {
          attempts++
          if (failures === 0) {
            deliveries.push(delivery)
            return Effect.void
          }
          failures--
          return new DeliveryRefused({ reason })
        })
    }),
    deliveries,
    attempts: () => attempts,
    failNext: (times, because = "told to fail") => {
      failures = times
      reason = because
    },
    expectDelivered: (detection) => expectSome("a detection with these fields is delivered", detections(), detection),
    expectNotDelivered: (detection = {}) => expectNone("no such detection is delivered", detections(), detection)
  }
}

/** What a fake sink fails with. */
class DeliveryRefused extends Schema.TaggedError<DeliveryRefused>()("DeliveryRefused", { reason: Schema.String }) {
  override get message() {
    return this.reason
  }
}
