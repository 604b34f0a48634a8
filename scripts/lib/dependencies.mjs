import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { run } from './processes.mjs'
import { inRoot, root } from './root.mjs'
import { PlainError, say } from './say.mjs'

const stampFile = inRoot('node_modules', '.installed-lockfile')
const oldestNode = [20, 20]

const fingerprint = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(process.version)
    .digest('hex')

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new PlainError(
    `Therapy Ops needs Node ${oldestNode.join('.')} or later; this is ${process.version}.`,
  )
}

const isInstalled = (wanted) => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted

/** Installs exactly what the lockfile names, when it is not there yet or the lockfile changed. */
export const ensureDependencies = async () => {
  checkNode()
  const wanted = fingerprint()
  if (isInstalled(wanted)) return
  say('Installing packages (npm ci) ...')
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    capture: true,
    // A production environment would leave out what builds and tests the product.
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (code !== 0)
    throw new PlainError(`${output}\nnpm ci could not install the packages; see above.`)
  writeFileSync(stampFile, wanted)
}
