/** A rectangle in pixels; `left` and `top` are its corner. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A label and the point that it speaks of, beside which it wants to stand. */
export interface LabelWish {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly side: "above" | "below" | "right"
}

/** The room for labels: where they must be, what they must leave free, and what they should. */
export interface LabelRoom {
  readonly area: Box
  readonly taken: ReadonlyArray<Box>
  readonly busy: ReadonlyArray<Box>
}

/**
 * Where labels stand: inside the area, on nothing that is taken and not on each other as far as there is room, and as
 * near as can be to their points. The first label has the first choice.
 */
export const placeLabels = (wishes: ReadonlyArray<LabelWish>, { area, busy, taken }: LabelRoom): ReadonlyArray<Box> => {
  const occupied = [...taken]
  return wishes.map((wish) => {
    const places = candidates(wish).map((place, rank) => {
      const box = inside(place, area)
      return { box, cost: covered(box, occupied) * 10 + covered(box, busy) + rank * reluctance }
    })
    const { box } = places.reduce((one, other) => (one.cost <= other.cost ? one : other))
    occupied.push(box)
    return box
  })
}

/** Best first. */
const candidates = ({ height, side, width, x, y }: LabelWish): ReadonlyArray<Box> => {
  const sign = side === "below" ? 1 : -1
  const beside = { left: x + distance, top: y - height / 2, width, height }
  const stacked = [1, -1, 2, -2, 3, -3, 4, -4, 5].flatMap((row) => {
    const away = distance + (Math.abs(row) - 1) * (height + spacing)
    const top = row * sign < 0 ? y - away - height : y + away
    return [x - width / 2, x + distance, x - width - distance].map((left) => ({ left, top, width, height }))
  })
  return side === "right" ? [beside, ...stacked] : [...stacked, beside]
}

const inside = (box: Box, area: Box): Box => ({
  ...box,
  left: Math.max(area.left, Math.min(box.left, area.left + area.width - box.width)),
  top: Math.max(area.top, Math.min(box.top, area.top + area.height - box.height))
})

/** Square pixels of the box that others cover. */
const covered = (box: Box, others: ReadonlyArray<Box>): number =>
  others.reduce((sum, other) => {
    const width = Math.min(box.left + box.width, other.left + other.width) - Math.max(box.left, other.left)
    const height = Math.min(box.top + box.height, other.top + other.height) - Math.max(box.top, other.top)
    return width > 0 && height > 0 ? sum + width * height : sum
  }, 0)

const distance = 9
const spacing = 3
/** Square pixels that the next best place must save. */
const reluctance = 25
