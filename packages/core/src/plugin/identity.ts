import { Schema } from "effect"

/** What every part of a plugin says of itself. */
export interface Identity {
  /** Lower-case kebab name, unique among the loaded parts of its kind. */
  readonly name: string
  /** Semantic version. */
  readonly version: string
  /** What it is for, in a sentence. */
  readonly summary: string
}

/** A definition breaks the contract in a way that its types cannot show. Thrown where it is defined. */
export class InvalidDefinition extends Schema.TaggedError<InvalidDefinition>()("InvalidDefinition", {
  /** Kind and name, such as `detector three-up`. */
  part: Schema.String,
  problem: Schema.String,
  expected: Schema.String
}) {
  override get message() {
    return `${this.part}: ${this.problem}; expected ${this.expected}`
  }
}

/** `name@version`, as detections and reports name a part. */
export const idOf = ({ name, version }: Identity): string => `${name}@${version}`

/** Throws {@link InvalidDefinition} unless name, version and summary are what they should be. */
export const checkIdentity = (kind: string, { name, summary, version }: Identity): void => {
  const part = `${kind} ${String(name)}`
  if (!kebabName.test(name)) {
    throw new InvalidDefinition({
      part,
      problem: `the name is ${JSON.stringify(name)}`,
      expected: "lower-case words joined by hyphens, such as three-up"
    })
  }
  if (!semanticVersion.test(version)) {
    throw new InvalidDefinition({
      part,
      problem: `the version is ${JSON.stringify(version)}`,
      expected: "a semantic version such as 1.0.0"
    })
  }
  if (typeof summary !== "string" || summary.trim() === "") {
    throw new InvalidDefinition({
      part,
      problem: "there is no summary",
      expected: "a sentence that says what it is for"
    })
  }
}

/** Throws {@link InvalidDefinition} unless these fields of the definition are functions, as they may not be in JavaScript. */
export const checkFunctions = (kind: string, name: string, functions: Readonly<Record<string, unknown>>): void => {
  for (const [field, value] of Object.entries(functions)) {
    if (typeof value === "function") continue
    throw new InvalidDefinition({
      part: `${kind} ${name}`,
      problem: `${field} is ${typeof value}`,
      expected: "a function"
    })
  }
}

/** Throws {@link InvalidDefinition} unless the field is a list of words of this form, at least one. */
export const checkWords = (
  part: string,
  field: string,
  words: unknown,
  { example, form }: { readonly form: RegExp; readonly example: string }
): void => {
  if (!Array.isArray(words) || words.length === 0) {
    throw new InvalidDefinition({ part, problem: `${field} names nothing`, expected: `a list such as ["${example}"]` })
  }
  const wrong = words.find((word) => typeof word !== "string" || !form.test(word))
  if (wrong !== undefined) {
    throw new InvalidDefinition({
      part,
      problem: `${field} has ${JSON.stringify(wrong)}`,
      expected: `words such as ${example}`
    })
  }
}

const kebabName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const semanticVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/
