#!/usr/bin/env node
// npm run build: the production build, unless there is one of the same sources already.
import { ensureBuild } from './lib/build.mjs'
import { stopChildrenWithUs } from './lib/processes.mjs'
import { main, say } from './lib/say.mjs'

await main(async () => {
  stopChildrenWithUs()
  say((await ensureBuild()) ? 'Built.' : 'The production build is up to date.')
})
