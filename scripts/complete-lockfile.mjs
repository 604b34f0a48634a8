#!/usr/bin/env node
// Some registries lag behind with the builds of a package for other systems. npm then leaves those
// builds out of the lockfile without a word, and `npm ci` refuses the lockfile afterwards. This adds
// them by name, version and system, as their parent declares them; with --check it only tells.
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x']

const lock = JSON.parse(readFileSync(file, 'utf8'))

const isFound = (from, name) => {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
  }
}

const buildOf = (name, version, parent) => {
  const parts = name.split(/[-/]/)
  const os = systems.find((system) => parts.includes(system))
  const cpu = processors.find((processor) => parts.includes(processor))
  if (!os || !cpu) return null
  const libc = parts.some((part) => part.startsWith('musl')) ? 'musl' : 'glibc'
  return {
    version,
    cpu: [cpu],
    ...(parent.dev ? { dev: true } : {}),
    ...(os === 'linux' ? { libc: [libc] } : {}),
    optional: true,
    os: [os],
  }
}

const added = []
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isFound(path, name)) continue
    const build = buildOf(name, version, parent)
    if (!build) continue
    lock.packages[`node_modules/${name}`] = build
    added.push(name)
  }
}

if (!added.length) {
  process.stdout.write('The lockfile is whole.\n')
} else if (process.argv.includes('--check')) {
  process.stdout.write(
    `The lockfile lacks ${added.join(', ')}.\nRun: node scripts/complete-lockfile.mjs\n`,
  )
  process.exitCode = 1
} else {
  const { '': root, ...rest } = lock.packages
  lock.packages = {
    '': root,
    ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))),
  }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`Added ${added.length} builds to the lockfile.\n`)
}
