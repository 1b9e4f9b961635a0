import { InvalidParams, type Plugin } from "@mjolnir/core"
import { Effect, Predicate, Result, Schema, SchemaIssue } from "effect"

import type { Mistake } from "./pluginExport.ts"

/**
 * The host's own view of what `definePlugin` made in a plugin's code. A plugin brings its own copy of the SDK and of
 * Effect, so that its parts are known by their shape alone, and what their `configure` gives is told anew in the host's
 * classes.
 */
export const adoptPlugin = (exported: object): Result.Result<Plugin, Mistake> => {
  const decoded = Schema.decodeUnknownResult(PluginShape)(exported, { errors: "all" })
  if (Result.isFailure(decoded)) {
    const [issue] = formatIssue(decoded.failure.issue).issues
    return Result.fail({
      problem: `${(issue?.path ?? []).map(String).join(".")}: ${issue?.message}`,
      remedy: "let defineDetector, defineGate … and definePlugin of @mjolnir/core make the plugin and its parts"
    })
  }
  const { detectors, feeds, gates, scorers, sinks, ...rest } = decoded.success
  const plugin = {
    ...rest,
    feeds: feeds.map(adoptPart),
    detectors: detectors.map(adoptPart),
    scorers: scorers.map(adoptPart),
    gates: gates.map(adoptPart),
    sinks: sinks.map(adoptPart)
  }
  // The shape is checked as far as data can be; what its functions give is guarded where they are called.
  return Result.succeed(plugin as unknown as Plugin)
}

type Configure = (settings: unknown) => unknown

const isFunction = (value: unknown): value is (...args: ReadonlyArray<unknown>) => unknown =>
  typeof value === "function"

const Function = Schema.declare(isFunction, { expected: "a function" })

const identity = { name: Schema.NonEmptyString, version: Schema.NonEmptyString, summary: Schema.NonEmptyString }

const part = <const Kind extends string>(kind: Kind) => ({
  ...identity,
  kind: Schema.Literal(kind),
  describeParams: Function,
  configure: Schema.declare((value): value is Configure => isFunction(value), { expected: "a function" })
})

/** A plugin that was built before a kind of parts came into being has no list of it. */
const listOf = <Part extends Schema.Constraint>(part: Part) =>
  Schema.Array(part).pipe(Schema.withDecodingDefaultKey(Effect.succeed([])))

const DescriptionShape = Schema.Struct({
  means: Schema.NonEmptyString,
  rule: Schema.NonEmptyString,
  source: Schema.NonEmptyString,
  example: Schema.Array(Schema.Array(Schema.Finite).check(Schema.isMinLength(4), Schema.isMaxLength(5)))
})

const DetectorShape = Schema.Struct({
  ...part("detector"),
  on: Schema.Literals(["candle", "tick"]),
  emits: Schema.Array(Schema.NonEmptyString),
  // A detector that was built before patterns could be described has none of it.
  patterns: Schema.Record(Schema.String, DescriptionShape).pipe(Schema.withDecodingDefaultKey(Effect.succeed({}))),
  intervals: Schema.UndefinedOr(Schema.Array(Schema.String)),
  filters: Schema.Record(Schema.String, Schema.Unknown),
  priceScale: Schema.Literals(["relative", "absolute"]),
  can: Schema.Record(Schema.String, Schema.Boolean)
})

const PluginShape = Schema.Struct({
  ...identity,
  kind: Schema.Literal("plugin"),
  sdk: Schema.NonEmptyString,
  isolation: Schema.Literals(["inline", "worker"]),
  feeds: listOf(Schema.Struct(part("feed"))),
  // A feature is used as it is, by the detectors that read it.
  features: listOf(Schema.declare((value): value is object => Predicate.isObject(value), { expected: "a feature" })),
  detectors: listOf(DetectorShape),
  scorers: listOf(Schema.Struct(part("scorer"))),
  gates: listOf(Schema.Struct({ ...part("gate"), reasons: Schema.Array(Schema.NonEmptyString) })),
  sinks: listOf(Schema.Struct(part("sink")))
})

const adoptPart = <Part extends { readonly name: string; readonly configure: Configure }>(part: Part): Part => ({
  ...part,
  configure: (settings: unknown) => configured(part.name, part.configure, settings)
})

const configured = (part: string, configure: Configure, settings: unknown): Result.Result<unknown, InvalidParams> => {
  const failed = (problems: ReadonlyArray<string>) => Result.fail(new InvalidParams({ part, problems }))
  let result: unknown
  try {
    result = configure(settings)
  } catch (cause) {
    return failed([`params: configure throws: ${Predicate.isError(cause) ? cause.message : String(cause)}`])
  }
  if (Predicate.hasProperty(result, "success")) return Result.succeed(result.success)
  if (Predicate.hasProperty(result, "failure") && Predicate.hasProperty(result.failure, "problems")) {
    const { problems } = result.failure
    if (Array.isArray(problems)) return failed(problems.map(String))
  }
  return failed(["params: configure gives neither a success nor a failure"])
}

const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()
