import { Effect, Queue } from "effect"

/** Items that wait to be delivered, a bounded number of them, in their order; when it is full the oldest gives way. */
export interface DeliveryQueue<Item> {
  readonly offer: (item: Item) => void
  /** Waits for the oldest item and hands it to `deliver`; it leaves the queue only when that succeeds. */
  readonly deliverNext: <E, R>(deliver: (item: Item) => Effect.Effect<void, E, R>) => Effect.Effect<void, E, R>
  /** Items that wait, the one under way included. */
  readonly size: () => number
}

/**
 * Makes a queue for one who delivers. `onDropped` is called for each item that is lost: not for one that gives way while
 * it is under way and reaches its goal all the same.
 */
export const makeDeliveryQueue = <Item>(capacity: number, onDropped: () => void): Effect.Effect<DeliveryQueue<Item>> =>
  Effect.map(Queue.sliding<Item>(capacity), (waiting) => {
    let underWay: { isDisplaced: boolean } | undefined
    return {
      size: () => Queue.sizeUnsafe(waiting),
      offer: (item) => {
        if (Queue.isFullUnsafe(waiting)) {
          // Whether the one under way is lost shows when its delivery ends.
          if (underWay?.isDisplaced === false) underWay.isDisplaced = true
          else onDropped()
        }
        Queue.offerUnsafe(waiting, item)
      },
      deliverNext: (deliver) =>
        Effect.gen(function* () {
          const item = yield* Queue.peek(waiting)
          const delivery = { isDisplaced: false }
          underWay = delivery
          yield* deliver(item).pipe(
            Effect.onError(() =>
              Effect.sync(() => {
                underWay = undefined
                if (delivery.isDisplaced) onDropped()
              })
            )
          )
          if (!delivery.isDisplaced) Queue.takeUnsafe(waiting)
          underWay = undefined
        })
    }
  })
