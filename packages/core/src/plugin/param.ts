import { Effect, Schema } from "effect"

/**
 * A param: the schema that its value must fit, what it is for, and the value it has when the operator sets none.
 *
 * @example
 * params: Schema.Struct({
 *   minimumGain: param(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), "Least rise, as a share of the price", 0.01)
 * })
 */
export const param = <Value, Setting>(
  schema: Schema.Codec<Value, Setting>,
  description: string,
  byDefault: NoInfer<Setting>
) => schema.annotate({ description }).pipe(Schema.withDecodingDefaultKey(Effect.succeed(byDefault)))
