import { Predicate } from "effect"

/** A param of a part as its users see it. */
export interface DescribedParam {
  readonly name: string
  /** In words, such as `whole number from 2 to 50`. */
  readonly type: string
  /** Undefined when it has none, or none that is known. */
  readonly default: unknown
  readonly isRequired: boolean
  /** What it is; empty when its author says nothing. */
  readonly description: string
}

/** The params of a part in their order, from their JSON Schema and the defaults that are known. */
export const describedParams = (schema: unknown, defaults: object): ReadonlyArray<DescribedParam> => {
  const properties = fieldOf(schema, "properties")
  if (!Predicate.isObject(properties)) return []
  const required = fieldOf(schema, "required")
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeText(property),
    default: fieldOf(property, "default") ?? Reflect.get(defaults, name),
    isRequired: Array.isArray(required) && required.includes(name),
    description: String(fieldOf(property, "description") ?? "")
  }))
}

const fieldOf = (value: unknown, field: string): unknown =>
  Predicate.hasProperty(value, field) ? value[field] : undefined

/** A type in words, such as `whole number from 2 to 50`. */
const typeText = (schema: unknown): string => {
  const choices = fieldOf(schema, "enum")
  if (Array.isArray(choices)) return choiceText(choices)
  const options = fieldOf(schema, "anyOf")
  if (Array.isArray(options)) return options.map(typeText).join(" or ")
  const type = fieldOf(schema, "type")
  switch (type) {
    case "integer":
      return `whole number${rangeText(schema)}`
    case "number":
      return `number${rangeText(schema)}`
    case "array":
      return `list of ${typeText(fieldOf(schema, "items"))}`
    case "string":
      return "text"
    case "boolean":
      return "`true` or `false`"
    default:
      return typeof type === "string" ? type : "anything"
  }
}

/** The values of which one may be chosen; of very many only how many, and the first. */
const choiceText = (choices: ReadonlyArray<unknown>): string => {
  const told = choices.map((choice) => `\`${JSON.stringify(choice)}\``)
  return told.length > mostChoices ? `one of ${told.length}, such as ${told[0]}` : told.join(" or ")
}

const mostChoices = 12

/** The bounds of a number, wherever the schema has put them. */
const rangeText = (schema: unknown): string => {
  const places = [schema, ...listOf(fieldOf(schema, "allOf"))]
  const bound = (field: string): number | undefined =>
    places.map((place) => fieldOf(place, field)).find((value) => typeof value === "number")
  const least = bound("minimum")
  const above = bound("exclusiveMinimum")
  const most = bound("maximum")
  const below = bound("exclusiveMaximum")
  const from = least === undefined || least === Number.MIN_SAFE_INTEGER ? "" : ` from ${least}`
  const to = most === undefined || most === Number.MAX_SAFE_INTEGER ? "" : ` ${from === "" ? "up " : ""}to ${most}`
  return [
    from === "" || to !== "" ? from : ` of at least ${least}`,
    above === undefined ? "" : ` above ${above}`,
    to,
    below === undefined ? "" : ` below ${below}`
  ].join("")
}

const listOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])
