import { Cause, Layer, Logger, References } from "effect"

/** A line of the log. */
export interface LogLine {
  readonly level: string
  readonly text: string
}

/** A log that a test can read, and the layer that writes it. */
export const recordedLog = () => {
  const lines: Array<LogLine> = []
  const logger = Logger.make<unknown, void>(({ cause, logLevel, message }) => {
    const parts = Array.isArray(message) ? message : [message]
    const because = cause.reasons.length > 0 ? ` ${Cause.pretty(cause)}` : ""
    lines.push({ level: logLevel, text: parts.map(String).join(" ") + because })
  })
  const layer = Layer.mergeAll(Logger.layer([logger]), Layer.succeed(References.MinimumLogLevel, "Info"))
  return { lines, layer }
}
