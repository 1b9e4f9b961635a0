/** One metric of a Prometheus exposition. */
export interface Family {
  readonly type: string
  readonly help: string
  readonly samples: ReadonlyMap<string, number>
}

/** Parses the text format of Prometheus 0.0.4 and throws at the first line that breaks its rules. */
export const parseExposition = (text: string): ReadonlyMap<string, Family> => {
  if (!text.endsWith("\n")) throw new Error("the last line does not end")
  const families = new Map<string, Family & { readonly samples: Map<string, number> }>()
  const help = new Map<string, string>()
  for (const line of text.slice(0, -1).split("\n")) {
    const [, keyword, subject = "", words = ""] = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line) ?? []
    if (keyword === "HELP") {
      if (help.has(subject)) throw new Error(`second help: ${line}`)
      help.set(subject, words)
    } else if (keyword === "TYPE") {
      if (families.has(subject)) throw new Error(`second type: ${line}`)
      if (!/^(counter|gauge|histogram)$/.test(words)) throw new Error(`unknown type: ${line}`)
      families.set(subject, { type: words, help: help.get(subject) ?? "", samples: new Map() })
    } else {
      const [, name, labels = "", value] = sample.exec(line) ?? []
      if (name === undefined) throw new Error(`not a sample: ${line}`)
      const family = families.get(name) ?? families.get(name.replace(/_(bucket|sum|count)$/, ""))
      if (family === undefined) throw new Error(`a sample before its type: ${line}`)
      if (family.samples.has(name + labels)) throw new Error(`second sample: ${line}`)
      family.samples.set(name + labels, Number(value))
    }
  }
  return families
}

const label = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`
const sample = new RegExp(
  String.raw`^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{${label}(?:,${label})*\})? (-?[0-9.]+(?:e[+-]?[0-9]+)?|[+-]Inf|NaN)$`
)
