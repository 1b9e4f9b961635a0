import type { Open } from "../../plugin/openPart.ts"
import { PartFailed } from "./PartFailed.ts"

/** A part whose calls are effects. */
interface EffectfulPart<Input, Output> {
  readonly id: string
  readonly open: Open<Input, Output>
}

/**
 * Opens a part as a host does, calls it with one input after the other, and closes it. Rejects with {@link PartFailed}
 * when it cannot be opened or a call fails.
 */
export const callEach = async <Input, Output>(
  kind: "sink" | "scorer",
  { id, open }: EffectfulPart<Input, Output>,
  inputs: ReadonlyArray<Input>,
  nameOf: (index: number) => string
): Promise<ReadonlyArray<Output>> => {
  const failingAt = (at: string) => (cause: unknown) => {
    throw new PartFailed({ kind, part: id, at, problem: cause instanceof Error ? cause.message : String(cause) })
  }
  const part = await open().catch(failingAt("the start of its services"))
  try {
    const outputs: Array<Output> = []
    for (const [index, input] of inputs.entries()) {
      outputs.push(await part.call(input).catch(failingAt(nameOf(index))))
    }
    return outputs
  } finally {
    await part.close()
  }
}
