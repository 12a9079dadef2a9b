# Waymark in a container. It needs a MongoDB replica set beside it: see docker-compose.yml.
FROM node:24-slim AS build
WORKDIR /waymark
ENV TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN npm ci --no-audit --no-fund && npx turbo run build

FROM node:24-slim AS packages
WORKDIR /waymark
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY packages/contract/package.json packages/contract/
COPY packages/roadmaps/package.json packages/roadmaps/
# The client is built already: its libraries stay out.
RUN npm ci --omit=dev --workspace @waymark/api --no-audit --no-fund

FROM node:24-slim
WORKDIR /waymark
ENV NODE_ENV=production HOST=0.0.0.0 WAYMARK_DATA_DIR=/data
COPY --from=packages /waymark ./
COPY --from=build /waymark/apps/api/dist apps/api/dist
COPY --from=build /waymark/apps/web/dist apps/web/dist
COPY --from=build /waymark/packages/contract/dist packages/contract/dist
COPY --from=build /waymark/packages/roadmaps/dist packages/roadmaps/dist
COPY --from=build /waymark/packages/roadmaps/content packages/roadmaps/content
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/dist/main.js"]
