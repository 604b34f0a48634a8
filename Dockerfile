FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 TZ=UTC
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /keys /files && chown node:node /keys /files
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=40s \
  CMD node -e "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# Not through npm: the server itself must receive the signal to stop.
CMD ["node", "--max-semi-space-size=8", "scripts/start.mjs"]
