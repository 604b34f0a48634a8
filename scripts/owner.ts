// npm run owner: the way in for the owner. Without an owner it prints the one-time address of the guided start
// (npm run setup does the same, and serves). With the e-mail address of an owner it prints a new link to
// choose a password: whoever can run this on the server can always get back in, and the access log says so.
//   npm run owner -- rosa@clinic.example --without-factor      lost phone and recovery codes
//   npm run owner -- rosa@clinic.example --sees-patients       is a clinician, too
//   npm run owner -- rosa@clinic.example --works-alone         does the front desk and the billing, too
import type { BasePayload } from 'payload'
import { loadEnv } from 'payload/node'
import { asInProduction } from './lib/practiceEnv.mjs'
import { main, PlainError, say } from './lib/say.mjs'

type OwnerRow = { id: string; name: string; email: string; roles?: string[] | null }

const firstWay = async (payload: BasePayload): Promise<void> => {
  const { env } = await import('@/src/lib/env')
  const { hasOwner, issueSetupToken } = await import('@/collections/system/auth/firstOwner')
  if (await hasOwner(payload)) {
    say(`The practice has its owner. Sign in and go on at ${env.SERVER_URL}/admin/setup`)
    say('An owner who cannot sign in: npm run owner -- <e-mail address of the owner>')
    return
  }
  const { linkFor } = await import('@/collections/system/auth/tokens')
  say('Open this address within a day and make the account of the owner. It works once:')
  say(await linkFor(payload, await issueSetupToken(payload)))
}

const audited = async (payload: BasePayload, id: string, action: string): Promise<void> => {
  const { asSystem } = await import('@/access/asSystem')
  const { audit } = await import('@/hooks/audit/writer')
  const { req } = await asSystem(payload, 'Asked for at the console of the server')
  await audit(req, {
    action,
    outcome: 'done',
    collection: 'staff',
    recordIds: [id],
    patientIds: [],
  })
}

const takeFactor = async (payload: BasePayload, { id, name }: OwnerRow): Promise<void> => {
  const { dropFactors } = await import('@/hooks/factors/rows')
  const { revokeSessions } = await import('@/access/session/open')
  const owner = { surface: 'staff', userId: id } as const
  await dropFactors(payload, owner)
  await payload.db.updateOne({ collection: 'staff', id, data: { hasFactor: false } })
  await revokeSessions(payload, owner)
  await audited(payload, id, 'reset-factors')
  say(`The second factor of ${name} is taken away, and every session of theirs has ended.`)
}

const addRoles = async (
  payload: BasePayload,
  owner: OwnerRow,
  { roles, words }: { roles: readonly string[]; words: string },
): Promise<void> => {
  const { id, name } = owner
  const held = owner.roles ?? []
  const added = roles.filter((role) => !held.includes(role))
  if (!added.length) {
    say(`${name} ${words} already.`)
    return
  }
  await payload.db.updateOne({ collection: 'staff', id, data: { roles: [...held, ...added] } })
  await audited(payload, id, 'grant-roles')
  say(`${name} ${words}, too, from the next page on.`)
}

const letSeePatients = (payload: BasePayload, owner: OwnerRow): Promise<void> =>
  addRoles(payload, owner, { roles: ['clinician'], words: 'is a clinician' })

const letWorkAlone = async (payload: BasePayload, owner: OwnerRow): Promise<void> => {
  const { officeRoles } = await import('@/access/roles')
  await addRoles(payload, owner, {
    roles: officeRoles,
    words: 'does the front desk and the billing',
  })
}

const wayBack = async (payload: BasePayload, owner: OwnerRow): Promise<void> => {
  const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
  const token = await issueToken(payload, {
    purpose: 'invite',
    surface: 'staff',
    userId: owner.id,
  })
  say(`${owner.name} is an owner. Choose a password within three days at:`)
  say(await linkFor(payload, token))
}

const ownerWith = async (payload: BasePayload, email: string): Promise<OwnerRow> => {
  const { docs } = await payload.db.find<OwnerRow>({
    collection: 'staff',
    where: { email: { equals: email } },
    limit: 1,
    pagination: false,
  })
  const [found] = docs
  if (!found?.roles?.includes('owner'))
    throw new PlainError(
      `No owner signs in with ${email}. Owners invite others in the office (People, Staff).`,
    )
  return { ...found, id: String(found.id) }
}

await main(async () => {
  asInProduction()
  loadEnv()
  const words = process.argv.slice(2)
  const [email] = words.filter((word) => !word.startsWith('--'))
  if (email && !email.includes('@'))
    throw new PlainError('Say who: npm run owner -- rosa@clinic.example')
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config })
  if (email) {
    const owner = await ownerWith(payload, email.trim().toLowerCase())
    const isAdding = words.includes('--sees-patients') || words.includes('--works-alone')
    if (words.includes('--sees-patients')) await letSeePatients(payload, owner)
    if (words.includes('--works-alone'))
      await letWorkAlone(payload, await ownerWith(payload, owner.email))
    if (!isAdding) {
      if (words.includes('--without-factor')) await takeFactor(payload, owner)
      await wayBack(payload, owner)
    }
  } else await firstWay(payload)
  await payload.destroy()
  return 0
})
process.exit()
