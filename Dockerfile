# syntax=docker/dockerfile:1
# Not a later 24 before better-sqlite3 knows its headers: docs/adr/0001.
# Build: everything that compiles (better-sqlite3 where its prebuilt binary is refused) stays in this stage.
FROM node:24.18-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY src ./src
COPY migrations ./migrations
RUN npm run build && npm prune --omit=dev

# Run: no compiler, no npm cache, not root. The root file system may be read-only (`docker run --read-only`):
# nothing but /data is written.
FROM node:24.18-bookworm-slim
ENV NODE_ENV=production TELLAL_DATA=/data
WORKDIR /app
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn* \
  && install -d -o node -g node -m 700 /data
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE README.md ./
COPY config ./config
USER node
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=1m --timeout=10s --start-period=2m --retries=3 CMD ["node", "dist/src/main.js", "health"]
ENTRYPOINT ["node", "dist/src/main.js"]
CMD ["start"]
