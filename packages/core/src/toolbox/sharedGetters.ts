/**
 * The getters of a class as descriptors of fields that each object of it has as its own, so that a copy of the object has
 * the fields. The functions are the same for all objects, as those of an object literal would not be: the compiler then
 * sees through the read, and a number that is read needs no object.
 *
 * @example
 * const ownFields = sharedGetters(ReadIndicator.prototype)
 * // in the constructor: Object.defineProperties(this, ownFields)
 */
export const sharedGetters = (prototype: object): PropertyDescriptorMap => {
  const { constructor: _, ...getters } = Object.getOwnPropertyDescriptors(prototype)
  return Object.fromEntries(
    Object.entries(getters).map(([field, getter]) => [field, Object.assign(getter, { enumerable: true })])
  )
}
