import type { PipelineSettings } from "@mjolnir/core/pipeline"

import type { ConfiguredParts } from "./configureParts.ts"

/** What the configured parts of plugins mean for the settings of a pipeline. */
export const pipelineParts = ({
  filters,
  gates,
  params,
  scorers
}: ConfiguredParts): Pick<PipelineSettings, "params" | "filters" | "gates" | "scorers"> => ({
  params,
  filters,
  gates,
  scorers: scorers.flatMap((scorer) => (scorer.score === undefined ? [] : [scorer]))
})
