import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from './processes.mjs'
import { bin, inRoot, root } from './root.mjs'
import { PlainError } from './say.mjs'
import { sourcesFingerprint } from './sources.mjs'

const stampFile = inRoot('.next', 'sources.sha256')
const buildId = inRoot('.next', 'BUILD_ID')

/** Whether the production build is there and made from the sources as they are now. */
export const isBuilt = () =>
  existsSync(buildId) &&
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === sourcesFingerprint()

/** Makes the production build when it is not there or older than the sources. Answers whether it had to. */
export const ensureBuild = async () => {
  if (isBuilt()) return false
  const fingerprint = sourcesFingerprint()
  const { code, output } = await run(bin('next'), ['build'], {
    cwd: root,
    capture: true,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // A build reads no data: it gets a key folder of its own instead of making one in ./data.
      KEY_DIR: inRoot('.cache', 'build-keys'),
    },
  })
  if (code !== 0) throw new PlainError(`${output}\nThe production build failed; see above.`)
  writeFileSync(stampFile, fingerprint)
  return true
}
