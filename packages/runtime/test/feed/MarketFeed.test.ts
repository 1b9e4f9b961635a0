import { assert, describe, it } from "@effect/vitest"
import { MarketSocket } from "@mjolnir/core/services"
import { Effect } from "effect"

import { live, pass, start } from "../support/service.ts"

const tickAt = (timestamp: number) => ({ ticker: "AAPL", timestamp, price: 150 })

/** A socket over which one more frame comes while it is being closed, as over a real one. */
const withLastFrame =
  (frame: unknown) =>
  (socket: MarketSocket["Service"]): MarketSocket["Service"] =>
    MarketSocket.of({
      connect: (url, onFrame) =>
        Effect.andThen(
          Effect.addFinalizer(() => Effect.sync(() => onFrame(new TextEncoder().encode(JSON.stringify(frame))))),
          socket.connect(url, onFrame)
        )
    })

describe("the market feed", () => {
  it.effect("marks candles partial though a last frame came while the connection was being closed", () =>
    live(
      {
        symbols: ["AAPL"],
        environment: { RECONNECT_DELAY: "40s", RECONNECT_DELAY_MAX: "40s" },
        socket: withLastFrame(tickAt(start + 50_000))
      },
      function* ({ broker, relayed }) {
        yield* pass("50 seconds")
        broker.push(tickAt(start + 45_000))
        broker.drop("going away")
        yield* pass("40 seconds")
        broker.push(tickAt(start + 90_000))
        yield* pass("40 seconds")
        assert.deepStrictEqual(
          relayed().map(({ metadata, timestamp }) => [timestamp, Object(metadata).partial]),
          [
            ["2025-07-23T13:30:00", true],
            ["2025-07-23T13:31:00", true]
          ]
        )
      }
    )
  )
})
