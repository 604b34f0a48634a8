import { generate } from 'otplib'
import type { TestApp } from './boot'
import { type Client, clientOf, cookiesIn, testPassword } from './client'

/** What an authenticator app shows, now or some half minutes away. */
export const appCode = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 })

/** The next code that was not used yet: tests are quicker than half minutes. */
export const freshCode = async (app: TestApp, userId: string, secret: string): Promise<string> => {
  await app.payload.db.updateMany({
    collection: 'auth-factors',
    where: { userId: { equals: userId } },
    data: { lastUsedStep: 0 },
  })
  return appCode(secret)
}

type Surface = 'staff' | 'portal'

/** The first step alone: a client whose factor is still to come where there is one. */
export const passwordOnly = async (
  app: TestApp,
  email: string,
  surface: Surface = 'staff',
): Promise<Client> => {
  const answer = await clientOf(app).post(`/api/auth/${surface}/login`, {
    email,
    password: testPassword,
  })
  if (answer.status !== 200) throw new Error(`Sign-in of ${email} answered ${answer.status}`)
  return clientOf(app, { cookie: cookiesIn(answer) })
}

export type Enrolled = { client: Client; secret: string; recoveryCodes: string[] }

/** Sets an authenticator app up through the doors, as the page does. */
export const enrollCode = async (
  app: TestApp,
  client: Client,
  surface: Surface = 'staff',
): Promise<Enrolled> => {
  const base = `/api/auth/${surface}/factors/code`
  const started = await client.post(`${base}/start`)
  const { id, secret } = started.body
  const code = await appCode(secret)
  const confirmed = await client.post(`${base}/confirm`, { id, code })
  if (confirmed.status !== 200)
    throw new Error(`Setting up answered ${started.status}, ${confirmed.status}`)
  return {
    client: clientOf(app, { cookie: cookiesIn(confirmed) }),
    secret,
    recoveryCodes: confirmed.body.recoveryCodes,
  }
}
