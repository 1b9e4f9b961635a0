# The base must carry Node 26: the sources are TypeScript and run as they are, by Node's own type stripping.
# For a reproducible image pass a digest: --build-arg BASE_IMAGE=node:26-bookworm-slim@sha256:…
ARG BASE_IMAGE=node:26-bookworm-slim

FROM ${BASE_IMAGE} AS build
WORKDIR /app
# Manifests first, so that a change in the sources does not install the dependencies anew.
COPY package.json package-lock.json ./
COPY packages/core/package.json packages/core/
COPY packages/plugins/package.json packages/plugins/
COPY packages/runtime/package.json packages/runtime/
# No install scripts: the root's own belong to a developer's checkout and their tools are not in the image.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Real directories outside node_modules, where the workspace links point: Node strips no types inside node_modules.
COPY packages/core/src packages/core/src
COPY packages/plugins/src packages/plugins/src
COPY packages/runtime/src packages/runtime/src

FROM ${BASE_IMAGE}
ENV NODE_ENV=production
WORKDIR /app
# Owned by root and read by everyone: the service cannot change its own code.
COPY --from=build /app /app
# A number, since runAsNonRoot cannot tell from a name that it is not root.
USER 10001:10001
EXPOSE 8080
# Exec form: node is process 1 and gets SIGTERM itself.
ENTRYPOINT ["node", "/app/packages/runtime/src/mjolnir.ts"]
CMD ["run"]
