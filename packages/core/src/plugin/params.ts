import { Cause, Exit, Predicate, Result, Schema, SchemaIssue } from "effect"

import { canonicalJson } from "./canonicalJson.ts"
import { partError } from "./partError.ts"

/** A Schema that a part's params can have: whatever decodes settings without help. */
export type ParamsSchema = Schema.ConstraintDecoder<unknown>

/** The settings of a part do not fit its params. */
export class InvalidParams extends Schema.TaggedError<InvalidParams>()("InvalidParams", {
  /** Name of the detector, gate, scorer, sink or feed. */
  part: Schema.String,
  /** Each with its path, such as `minimumGain: Expected a finite number`. */
  problems: Schema.Array(Schema.String)
}) {
  override get message() {
    return `${this.part}: ${this.problems.join("; ")}`
  }
}

/** Params as they run, and as the text that identifies them. */
export interface DecodedParams<Params> {
  readonly params: Params
  /** JSON with sorted keys: equal params give equal text. */
  readonly canonical: string
}

/** Decodes settings from a file by the params of a part; a setting that the part does not have is a problem. */
export const decodeParams = <Schema_ extends ParamsSchema>(
  part: string,
  schema: Schema_,
  settings: unknown
): Result.Result<DecodedParams<Schema_["Type"]>, InvalidParams> => {
  const stray = isEmptyStruct(schema) && Predicate.isObject(settings) ? Object.keys(settings) : []
  if (stray.length > 0) {
    return Result.fail(new InvalidParams({ part, problems: stray.map((name) => `${name}: there is no such param`) }))
  }
  const decoded = Schema.decodeUnknownExit(schema)(settings, { errors: "all", onExcessProperty: "error" })
  if (Exit.isSuccess(decoded)) {
    return Result.succeed({ params: frozen(decoded.value), canonical: canonicalJson(decoded.value) })
  }
  const problem = Cause.squash(decoded.cause)
  // What a schema does is the author's code, such as a default that throws.
  const problems = Schema.isSchemaError(problem)
    ? problemsIn(problem)
    : [`params: cannot be decoded: ${partError(decoded.cause).message}`]
  return Result.fail(new InvalidParams({ part, problems }))
}

/** All symbols share the params, so nobody may change them. */
const frozen = <Params>(params: Params): Params => {
  // Bytes cannot be frozen.
  if (ArrayBuffer.isView(params)) return params
  if (Predicate.isObjectOrArray(params)) for (const inner of Object.values(params)) frozen(inner)
  return Object.freeze(params)
}

/** The params as a JSON Schema, for documentation and forms. */
export const describeParams = (schema: Schema.Constraint): unknown => Schema.toJsonSchemaDocument(schema).schema

/** A struct without fields takes whatever it is given, and that would become a part of the detections' ids. */
const isEmptyStruct = (schema: unknown): boolean =>
  Predicate.hasProperty(schema, "fields") &&
  Predicate.isObject(schema.fields) &&
  Object.keys(schema.fields).length === 0

const problemsIn = ({ issue }: Schema.SchemaError): ReadonlyArray<string> =>
  formatIssue(issue).issues.map(({ message, path }) => `${(path ?? []).map(String).join(".") || "params"}: ${message}`)

const formatIssue = SchemaIssue.makeFormatterStandardSchemaV1()
