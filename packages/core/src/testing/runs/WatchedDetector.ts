import { Result } from "effect"

import type { Match, ProvisionalMatch } from "../../domain/Match.ts"
import type { ConfiguredDetector, ConfiguredOn, RawMatch } from "../../plugin/ConfiguredDetector.ts"
import type { Detector } from "../../plugin/defineDetector.ts"
import type { CalledOn } from "../../plugin/DetectorDefinition.ts"

/** A detector of which a test sees everything that it returns. */
export class WatchedDetector {
  /** To be run in the place of the detector. */
  readonly detector: Detector
  readonly #matches: Array<Match> = []
  readonly #provisional: Array<ProvisionalMatch> = []

  constructor(detector: Detector) {
    this.detector = {
      ...detector,
      configure: (settings) => Result.map(detector.configure(settings), (configured) => this.#watched(configured))
    }
  }

  /** What was returned for closed candles since this was last asked. */
  takeMatches(): ReadonlyArray<Match> {
    return this.#matches.splice(0)
  }

  /** What was returned for forming candles since this was last asked. */
  takeProvisional(): ReadonlyArray<ProvisionalMatch> {
    return this.#provisional.splice(0)
  }

  #watched(configured: ConfiguredDetector): ConfiguredDetector {
    return configured.on === "tick" ? telling(configured, this.#provisional) : telling(configured, this.#matches)
  }
}

const telling = <On extends CalledOn>(configured: ConfiguredOn<On>, found: Array<RawMatch<On>>): ConfiguredOn<On> => ({
  ...configured,
  start: () => {
    const running = configured.start()
    return {
      ...running,
      detect: (window, context) => {
        const matches = running.detect(window, context)
        // What is no array is a failure, which the host tells.
        if (Array.isArray(matches)) found.push(...matches)
        return matches
      }
    }
  }
})
