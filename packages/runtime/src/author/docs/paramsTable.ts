import { Predicate } from "effect"

import { markdownTable } from "./markdownTable.ts"

/** The params of a part as a Markdown table, from their JSON Schema and the defaults that are known; undefined without any. */
export const paramsTable = (schema: unknown, defaults: object): string | undefined => {
  const properties = fieldOf(schema, "properties")
  if (!Predicate.isObject(properties) || Object.keys(properties).length === 0) return undefined
  const required = fieldOf(schema, "required")
  const rows = Object.entries(properties).map(([name, property]) => [
    `\`${name}\``,
    typeText(property),
    defaultText(
      fieldOf(property, "default") ?? Reflect.get(defaults, name),
      Array.isArray(required) && required.includes(name)
    ),
    String(fieldOf(property, "description") ?? "")
  ])
  return markdownTable(["Param", "Type", "Default", "What it is"], rows)
}

const fieldOf = (value: unknown, field: string): unknown =>
  Predicate.hasProperty(value, field) ? value[field] : undefined

const defaultText = (value: unknown, isRequired: boolean): string => {
  if (value !== undefined) return `\`${JSON.stringify(value)}\``
  return isRequired ? "none, must be set" : "see its code"
}

/** A type in words, such as `whole number from 2 to 50`. */
const typeText = (schema: unknown): string => {
  const choices = fieldOf(schema, "enum")
  if (Array.isArray(choices)) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(" or ")
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
