// Signing in against the hash of one password.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'
import { median } from './load'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { hashPassword } = await import('@/src/lib/crypto')

const rounds = 15
const password = 'harbour light above the bay'

const payload = await getPayload({ config })
const passwordHash = await hashPassword(password)
for (let number = 0; number < rounds; number += 1)
  await payload.db.create({
    collection: 'staff',
    data: {
      name: `Kim ${number}`,
      email: `kim${number}@example.test`,
      roles: ['clinician'],
      isActive: true,
      passwordHash,
      rev: 1,
    },
  })

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const signIn = async (number: number): Promise<void> => {
  const response = await handleEndpoints({
    config,
    request: new Request('http://localhost:3000/api/staff/login', {
      method: 'POST',
      headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' },
      body: JSON.stringify({ email: `kim${number}@example.test`, password }),
    }),
  })
  if (response.status !== 200) throw new Error(await response.text())
}

const turns: { ours: number; hash: number }[] = []
for (let number = 0; number < rounds; number += 1) {
  const hash = await took(() => hashPassword(password))
  turns.push({ ours: await took(() => signIn(number)), hash })
}
const lines: Line[] = [
  {
    part: 'signing in',
    what: 'a sign-in; against: one password hash',
    unit: 'ms',
    ours: median(turns.map(({ ours }) => ours)),
    against: median(turns.map(({ hash }) => hash)),
    ratio: median(turns.map(({ ours, hash }) => ours / hash)),
    wanted: '<= 2',
  },
]
writeFileSync(file, JSON.stringify(lines))
process.exit(0)
