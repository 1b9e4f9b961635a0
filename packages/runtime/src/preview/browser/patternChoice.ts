import { element, elementById } from "./element.ts"

/** Offers to look at one pattern alone, where there is more than one; `chosen` is told undefined for all. */
export const patternChoice = (patterns: ReadonlyArray<string>, chosen: (pattern: string | undefined) => void): void => {
  const choice = elementById("pattern", HTMLSelectElement)
  choice.hidden = patterns.length < 2
  choice.append(...patterns.map((pattern, index) => element("option", { value: String(index) }, pattern)))
  choice.addEventListener("change", () => chosen(patterns[Number(choice.value)]))
}
