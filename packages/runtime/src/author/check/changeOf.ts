/** What a call changed in the thing that it was given, in words; undefined when it left it as it was. */
export const changeOf = <Thing extends object>(thing: Thing, call: (copy: Thing) => unknown): string | undefined => {
  const copy = structuredClone(thing)
  call(copy)
  const before = Object.entries(thing)
  const changed = before.find(([field, value]) => JSON.stringify(Reflect.get(copy, field)) !== JSON.stringify(value))
  if (changed !== undefined) return `it changed ${changed[0]}`
  const added = Object.keys(copy).find((field) => !(field in thing))
  return added === undefined ? undefined : `it added ${added}`
}
