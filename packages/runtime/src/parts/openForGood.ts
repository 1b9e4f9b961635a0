import type { Open, OpenPart } from "@mjolnir/core"
import { Duration, Effect, type Scope } from "effect"

import type { PartHealth } from "./PartHealth.ts"
import { PartProblem } from "./PartProblem.ts"
import { pauseAfter } from "./pauseAfter.ts"

/** How long a part may take to build its services before it is stopped and tried again. */
const openLimit = Duration.seconds(30)
/** How long it may take to release them before it is left to itself. */
const closeLimit = Duration.seconds(1)

/** Pauses between attempts to open a part. */
const openPauses = { first: Duration.seconds(1), longest: Duration.minutes(1) }

/** Opens a part, again and again until that works, and closes it with the scope. */
export const openForGood = <Input, Output>(
  part: { readonly open: Open<Input, Output> },
  health: PartHealth
): Effect.Effect<OpenPart<Input, Output>, never, Scope.Scope> =>
  Effect.gen(function* () {
    for (let failures = 0; ; failures++) {
      const result = yield* Effect.result(openOnce(part.open))
      if (result._tag === "Success") {
        yield* health.worked
        return result.success
      }
      yield* health.failed(result.failure.message)
      yield* Effect.sleep(yield* pauseAfter(failures, openPauses))
    }
  })

const openOnce = <Input, Output>(open: Open<Input, Output>) =>
  Effect.acquireRelease(
    Effect.tryPromise({ try: (signal) => openUnlessStopped(open, signal), catch: PartProblem.of }).pipe(
      Effect.timeoutOrElse({ duration: openLimit, orElse: () => tooLong })
    ),
    close,
    { interruptible: true }
  )

const tooLong = new PartProblem({
  reason: "late",
  problem: `opening it took longer than ${Duration.format(openLimit)}`
})

/** A part that opens although it was told to stop belongs to nobody and is closed at once. */
const openUnlessStopped = async <Input, Output>(open: Open<Input, Output>, signal: AbortSignal) => {
  const part = await open(signal)
  if (signal.aborted) part.close().catch(() => {})
  return part
}

const close = <Input, Output>(part: OpenPart<Input, Output>): Effect.Effect<void> =>
  Effect.tryPromise({ try: () => part.close(), catch: PartProblem.of }).pipe(
    Effect.timeoutOption(closeLimit),
    Effect.catch(({ message }) => Effect.logWarning(`A plugin's part could not be closed: ${message}`)),
    Effect.asVoid
  )
