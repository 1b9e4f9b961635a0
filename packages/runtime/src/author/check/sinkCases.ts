import type { Sink } from "@mjolnir/core"
import type { Result } from "effect"

import type { AuthorCase } from "./AuthorCase.ts"
import { openingCase } from "./openingCase.ts"

/** The case that a sink opens and closes. Nothing is delivered: it would go out into the world. */
export const sinkCases = ({
  open
}: Result.Result.Success<ReturnType<Sink["configure"]>>): ReadonlyArray<AuthorCase> => [openingCase("K01", open)]
