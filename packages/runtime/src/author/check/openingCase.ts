import { Effect } from "effect"

import { type AuthorCase, failed, passed, thrownText } from "./AuthorCase.ts"

/** The case that a part with services can be opened and closed. Nothing is delivered and nobody is asked. */
export const openingCase = (id: string, open: (signal: AbortSignal) => Promise<Closable>): AuthorCase => ({
  id,
  title: "it opens and closes",
  reason: "the service tries again for as long as a part cannot be opened, and cannot end while one does not close",
  hint: "look at the Layer of its services: what it builds when it is opened, and what it releases",
  examine: Effect.acquireUseRelease(
    Effect.tryPromise({ try: open, catch: thrownText }),
    () => Effect.void,
    (part) => Effect.tryPromise({ try: () => part.close(), catch: thrownText })
  ).pipe(
    Effect.timeoutOrElse({ duration: limit, orElse: () => Effect.fail(`it was not done after ${limit}`) }),
    Effect.match({ onFailure: failed, onSuccess: () => passed("opened and closed, with nothing in between") })
  )
})

interface Closable {
  readonly close: () => Promise<void>
}

const limit = "10 seconds"
