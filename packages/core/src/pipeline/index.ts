export type { CallMeter } from "./CallMeter.ts"
export { type BreakerState, CircuitBreaker } from "./CircuitBreaker.ts"
export type { DetectorRecord } from "./DetectorRecord.ts"
export {
  defaultPipelineSettings,
  type Explaining,
  idleDetectors,
  makePipelinePlan,
  type PipelinePlan,
  type PipelineSettings
} from "./PipelinePlan.ts"
export type { PipelineSnapshot } from "./PipelineSnapshot.ts"
export type { DatedNearMiss, PartFault, PipelineStep } from "./PipelineStep.ts"
export { SymbolPipeline } from "./SymbolPipeline.ts"
