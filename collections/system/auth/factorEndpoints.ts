import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PayloadRequest } from 'payload'
import { knownBrowserCookie } from '@/access/session/cookies'
import type { LiveSession } from '@/access/session/live'
import { renewToken } from '@/access/session/open'
import { signInSettings } from '@/access/session/signInSettings'
import { checkStepUp } from '@/hooks/actions/stepUp'
import { audit } from '@/hooks/audit/writer'
import { confirmCode, startCode } from '@/hooks/factors/code'
import { addPasskey, newPasskeyOptions, passkeyOptions } from '@/hooks/factors/passkey'
import { makeRecoveryCodes, recoveryCodesLeft } from '@/hooks/factors/recovery'
import { factorsOf, noteFactors, ownedBy } from '@/hooks/factors/rows'
import { showFactor, shownIn } from '@/hooks/factors/showFactor'
import { countAttempt, forgetAttempts } from '@/src/lib/attempts'
import { clock } from '@/src/lib/clock'
import { notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { qrOf } from '@/src/lib/qr'
import { sessionAnswer } from './answers'
import {
  aboutUser,
  bodyOf,
  type Handler,
  noStore,
  ownerOf,
  sessionAt,
  text,
  wholeSessionAt,
} from './request'
import { tellOwner } from './tellOwner'

/** Second step of signing in, and the way to show a factor again. */
export const verify: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  const live = await sessionAt(req, surface)
  const shown = shownIn(body)
  if (live.standing === 'enroll' || !live.user.hasFactor)
    throw new Refusal('conflict', 'You have no second factor yet. Set one up first.')
  if (!shown) throw new Refusal('invalid', [{ path: 'code', message: 'Enter the code.' }])
  await showFactor(req, { owner: ownerOf(live), session: live.session, shown })
  const whole: LiveSession = { ...live, standing: 'full' }
  const token = await renewToken(req.payload, live.session.id)
  return sessionAnswer(req, whole, {
    message: 'Signed in.',
    token,
    more: [knownBrowserCookie(surface, live.user.id)],
  })
}

export const verifyOptions: Handler = async (req, surface) => {
  await bodyOf(req)
  const live = await sessionAt(req, surface)
  const options = await passkeyOptions(req.payload, ownerOf(live), live.session)
  return Response.json({ options }, { headers: noStore })
}

/** Shows the factor, or for who has none the password, again; what is sensitive goes on for five minutes. */
export const stepUp: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  await wholeSessionAt(req, surface)
  const password = typeof body['password'] === 'string' ? body['password'] : null
  await checkStepUp(req, { password, shown: shownIn(body) })
  return Response.json({ message: 'Go on.' }, { headers: noStore })
}

/** Who may change factors: who signed in whole and showed it lately, or who has to set up a first one. */
const sessionToChange = async (
  req: PayloadRequest,
  surface: LiveSession['surface'],
): Promise<LiveSession> => {
  const live = await sessionAt(req, surface)
  if (live.standing === 'verify') throw new Refusal('signed-out', 'Sign in first.')
  if (live.standing === 'full') await checkStepUp(req)
  return live
}

const namesFor = async (req: PayloadRequest, { user }: LiveSession) => {
  const practice = (await req.payload.db.findGlobal({ slug: 'practice' })) as {
    name?: string
  } | null // read by name
  return { practice: practice?.name || 'Therapy Ops', account: user.email }
}

/** A factor was added: the session has shown it, a first one brings its recovery codes. */
const added = async (
  req: PayloadRequest,
  live: LiveSession,
  kind: 'code' | 'passkey',
): Promise<Response> => {
  const { payload } = req
  const owner = ownerOf(live)
  const wall = clock.wall().toISOString()
  await noteFactors(payload, owner)
  await payload.db.updateOne({
    collection: 'auth-sessions',
    id: live.session.id,
    data: { mfaAt: wall, mfaMethod: kind },
  })
  const token = await renewToken(payload, live.session.id)
  const isFirst = (await recoveryCodesLeft(payload, owner)) === 0
  const recoveryCodes = isFirst ? await makeRecoveryCodes(payload, owner) : []
  await audit(req, { ...aboutUser(owner), action: 'factor-added', outcome: 'done', reason: kind })
  await tellOwner(req, owner)
  const whole: LiveSession = { ...live, standing: 'full', user: { ...live.user, hasFactor: true } }
  const response = await sessionAnswer(req, whole, {
    message: 'Added.',
    token,
    more: [knownBrowserCookie(live.surface, live.user.id)],
  })
  const facts = (await response.json()) as Record<string, unknown> // made a line before
  return Response.json({ ...facts, recoveryCodes }, { headers: response.headers })
}

export const codeStart: Handler = async (req, surface) => {
  await bodyOf(req)
  const live = await sessionToChange(req, surface)
  const made = await startCode(req, ownerOf(live), await namesFor(req, live))
  return Response.json({ ...made, qr: qrOf(made.uri) }, { headers: noStore })
}

export const codeConfirm: Handler = async (req, surface) => {
  const body = await bodyOf(req)
  const live = await sessionToChange(req, surface)
  const key = `${surface}|${live.user.id}`
  await countAttempt(req, 'factor', key)
  const given = { id: text(body['id']), code: text(body['code']) }
  if (!(await confirmCode(req, ownerOf(live), given))) {
    const message =
      'That code is not right. Look at the newest one in your app; the clock of your phone must be right.'
    throw new Refusal('invalid', [{ path: 'code', message }])
  }
  await forgetAttempts(req.payload, 'factor', key)
  return added(req, live, 'code')
}

const onlyStaff = (surface: string): void => {
  if (surface !== 'staff') throw notFound()
}

export const passkeyStart: Handler = async (req, surface) => {
  onlyStaff(surface)
  await bodyOf(req)
  const live = await sessionToChange(req, surface)
  const options = await newPasskeyOptions(req.payload, ownerOf(live), {
    session: live.session,
    names: await namesFor(req, live),
  })
  return Response.json({ options }, { headers: noStore })
}

export const passkeyConfirm: Handler = async (req, surface) => {
  onlyStaff(surface)
  const body = await bodyOf(req)
  const live = await sessionToChange(req, surface)
  const isAdded = await addPasskey(req.payload, ownerOf(live), {
    session: live.session,
    response: (body['response'] ?? {}) as RegistrationResponseJSON, // its parts are checked by who reads it
    label: text(body['label']).slice(0, 60) || 'Passkey',
  })
  if (!isAdded) {
    const message = 'That passkey could not be checked. Start again and follow your browser.'
    throw new Refusal('invalid', [{ path: 'passkey', message }])
  }
  return added(req, live, 'passkey')
}

/** Ten new recovery codes; the old ones stop working. */
export const recoveryNew: Handler = async (req, surface) => {
  await bodyOf(req)
  const live = await wholeSessionAt(req, surface)
  if (!live.user.hasFactor)
    throw new Refusal('conflict', 'Recovery codes stand in for a second factor. Set one up first.')
  await checkStepUp(req)
  const owner = ownerOf(live)
  const recoveryCodes = await makeRecoveryCodes(req.payload, owner)
  await audit(req, { ...aboutUser(owner), action: 'recovery-codes-made', outcome: 'done' })
  return Response.json({ recoveryCodes }, { headers: noStore })
}

export const factorList: Handler = async (req, surface) => {
  const live = await sessionAt(req, surface)
  if (live.standing === 'verify') throw new Refusal('signed-out', 'Sign in first.')
  const owner = ownerOf(live)
  const rows = await factorsOf(req.payload, owner)
  const { isFactorRequired } = await signInSettings(req.payload)
  return Response.json(
    {
      factors: rows.map(({ id, kind, label, confirmedAt, lastUsedAt }) => ({
        id,
        kind,
        label,
        addedAt: confirmedAt,
        lastUsedAt,
      })),
      recoveryCodesLeft: await recoveryCodesLeft(req.payload, owner),
      isRequired: surface === 'staff' && isFactorRequired,
    },
    { headers: noStore },
  )
}

export const factorRemove: Handler = async (req, surface) => {
  await bodyOf(req)
  const live = await wholeSessionAt(req, surface)
  await checkStepUp(req)
  const id = String(req.routeParams?.['id'] ?? '')
  const owner = ownerOf(live)
  const rows = await factorsOf(req.payload, owner)
  const row = isId(id) ? rows.find((each) => each.id === id) : undefined
  if (!row) throw notFound()
  const { isFactorRequired } = await signInSettings(req.payload)
  if (rows.length === 1 && surface === 'staff' && isFactorRequired) {
    throw new Refusal(
      'refused-by-rule',
      'This is your only second factor, and the practice asks for one. Add another first.',
    )
  }
  await req.payload.db.deleteOne({ collection: 'auth-factors', where: { id: { equals: row.id } } })
  const hasFactor = await noteFactors(req.payload, owner)
  if (!hasFactor) {
    await req.payload.db.deleteMany({
      collection: 'recovery-codes',
      where: { and: ownedBy(owner) },
    })
  }
  await audit(req, {
    ...aboutUser(owner),
    action: 'factor-removed',
    outcome: 'done',
    reason: row.kind,
  })
  await tellOwner(req, owner)
  return Response.json({ message: 'Removed.' }, { headers: noStore })
}
