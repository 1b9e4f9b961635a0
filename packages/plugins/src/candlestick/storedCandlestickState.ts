import { Record, Schema, SchemaGetter } from "effect"

import { CandleMemory, cellCount } from "./CandleMemory.ts"
import { CandlestickState } from "./CandlestickState.ts"
import { hikkakes } from "./rules/hikkake.ts"

// Any number: a price of a candle can be anything.
// @effect-diagnostics-next-line schemaNumber:off
const figure = Schema.Number

// @effect-diagnostics-next-line schemaNumber:off
const remembered = Schema.mutableKey(figure)

const HikkakeMemory = Schema.Struct({ direction: remembered, age: remembered, level: remembered })

const Stored = Schema.Struct({
  // @effect-diagnostics-next-line schemaNumber:off
  cells: Schema.Array(figure).check(Schema.isBetweenLength(cellCount, cellCount)),
  newest: Schema.Int,
  index: Schema.Int,
  colours: Schema.Int,
  // @effect-diagnostics-next-line schemaNumber:off
  time: figure,
  setups: Schema.Struct(Record.map(hikkakes, () => HikkakeMemory))
})

/** A {@link CandlestickState} as it survives a restart: every sum to its last bit. */
export const storedCandlestickState = Stored.pipe(
  Schema.decodeTo(Schema.instanceOf(CandlestickState), {
    decode: SchemaGetter.transform(({ setups, ...figures }) => {
      const memory = new CandleMemory()
      memory.restore(figures)
      return new CandlestickState(
        memory,
        Record.map(setups, (setup) => ({ ...setup }))
      )
    }),
    encode: SchemaGetter.transform(({ memory, setups }: CandlestickState) => ({
      ...memory.figures(),
      setups
    }))
  })
)
