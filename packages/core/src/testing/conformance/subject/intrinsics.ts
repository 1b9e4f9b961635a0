/** What everything shares: the globals and the prototypes of the language. */
const shared: Readonly<Record<string, object>> = {
  globalThis,
  Object,
  "Object.prototype": Object.prototype,
  Array,
  "Array.prototype": Array.prototype,
  "Function.prototype": Function.prototype,
  Number,
  "Number.prototype": Number.prototype,
  "String.prototype": String.prototype,
  "Boolean.prototype": Boolean.prototype,
  "Symbol.prototype": Symbol.prototype,
  "Error.prototype": Error.prototype,
  "RegExp.prototype": RegExp.prototype,
  "Promise.prototype": Promise.prototype,
  "Map.prototype": Map.prototype,
  "Set.prototype": Set.prototype,
  "Iterator.prototype": Iterator.prototype,
  "Float64Array.prototype": Float64Array.prototype,
  Date,
  "Date.prototype": Date.prototype,
  Math,
  JSON,
  Reflect
}

/** What `use` has changed of what everything shares, by name. It is put back. */
export const changedIntrinsics = (use: () => void): ReadonlyArray<string> => {
  // Some globals come into being when they are looked at for the first time.
  for (const object of Object.values(shared)) propertiesOf(object)
  const before = Object.entries(shared).map(([name, object]) => [name, object, propertiesOf(object)] as const)
  use()
  return before.flatMap(([name, object, properties]) =>
    restore(object, properties).map((key) => `${name}.${String(key)}`)
  )
}

type Properties = ReadonlyMap<PropertyKey, PropertyDescriptor | undefined>

const propertiesOf = (object: object): Properties =>
  new Map(Reflect.ownKeys(object).map((key) => [key, Reflect.getOwnPropertyDescriptor(object, key)] as const))

/** Puts back what is otherwise than before, and gives its keys. */
const restore = (object: object, before: Properties): ReadonlyArray<PropertyKey> => {
  const now = propertiesOf(object)
  const added = [...now.keys()].filter((key) => !before.has(key))
  // A global that is made when it is first looked at has a getter before, and a value afterwards.
  const changed = [...before].filter(
    ([key, was]) => was !== undefined && "value" in was && !Object.is(was.value, now.get(key)?.value)
  )
  for (const key of added) Reflect.deleteProperty(object, key)
  for (const [key, was] of changed) if (was !== undefined) Reflect.defineProperty(object, key, was)
  return [...added, ...changed.map(([key]) => key)]
}
