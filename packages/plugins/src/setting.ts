import { param } from "@mjolnir/core"
import { Schema } from "effect"

/** A number of zero or more that an operator may set, with what it is for and its default. */
export const setting = (description: string, byDefault: number) =>
  param(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)), description, byDefault)
