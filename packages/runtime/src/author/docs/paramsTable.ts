import { type DescribedParam, describedParams } from "./describedParams.ts"
import { markdownTable } from "./markdownTable.ts"

/** The params of a part as a Markdown table, from their JSON Schema and the defaults that are known; undefined without any. */
export const paramsTable = (schema: unknown, defaults: object): string | undefined =>
  paramsTableOf(describedParams(schema, defaults))

/** These params as a Markdown table; undefined without any. */
export const paramsTableOf = (params: ReadonlyArray<DescribedParam>): string | undefined => {
  if (params.length === 0) return undefined
  const rows = params.map(({ default: value, description, isRequired, name, type }) => [
    `\`${name}\``,
    type,
    defaultText(value, isRequired),
    description
  ])
  return markdownTable(["Param", "Type", "Default", "What it is"], rows)
}

const defaultText = (value: unknown, isRequired: boolean): string => {
  if (value !== undefined) return `\`${JSON.stringify(value)}\``
  return isRequired ? "none, must be set" : "see its code"
}
