import { epochMillis } from "../../domain/EpochMillis.ts"
import { StockSymbol } from "../../domain/StockSymbol.ts"
import type { Tick } from "../../domain/Tick.ts"
import { defaultStart, ordinaryPrice } from "./paintCandles.ts"
import type { Scenario } from "./Scenario.ts"
import { SeededRandom } from "./SeededRandom.ts"

export const orderlyTicks: Scenario<Tick> = {
  name: "orderly ticks",
  shows: "Ten minutes of ticks that arrive in order of time, each once, no two at the same time",
  make: (seed) => tapeOf(new SeededRandom(seed))
}

export const lateTicks: Scenario<Tick> = {
  name: "late ticks",
  shows: "Some ticks arrive more than a minute after their time, when later minutes have long begun",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const tape = tapeOf(random)
    const surelyLate = random.whole(1, 10)
    return byArrival(
      tape.map((tick, index) => {
        const isLate = index === surelyLate || (index < tape.length / 2 && random.next() < 0.05)
        return { tick, delay: isLate ? random.whole(70_000, 150_000) : 0 }
      })
    )
  }
}

export const duplicateTicks: Scenario<Tick> = {
  name: "duplicate ticks",
  shows: "Some ticks arrive a second time, at once or a few ticks later",
  make: (seed) => {
    const random = new SeededRandom(seed)
    const tape = tapeOf(random)
    const surelyTwice = random.whole(0, 10)
    const copies = tape.flatMap((tick, index) =>
      index === surelyTwice || random.next() < 0.15
        ? [
            { tick, delay: 0 },
            { tick, delay: random.whole(0, 10_000) }
          ]
        : [{ tick, delay: 0 }]
    )
    return byArrival(copies)
  }
}

export const unorderedTicks: Scenario<Tick> = {
  name: "ticks out of order",
  shows: "Ticks overtake each other by up to a second and a half, so that all arrive within the usual grace of two",
  make: (seed) => {
    const random = new SeededRandom(seed)
    return byArrival(tapeOf(random).map((tick) => ({ tick, delay: random.whole(0, 1_500) })))
  }
}

interface Sent {
  readonly tick: Tick
  /** Milliseconds from its time to its arrival. */
  readonly delay: number
}

const byArrival = (sent: ReadonlyArray<Sent>): ReadonlyArray<Tick> =>
  sent.toSorted((one, other) => one.tick.time + one.delay - (other.tick.time + other.delay)).map(({ tick }) => tick)

/** Ten minutes of ticks, a tenth of a second to four seconds apart; every fourth or so does not say its volume. */
const tapeOf = (random: SeededRandom): ReadonlyArray<Tick> => {
  const ticks: Array<Tick> = []
  let price = ordinaryPrice(random)
  for (let time = defaultStart; time < defaultStart + 600_000; time += random.whole(100, 4_000)) {
    price = Math.round(price * (1 + 0.0003 * random.normal()) * 100) / 100
    const print = { symbol, time: epochMillis(time), price }
    ticks.push(random.next() < 0.25 ? print : { ...print, volume: random.whole(1, 20) * 100 })
  }
  return ticks
}

const symbol = StockSymbol.make("TEST")
