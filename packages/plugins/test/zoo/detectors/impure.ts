import { existsSync } from "node:fs"

import { noMatch } from "@mjolnir/core"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf, rises } from "../detectorWith.ts"

export const readsTheClock: BadDetector = {
  bad: "Leaves out old candles by Date.now",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "reads-the-clock",
      detect: (window) => (rises(window) && Date.now() > window.time(0) ? [matchOf(window)] : noMatch)
    })
}

export const readsTheDate: BadDetector = {
  bad: "Asks new Date() for the year",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "reads-the-date",
      detect: (window) => (rises(window) && new Date().getUTCFullYear() > 2000 ? [matchOf(window)] : noMatch)
    })
}

export const readsTheTimeZone: BadDetector = {
  bad: "Takes the hour of a candle in the time zone of the machine",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "reads-the-time-zone",
      detect: (window) => (rises(window) && new Date(window.time(0)).getHours() < 24 ? [matchOf(window)] : noMatch)
    })
}

export const takesTheClockAlong: BadDetector = {
  bad: "Has taken Date.now before it could be watched, and puts the time into the metadata",
  caughtBy: ["C01"],
  make: () => {
    const { now } = Date
    return detectorWith({
      name: "takes-the-clock-along",
      detect: (window) => (rises(window) ? [matchOf(window, { metadata: { seen: now() } })] : noMatch)
    })
  }
}

export const throwsDice: BadDetector = {
  bad: "Makes its confidence by Math.random",
  caughtBy: ["C01", "C12"],
  make: () =>
    detectorWith({
      name: "throws-dice",
      detect: (window) => (rises(window) ? [matchOf(window, { confidence: Math.random() })] : noMatch)
    })
}

export const asksTheNetwork: BadDetector = {
  bad: "Sends a request with fetch, whose answer it does not wait for",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "asks-the-network",
      detect: (window) => {
        if (window.time(0) % 3_600_000 === 0) fetch("http://127.0.0.1:9/rising").catch(() => {})
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
}

export const asksTheFileSystem: BadDetector = {
  bad: "Looks whether there is a file, by a named import of node:fs",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "asks-the-file-system",
      detect: (window) => (rises(window) && !existsSync("/no/such/list") ? [matchOf(window)] : noMatch)
    })
}

export const asksTheEnvironment: BadDetector = {
  bad: "Takes a setting from process.env",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "asks-the-environment",
      detect: (window) => (rises(window) && process.env["RISING"] !== "off" ? [matchOf(window)] : noMatch)
    })
}

export const setsATimer: BadDetector = {
  bad: "Does something later, by setTimeout, and hides that it failed",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "sets-a-timer",
      detect: (window) => {
        try {
          clearTimeout(setTimeout(() => {}, 1_000))
        } catch {
          // Who is watched is told so by an error.
        }
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
}

export const writesALog: BadDetector = {
  bad: "Tells the console when something looks odd",
  caughtBy: ["C12"],
  make: () =>
    detectorWith({
      name: "writes-a-log",
      detect: (window) => {
        // oxlint-disable-next-line no-console -- This is what is bad about it.
        console.assert(window.volume(0) >= 0, "an odd volume")
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
}
