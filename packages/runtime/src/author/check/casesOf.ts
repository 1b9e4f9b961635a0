import type { Detector, InvalidParams } from "@mjolnir/core"
import { Result } from "effect"

import type { PluginSettings, SettablePart } from "../../config/PluginSettings.ts"
import type { InlinePlugin } from "../../plugins/LoadedPlugin.ts"
import { chosenDetectors, type NoSuchDetector } from "../chosenDetectors.ts"
import type { AuthorCase } from "./AuthorCase.ts"
import type { CheckInput } from "./CheckInput.ts"
import { detectorCases } from "./detectorCases.ts"
import { featureCases } from "./featureCases.ts"
import { feedCases } from "./feedCases.ts"
import { gateCases } from "./gateCases.ts"
import { manifestCases } from "./manifestCases.ts"
import { scorerCases } from "./scorerCases.ts"
import { settingsCase } from "./settingsCase.ts"
import { sinkCases } from "./sinkCases.ts"

/** The cases of a plugin as a whole, or of one of its parts. */
export interface PartCases {
  /** Kind and `name@version`. */
  readonly part: string
  readonly cases: ReadonlyArray<AuthorCase>
}

/** Everything to try of a plugin, part by part; fails when the detector that is asked for is not there. */
export const casesOf = (
  loaded: InlinePlugin,
  settings: PluginSettings,
  input: CheckInput
): Result.Result<ReadonlyArray<PartCases>, NoSuchDetector> => {
  const { plugin } = loaded
  const whole: PartCases = { part: partName(plugin), cases: manifestCases(loaded) }
  const paramsOf = (kind: SettablePart, { name }: Named) => settings[kind][name]?.params
  const detectorsOf = (detectors: ReadonlyArray<Detector>) =>
    detectors.map((detector) => ofDetector(detector, paramsOf("detectors", detector), input))
  if (input.detector !== undefined) {
    return Result.map(chosenDetectors(loaded, input.detector), (chosen) => [whole, ...detectorsOf(chosen)])
  }
  return Result.succeed([
    whole,
    ...detectorsOf(plugin.detectors),
    ...plugin.features.map((feature) => ({ part: partName(feature), cases: featureCases(feature, input.series) })),
    ...plugin.feeds.map((feed) => ofPart("D", feed, paramsOf("feeds", feed), feedCases)),
    ...plugin.gates.map((gate) => ofPart("G", gate, paramsOf("gates", gate), gateCases)),
    ...plugin.scorers.map((scorer) => ofPart("S", scorer, paramsOf("scorers", scorer), scorerCases)),
    ...plugin.sinks.map((sink) => ofPart("K", sink, paramsOf("sinks", sink), sinkCases))
  ])
}

/** Without params that fit there is nothing to examine but the params. */
const ofDetector = (detector: Detector, params: Params | undefined, input: CheckInput): PartCases => {
  const configured = detector.configure(params ?? {})
  const cases = Result.isSuccess(configured) ? detectorCases(detector, params ?? {}, input) : []
  return { part: partName(detector), cases: [settingsCase("C00", configured, params, true), ...cases] }
}

const ofPart = <Configured>(
  letter: string,
  part: ConfigurablePart<Configured>,
  params: Params | undefined,
  casesOf: (configured: Configured) => ReadonlyArray<AuthorCase>
): PartCases => {
  const configured = part.configure(params ?? {})
  const cases = Result.isSuccess(configured) ? casesOf(configured.success) : []
  return { part: partName(part), cases: [settingsCase(`${letter}00`, configured, params, false), ...cases] }
}

type Params = Readonly<Record<string, unknown>>

interface Named {
  readonly name: string
}

interface NamedPart extends Named {
  readonly kind: string
  readonly version: string
}

interface ConfigurablePart<out Configured> extends NamedPart {
  readonly configure: (settings: unknown) => Result.Result<Configured, InvalidParams>
}

const partName = ({ kind, name, version }: NamedPart): string => `${kind} ${name}@${version}`
