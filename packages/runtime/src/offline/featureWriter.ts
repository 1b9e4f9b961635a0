import { csvCell } from "../output/csvCell.ts"
import { painter } from "../output/painter.ts"
import { utcText } from "../output/utcText.ts"
import type { FeatureRow, FeatureValue } from "./FeatureColumn.ts"

/** How the values of features are printed. */
export type FeatureFormat = "jsonl" | "table" | "csv"

/** Writes rows line by line. */
export interface FeatureWriter {
  /** The line in front of the first row, if any. */
  readonly header: string | undefined
  readonly line: (row: FeatureRow) => string
}

/** The writer of a format. */
export const featureWriter = (
  format: FeatureFormat,
  names: ReadonlyArray<string>,
  { colored = false } = {}
): FeatureWriter => {
  switch (format) {
    case "jsonl":
      return jsonWriter(names)
    case "csv":
      return csvWriter(names)
    case "table":
      return tableWriter(names, colored)
  }
}

/** Every object has every key: null stands for what is not defined yet. Numbers keep all their digits. */
const jsonWriter = (names: ReadonlyArray<string>): FeatureWriter => ({
  header: undefined,
  line: ({ symbol, time, values }) =>
    JSON.stringify(
      Object.fromEntries([["symbol", symbol], ["time", time], ...names.map((name, index) => [name, values[index]])])
    )
})

/** What is not defined yet is an empty cell. Numbers keep all their digits. */
const csvWriter = (names: ReadonlyArray<string>): FeatureWriter => ({
  header: ["symbol", "time", ...names].map(csvCell).join(","),
  line: ({ symbol, time, values }) =>
    [symbol, String(time), ...values.map((value) => textOf(value, ""))].map(csvCell).join(",")
})

/** Rounded and aligned; widths are chosen beforehand, and a wider cell shifts its own line only. */
const tableWriter = (names: ReadonlyArray<string>, colored: boolean): FeatureWriter => {
  const line = (time: string, symbol: string, cells: ReadonlyArray<string>): string =>
    [
      time.padEnd(timeWidth),
      symbol.padEnd(symbolWidth),
      ...cells.map((cell, index) => cell.padStart(Math.max(valueWidth, names[index]?.length ?? 0)))
    ].join("  ")
  return {
    header: painter(colored)("dim", line("TIME (UTC)", "SYMBOL", names)),
    line: ({ symbol, time, values }) => line(utcText(time), symbol, values.map(rounded))
  }
}

const rounded = (value: FeatureValue): string =>
  typeof value === "number" && !Number.isInteger(value) ? value.toFixed(4) : textOf(value, "-")

const textOf = (value: FeatureValue, undefinedText: string): string => {
  if (value === null) return undefinedText
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

const timeWidth = 16
const symbolWidth = 6
const valueWidth = 10
