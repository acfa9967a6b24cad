#!/bin/sh
# run.sh types|browser: checks the types of the page, or opens it in Chromium; 77 where this machine lacks what that takes.
here=$(cd "$(dirname "$0")" && pwd)
packages=$here/../../sim/report/page/node_modules
lacks() { echo "this machine has no $1"; exit 77; }
node=${GOLIVE_NODE:-node}
command -v "$node" >/dev/null || lacks "Node.js"
case $1 in
  types)
    [ -e "$packages/typescript" ] || lacks "TypeScript: npm ci --prefix sim/report/page"
    exec "$node" "$packages/typescript/bin/tsc" --noEmit -p "$here" ;;
  browser)
    [ -e "$packages/playwright-core" ] || lacks "Playwright: npm ci --prefix sim/report/page"
    [ -x "${GOLIVE_CHROMIUM:-/usr/bin/chromium}" ] || lacks "Chromium"
    exec "$node" --test --test-concurrency=1 "$here"/*.test.mjs ;;
esac
