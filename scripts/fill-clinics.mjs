#!/usr/bin/env node
// Fills the clinics of the browser's tests; playwright.config.ts calls it when npm test has not.
import { fillClinics } from './lib/clinics.mjs'
import { stopChildrenWithUs } from './lib/processes.mjs'
import { root } from './lib/root.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  process.chdir(root)
  stopChildrenWithUs()
  await fillClinics()
})
