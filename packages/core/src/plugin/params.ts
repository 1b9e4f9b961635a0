import { Predicate, Result, Schema, SchemaIssue } from "effect"

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
  const decoded = Schema.decodeUnknownResult(schema)(settings, { errors: "all", onExcessProperty: "error" })
  return Result.mapBoth(decoded, {
    onFailure: (failure) => new InvalidParams({ part, problems: problemsIn(failure) }),
    onSuccess: (params) => ({ params: frozen(params), canonical: canonicalJson(params) })
  })
}

/** All symbols share the params, so nobody may change them. */
const frozen = <Params>(params: Params): Params => {
  if (Array.isArray(params) || Predicate.isObject(params)) for (const inner of Object.values(params)) frozen(inner)
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

const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  )
