import { cpSync, mkdirSync } from 'node:fs'
import { demoEnvironment, demoFolder, removeDemo, seedDemo } from './demoData.mjs'
import { anyFreePort } from './ports.mjs'
import { inRoot } from './root.mjs'

const clinics = [1, 2].map((number) => inRoot('.cache', 'e2e', `clinic-${number}`))

/**
 * Fills the two equal clinics that the browser's tests find (playwright.config.ts): one for the stories, which
 * move its clock and its people, one for everything else. Throws with what the seed printed.
 */
export const fillClinics = async () => {
  mkdirSync(inRoot('.cache', 'e2e'), { recursive: true })
  for (const folder of clinics) removeDemo(demoFolder(folder))
  const [first, second] = clinics
  const files = demoFolder(first)
  await seedDemo(files, demoEnvironment(files, await anyFreePort()), { capture: true })
  cpSync(first, second, { recursive: true })
}
