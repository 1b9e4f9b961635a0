import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { lendOwnData } from "../subject/OwnData.ts"
import { recordingDifference } from "../subject/Recording.ts"

export const poisonedFuture: CaseDefinition = {
  id: "C03",
  title: "what later candles are does not change a match",
  reason: "the future must not be able to reach into a decision, by whatever way",
  hint: "do not keep candles, or tables made of them, outside of state; for higher intervals declare `higher`",
  examine: (subject) =>
    ifComparable(subject, () =>
      verdictOf(
        firstFound(subject.series, (series) => {
          const { told } = subject.expected(series)
          return firstFound(poisons, ({ name, price, volume }) =>
            lendOwnData(series.candles, (data) => {
              data.spoil(price, volume)
              const actual = subject.play(series, { before: (_, index) => data.putBack(index) })
              const found = recordingDifference({ ...series, candles: data.originals }, told, actual.told)
              return found && `with ${name} in all later candles of ${found}`
            })
          )
        }),
        `later candles replaced by ${poisons.map(({ name }) => name).join(", ")}: ${subject.tally}`
      )
    )
}

const poisons = [
  { name: "enormous prices", price: 1e12, volume: 1e15 },
  { name: "tiny prices", price: 1e-6, volume: 0 },
  { name: "no numbers", price: Number.NaN, volume: Number.NaN }
]
