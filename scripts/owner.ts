// npm run owner -- "Rosa Lind" rosa@clinic.example: makes the first owner of an empty practice and prints
// the link with which that person chooses a password. For somebody who is an owner already it prints a
// new link: whoever can run this on the server can always get back in, and the access log says so.
// With --without-factor an owner who lost phone and recovery codes starts without a second factor.
import { loadEnv } from 'payload/node'
import { main, PlainError, say } from './lib/say.mjs'

type OwnerRow = { id: string; email: string; roles?: string[] | null }

await main(async () => {
  loadEnv()
  const words = process.argv.slice(2)
  const takesFactor = words.includes('--without-factor')
  const [name, given] = words.filter((word) => !word.startsWith('--'))
  const email = given?.trim().toLowerCase()
  if (!name || !email?.includes('@')) {
    throw new PlainError('Say who: npm run owner -- "Rosa Lind" rosa@clinic.example')
  }
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const { asSystem } = await import('@/access/asSystem')
  const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
  const payload = await getPayload({ config })
  const rows = await payload.db.find<OwnerRow>({ collection: 'staff', limit: 0, pagination: false })
  const known = rows.docs.find((row) => row.email === email)
  const owners = rows.docs.filter((row) => row.roles?.includes('owner'))
  if (owners.length && !known?.roles?.includes('owner')) {
    throw new PlainError(
      `The practice has an owner already: ${owners[0]?.email}. Owners invite others in the office (People, Staff).`,
    )
  }
  const system = await asSystem(payload, 'First owner, made at the console of the server')
  const { id } = known ?? (await system.create({ collection: 'staff', data: { name, email } }))
  if (!known)
    await payload.db.updateOne({ collection: 'staff', id: String(id), data: { roles: ['owner'] } })
  if (takesFactor && known) {
    const { audit } = await import('@/hooks/audit/writer')
    const { dropFactors } = await import('@/hooks/factors/rows')
    const { revokeSessions } = await import('@/access/session/open')
    const owner = { surface: 'staff', userId: String(id) } as const
    await dropFactors(payload, owner)
    await payload.db.updateOne({
      collection: 'staff',
      id: owner.userId,
      data: { hasFactor: false },
    })
    await revokeSessions(payload, owner)
    await audit(system.req, {
      action: 'reset-factors',
      outcome: 'done',
      collection: 'staff',
      recordIds: [owner.userId],
      patientIds: [],
    })
    say(`The second factor of ${name} is taken away, and every session of theirs has ended.`)
  }
  const token = await issueToken(payload, {
    purpose: 'invite',
    surface: 'staff',
    userId: String(id),
  })
  say(`${name} is the owner. Choose a password within three days at:`)
  say(await linkFor(payload, token))
  await payload.destroy()
  return 0
})
process.exit()
