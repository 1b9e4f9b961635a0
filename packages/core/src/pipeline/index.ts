export type { Gate } from "./Gate.ts"
export {
  defaultPipelineSettings,
  makePipelinePlan,
  type PipelinePlan,
  type PipelineSettings,
  starvedDetectors
} from "./PipelinePlan.ts"
export { type DetectorFault, SymbolPipeline } from "./SymbolPipeline.ts"
