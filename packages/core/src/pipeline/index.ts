export { detectionId, type DetectionIdentity } from "./detectionId.ts"
export { cooldown, type Gate, type GateFactory, minimumConfidence } from "./Gate.ts"
export {
  defaultPipelineSettings,
  makePipelinePlan,
  type PipelinePlan,
  type PipelineSettings,
  starvedDetectors
} from "./PipelinePlan.ts"
export { type DetectorFault, type PipelineStep, SymbolPipeline } from "./SymbolPipeline.ts"
