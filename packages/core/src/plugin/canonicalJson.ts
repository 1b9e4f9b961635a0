/**
 * A value as JSON with sorted keys: equal values give equal text, and different ones different text. What JSON does not
 * have is written as an object with its kind as the key, such as `{"bigint":"5"}`.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(canonical(value))

const canonical = (value: unknown): unknown => {
  if (typeof value === "bigint") return { bigint: String(value) }
  if (typeof value === "number") return Number.isFinite(value) ? value : { number: String(value) }
  if (typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.map(canonical)
  if (value instanceof Map) return { map: sorted([...value]) }
  if (value instanceof Set) return { set: sorted([...value]) }
  if (value instanceof RegExp) return { regExp: String(value) }
  if ("toJSON" in value && typeof value.toJSON === "function") return canonical(value.toJSON())
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, inner]) => [name, canonical(inner)]))
}

/** Maps and sets are equal in whatever order they were filled. */
const sorted = (items: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  items
    .map((item) => ({ item: canonical(item), text: canonicalJson(item) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ item }) => item)
