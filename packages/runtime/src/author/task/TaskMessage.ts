/** What the process of a task tells. */
export type TaskMessage<Event, Output> =
  /** How far it has come. */
  | { readonly _tag: "Event"; readonly event: Event }
  | { readonly _tag: "Done"; readonly output: Output }
  /** It cannot be done, for a reason that the message tells. */
  | { readonly _tag: "Failed"; readonly problem: string }
  /** Mjolnir itself is at fault. */
  | { readonly _tag: "Died"; readonly origin: string }
  /** Something that nobody waited for has thrown, such as a timer. */
  | { readonly _tag: "Threw"; readonly reason: string }
