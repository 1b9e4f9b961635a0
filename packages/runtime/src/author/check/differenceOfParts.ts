import { isDeepStrictEqual } from "node:util"

import { partKinds } from "@mjolnir/core"

import type { PluginParts } from "../../plugins/PluginManifest.ts"

/** The first thing that a manifest says otherwise than the code of the parts; undefined when they agree. */
export const differenceOfParts = (manifest: PluginParts, code: PluginParts): string | undefined => {
  for (const kind of partKinds) {
    const written: ReadonlyArray<DescribedPart> = manifest[kind]
    const real: ReadonlyArray<DescribedPart> = code[kind]
    const one = kind.slice(0, -1)
    const missing = real.find(({ name }) => !written.some((part) => part.name === name))
    if (missing !== undefined) return `the ${one} ${missing.name} is not in package.json`
    const stray = written.find(({ name }) => !real.some((part) => part.name === name))
    if (stray !== undefined) return `package.json has the ${one} ${stray.name}, and the code does not`
    for (const [index, part] of real.entries()) {
      const same = written.filter(({ name }) => name === part.name)
      const nth = real.slice(0, index).filter(({ name }) => name === part.name).length
      const field = differentField(same[nth] ?? {}, part)
      if (field !== undefined) return `${one} ${part.name}: ${field}`
    }
  }
  return undefined
}

interface DescribedPart {
  readonly name: string
}

const differentField = (written: object, real: object): string | undefined => {
  for (const [field, inCode] of Object.entries(real)) {
    const inManifest: unknown = Reflect.get(written, field)
    // What a manifest may leave out is as the SDK has it when a definition leaves it out.
    if (inManifest === undefined && optional.has(field)) continue
    if (isDeepStrictEqual(inManifest, inCode)) continue
    return field === "params"
      ? "params are described otherwise than the code has them"
      : `${field} is ${textOf(inManifest)} in package.json and ${textOf(inCode)} in the code`
  }
  const stray = Object.keys(written).find((field) => !(field in real))
  return stray === undefined ? undefined : `${stray} is in package.json, and the code does not say it`
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? "absent"

const optional: ReadonlySet<string> = new Set(["params"])
