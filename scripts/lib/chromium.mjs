import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { hasProgram, run } from './processes.mjs'
import { inRoot } from './root.mjs'
import { PlainError, say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const onPath = (name) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

const ownOfPlaywright = () => {
  try {
    const { chromium } = createRequire(inRoot('package.json'))('@playwright/test')
    const file = chromium.executablePath()
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

/** Path of a browser that is here already, or undefined. */
export const findChromium = () => {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : undefined
  return [
    ...names.map(onPath),
    ...names.map((name) => `/usr/bin/${name}`).filter(existsSync),
    ownOfPlaywright(),
  ].find(Boolean)
}

const isRoot = () => process.getuid?.() === 0

const howTo =
  'Install Chromium (on Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or set CHROMIUM_PATH to a Chrome or Chromium program.'

/** Path of a browser; installs Debian's Chromium when it may. Throws a sentence that says how to provide one. */
export const ensureChromium = async () => {
  const found = findChromium()
  if (found) return found
  const given = process.env['CHROMIUM_PATH']
  if (given) throw new PlainError(`CHROMIUM_PATH names ${given}, which is not there. ${howTo}`)
  if (!isRoot() || !(await hasProgram('apt-get')))
    throw new PlainError(`There is no browser to test with. ${howTo}`)
  say("Installing Debian's Chromium (apt-get) ...")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { capture: true, env })
  const { output } = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    {
      capture: true,
      env,
    },
  )
  const installed = findChromium()
  if (!installed) throw new PlainError(`${output}\nChromium could not be installed. ${howTo}`)
  return installed
}
