import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

import { Record } from "effect"
import { parseSync } from "oxc-parser"

import type { PatternId } from "../../../src/candlestick/PatternId.ts"
import type { Colour, Rule, RuleForm } from "../../../src/candlestick/Rule.ts"
import { rules } from "../../../src/candlestick/rules/rules.ts"
import type { TalibValue } from "../../../src/candlestick/TalibValue.ts"
import { type Change, changesOf, type Node, nodeIn } from "./changes.ts"

/** A rule with one mistake in it. */
export interface Mutant {
  readonly pattern: PatternId
  /** The mistake: place of the form in the rule, and what was changed. */
  readonly mistake: string
  readonly rule: Rule
}

/** All rules with each mistake that is tried. */
export const allMutants = async (): Promise<ReadonlyArray<Mutant>> => [
  ...Record.toEntries(rules).flatMap(([pattern, rule]) => mutantsOfData(pattern, rule)),
  ...(await mutantsOfConditions())
]

/** Another lookback, another value, another colour. */
const mutantsOfData = (pattern: PatternId, rule: Rule): ReadonlyArray<Mutant> => [
  ...[-1, 1].map((change) => {
    const lookback = rule.lookback + change
    return { pattern, mistake: `lookback ${lookback}`, rule: { ...rule, lookback } }
  }),
  ...rule.forms.flatMap((form, place) => [
    mutant(pattern, rule, place, `value ${opposite[form.value]}`, { ...form, value: opposite[form.value] }),
    ...form.candles.flatMap((colour, nth) =>
      colours
        .filter((other) => other !== colour)
        .map((other) =>
          mutant(pattern, rule, place, `candle ${nth} ${other}`, { ...form, candles: form.candles.with(nth, other) })
        )
    )
  ])
]

const opposite: Readonly<Record<TalibValue, TalibValue>> = {
  [-200]: 200,
  [-100]: 100,
  [-80]: 80,
  80: -80,
  100: -100,
  200: -200
}

const colours: ReadonlyArray<Colour> = ["white", "black", "any"]

const mutant = (pattern: PatternId, rule: Rule, place: number, mistake: string, form: RuleForm): Mutant => ({
  pattern,
  mistake: `${place}: ${mistake}`,
  rule: { ...rule, forms: rule.forms.with(place, form) }
})

/** A condition as it reads with a mistake in it. */
interface WrittenMutant {
  readonly pattern: string
  readonly place: number
  readonly mistake: string
  readonly text: string
}

/** The conditions with each mistake, written into one module per module of rules and imported from there. */
const mutantsOfConditions = async (): Promise<ReadonlyArray<Mutant>> => {
  const folder = mkdtempSync(join(tmpdir(), "candlestick-mutants-"))
  const mutants: Array<Mutant> = []
  try {
    for (const name of readdirSync(sources)) {
      const { imports, written } = writtenMutants(readFileSync(new URL(name, sources), "utf8"))
      if (written.length === 0) continue
      const conditions = written.map(({ text }) => `  ${text}`).join(",\n")
      const path = join(folder, name)
      writeFileSync(path, `${imports}\nexport const conditions = [\n${conditions}\n]\n`)
      const module: { readonly conditions: ReadonlyArray<RuleForm["when"]> } = await import(
        /* @vite-ignore */ pathToFileURL(path).href
      )
      for (const [index, { mistake, pattern, place }] of written.entries()) {
        const [id, rule] = Record.toEntries(rules).find(([each]) => each === pattern) ?? []
        const form = rule?.forms[place]
        const when = module.conditions[index]
        if (id === undefined || rule === undefined || form === undefined || when === undefined) {
          throw new Error(`${pattern} has no condition ${place}`)
        }
        mutants.push(mutant(id, rule, place, mistake, { ...form, when }))
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return mutants
}

const sources = new URL("../../../src/candlestick/rules/", import.meta.url)

const writtenMutants = (source: string) => {
  const { body } = nodeIn(parseSync("rules.ts", source).program)
  const statements = Array.isArray(body) ? body.map(nodeIn) : []
  const imports = statements
    .filter(({ type }) => type === "ImportDeclaration")
    .map((each) =>
      textOf(source, each).replace(/"(\.\.\/.*)"/, (_, path: string) => JSON.stringify(new URL(path, sources).href))
    )
  const helpers = statements.filter(({ type }) => type === "VariableDeclaration")
  const written = statements
    .filter(({ type }) => type === "ExportNamedDeclaration")
    .flatMap((each) => rulesIn(each))
    .flatMap(({ forms, pattern }) =>
      forms.flatMap((form, place) => {
        const own = changesOf(form, source).map((change) => ({ change, text: changed(source, form, change) }))
        const whole = textOf(source, form)
        const ofHelpers = helpers
          .filter((helper) => whole.includes(`${nameOf(helper)}(`))
          .flatMap((helper) =>
            changesOf(helper, source).map((change) => ({
              change,
              text: `(() => { ${changed(source, helper, change)}; return ${whole} })()`
            }))
          )
        return [...own, ...ofHelpers].map(({ change, text }): WrittenMutant => ({
          pattern,
          place,
          mistake: change.mistake,
          text
        }))
      })
    )
  const shared = helpers.map((helper) => textOf(source, helper))
  return { imports: [...imports, ...shared].join("\n"), written }
}

/** The rules in a module, each with the conditions of its forms; `byColour` makes two forms of one. */
const rulesIn = (node: Node): ReadonlyArray<{ readonly pattern: string; readonly forms: ReadonlyArray<Node> }> =>
  propertiesIn(node).flatMap(({ name, value }) => {
    if (!(name in rules)) return []
    const forms = propertiesIn(value).find((each) => each.name === "forms")?.value
    if (forms === undefined) throw new Error(`${name} has no forms`)
    if (forms.type !== "CallExpression") {
      const conditions = propertiesIn(forms).flatMap((each) => (each.name === "when" ? [each.value] : []))
      return [{ pattern: name, forms: conditions }]
    }
    const when = nodeIn(Array.isArray(forms["arguments"]) ? forms["arguments"][0] : undefined)
    return [{ pattern: name, forms: [when, when] }]
  })

const propertiesIn = (node: Node): ReadonlyArray<{ readonly name: string; readonly value: Node }> =>
  childrenIn(node).flatMap((child) => {
    if (child.type !== "Property") return propertiesIn(child)
    return [{ name: String(nodeIn(child["key"])["name"]), value: nodeIn(child["value"]) }]
  })

const childrenIn = (node: Node): ReadonlyArray<Node> =>
  Object.values(node).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).filter(
      (each): each is Node => typeof each === "object" && each !== null && "type" in each
    )
  )

const nameOf = ({ declarations }: Node): string => {
  const first = nodeIn(Array.isArray(declarations) ? declarations[0] : undefined)
  return String(nodeIn(first["id"])["name"])
}

const textOf = (source: string, { end, start }: Node): string => source.slice(start, end)

const changed = (source: string, { end, start }: Node, { from, text, to }: Change): string =>
  source.slice(start, from) + text + source.slice(to, end)
