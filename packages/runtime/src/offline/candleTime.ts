import { type EpochMillis, epochMillis } from "@mjolnir/core"
import { DateTime, Option } from "effect"

/** The two columns that can hold the time of a candle. */
export type TimeColumn = "time" | "timestamp"

/** What each column takes, in words. */
export const timeForms = {
  time: "epoch milliseconds or ISO-8601 text",
  timestamp: "epoch seconds, epoch milliseconds or ISO-8601 text"
} as const satisfies Record<TimeColumn, string>

/**
 * The start of a candle as candle files write it, undefined when it is none. `time` is epoch milliseconds; `timestamp`
 * is seconds unless it is greater than 1e10. ISO-8601 text without a zone is UTC. Any year will do: there are daily
 * candles from before 2000, and generated ones that count from 1970.
 */
export const candleTime = (column: TimeColumn, value: number | string): EpochMillis | undefined => {
  if (typeof value === "string") return isoTime.test(value) ? textTime(value) : undefined
  const millis = column === "time" || value > greatestSecond ? value : Math.floor(Math.round(value * 1e6) / 1e3)
  return Number.isInteger(millis) && Math.abs(millis) <= greatestTime ? epochMillis(millis) : undefined
}

const textTime = (text: string): EpochMillis | undefined =>
  Option.getOrUndefined(Option.map(DateTime.make(text), (time) => epochMillis(DateTime.toEpochMillis(time))))

const millisPerDay = 86_400_000

const isoTime = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
/** As for ticks: a number greater than this is in milliseconds. */
const greatestSecond = 1e10
/** The last time that a date can hold, less the longest candle: its close must be a date as well. */
const greatestTime = 8.64e15 - millisPerDay
