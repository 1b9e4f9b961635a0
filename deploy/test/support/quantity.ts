/** Mebibytes of a Kubernetes memory quantity, in the two units that our manifests use. */
export const mebibytes = (quantity: string): number => {
  const [, digits, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity) ?? []
  if (digits === undefined) throw new Error(`not a memory quantity in Mi or Gi: ${quantity}`)
  return Number(digits) * (unit === "Gi" ? 1024 : 1)
}

/** Thousandths of a CPU. */
export const millicores = (quantity: string): number =>
  quantity.endsWith("m") ? Number(quantity.slice(0, -1)) : Number(quantity) * 1000
