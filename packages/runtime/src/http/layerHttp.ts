import { createServer } from "node:http"

import { layer as layerNodeServer } from "@effect/platform-node/NodeHttpServer"
import { Effect, Layer, Schema } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"

import { keyFigures, prometheusText } from "./metricsReport.ts"
import { pluginsReport } from "./pluginsReport.ts"
import { health, type ProbeReport, ready, startup } from "./probes.ts"

/** The port for probes and metrics cannot be listened on. */
export class PortUnavailable extends Schema.TaggedError<PortUnavailable>()("PortUnavailable", {
  host: Schema.String,
  port: Schema.Int,
  reason: Schema.String
}) {
  override get message() {
    return `Cannot listen on ${this.host}:${this.port} (PORT): ${this.reason}`
  }
}

/** Serves `/health`, `/ready`, `/startup`, `/metrics` and `/api/v1/plugins`. Port 0 takes a free one. */
export const layerHttp = (host: string, port: number) =>
  HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
    Layer.provideMerge(
      layerNodeServer(createServer, { host, port, gracefulShutdownTimeout: "500 millis" }).pipe(
        Layer.catch(({ cause }) =>
          Layer.effectContext(
            new PortUnavailable({ host, port, reason: cause instanceof Error ? cause.message : String(cause) })
          )
        )
      )
    )
  )

const probe = <R>(report: Effect.Effect<ProbeReport, never, R>) =>
  Effect.map(report, (body) => HttpServerResponse.jsonUnsafe(body, { status: body.status === "failing" ? 503 : 200 }))

const metrics = Effect.gen(function* () {
  const { headers } = yield* HttpServerRequest.HttpServerRequest
  if (headers["accept"]?.includes("application/json") === true) {
    return HttpServerResponse.jsonUnsafe(yield* keyFigures)
  }
  return HttpServerResponse.text(yield* prometheusText, { contentType: "text/plain; version=0.0.4; charset=utf-8" })
})

const routes = HttpRouter.addAll([
  HttpRouter.route("GET", "/health", probe(health)),
  HttpRouter.route("GET", "/startup", probe(startup)),
  HttpRouter.route("GET", "/ready", probe(ready)),
  HttpRouter.route("GET", "/metrics", metrics),
  HttpRouter.route(
    "GET",
    "/api/v1/plugins",
    Effect.map(pluginsReport, (report) => HttpServerResponse.jsonUnsafe(report))
  )
])
