import { expect, type Page, test } from '@playwright/test'
import { generate } from 'otplib'
import { demoPassword, openBrowser, signInStaff } from './support/story'

/** A security key that is always there and always finds its person. */
const plugInKey = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const signInPortal = async (page: Page, email: string): Promise<void> => {
  await page.goto('/portal/sign-in')
  await page.getByLabel(/E-mail/).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test('somebody of the staff makes a passkey and signs in with it, and takes it away again', async ({
  browser,
}) => {
  const strangers: string[] = []
  const context = await openBrowser(browser, strangers)
  const page = await context.newPage()
  await plugInKey(page)
  await signInStaff(page, 'priya@harbour.example')
  await page.goto('/admin/signing-in')
  await page.getByRole('button', { name: 'Set up a second factor' }).click()
  await page.getByRole('button', { name: 'Passkey' }).click()
  await expect(
    page.getByRole('region', { name: 'Recovery codes' }).getByRole('listitem'),
  ).toHaveCount(10)
  await page.getByRole('button', { name: 'I kept them' }).click()
  await expect(page.getByRole('cell', { name: /^Passkey/ })).toBeVisible()
  await page.goto('/admin/logout')
  await page.waitForURL(/login/)
  await page.goto('/admin/login')
  await page.getByLabel('E-mail').fill('priya@harbour.example')
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  // The password alone opens nothing.
  const usePasskey = page.getByRole('button', { name: /passkey/i })
  await expect(usePasskey).toBeVisible()
  expect((await page.request.get('/api/staff')).status()).toBeGreaterThanOrEqual(401)
  await usePasskey.click()
  await page.waitForURL((url) => url.pathname === '/admin')
  expect((await page.request.get('/api/staff')).status()).toBe(200)
  await page.goto('/admin/signing-in')
  await page.getByRole('button', { name: /^Remove/ }).click()
  await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible()
  expect(strangers).toEqual([])
  await context.close()
})

test('a patient sets up a code, signs in with it, ends another session and turns it off', async ({
  browser,
}) => {
  const strangers: string[] = []
  const email = 'elliot.bauer@example.com'
  const context = await openBrowser(browser, strangers, { viewport: { width: 390, height: 844 } })
  const other = await openBrowser(browser, strangers)
  const [page, elsewhere] = [await context.newPage(), await other.newPage()]
  await signInPortal(elsewhere, email)
  await elsewhere.waitForURL((url) => !url.pathname.includes('sign-in'))
  await signInPortal(page, email)
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.goto('/portal/security')
  await page.getByRole('button', { name: 'Set it up' }).click()
  const key = (await page.locator('form code').textContent()) ?? ''
  await page
    .getByLabel('Code', { exact: true })
    .fill(await generate({ secret: key.replaceAll(' ', '') }))
  await page.getByRole('button', { name: 'Turn it on' }).click()
  const codes = page.locator('.codes code')
  await expect(codes).toHaveCount(10)
  const [first, second] = await codes.allInnerTexts()
  await page.getByRole('button', { name: 'I kept them' }).click()
  await expect(page.getByText('Recovery codes left: 10.')).toBeVisible()

  // Whoever has no code yet is signed out elsewhere by the person.
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toBeHidden()
  await elsewhere.goto('/portal/appointments')
  await elsewhere.waitForURL(/sign-in/)

  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/sign-in/)
  await signInPortal(page, email)
  await page.getByRole('button', { name: /recovery code/ }).click()
  await page.getByLabel('Recovery code').fill(first ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  await page.goto('/portal/security')
  await expect(page.getByText('Recovery codes left: 9.')).toBeVisible()
  await expect(page.getByText('Recovery code used').first()).toBeVisible()
  await page.getByRole('button', { name: 'Turn it off' }).click()
  const dialog = page.getByRole('dialog')
  const off = page.getByRole('button', { name: 'Set it up' })
  await expect(dialog.or(off).first()).toBeVisible()
  if (await dialog.isVisible()) {
    await dialog.getByRole('button', { name: 'Use a recovery code' }).click()
    await dialog.getByLabel('Recovery code').fill(second ?? '')
    await dialog.getByRole('button', { name: 'Go on' }).click()
  }
  await expect(off).toBeVisible()
  expect(strangers).toEqual([])
  await Promise.all([context.close(), other.close()])
})

test('the portal says that a session ends soon, and lets one stay', async ({ browser }) => {
  const context = await openBrowser(browser, [])
  const page = await context.newPage()
  await signInPortal(page, 'elliot.bauer@example.com')
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  let isSoon = true
  // The server's own answer, but near its end; waiting for it takes a quarter of an hour.
  await page.route('**/portal/api/auth/portal/session', async (route) => {
    const response = await route.fetch()
    const facts = (await response.json()) as Record<string, unknown> // shape of the endpoint
    await route.fulfill({ response, json: { ...facts, ...(isSoon ? { secondsLeft: 90 } : {}) } })
  })
  await page.goto('/portal/details')
  const stay = page.getByRole('button', { name: 'Stay signed in' })
  await expect(stay).toBeVisible()
  isSoon = false
  const touched = page.waitForResponse('**/portal/api/auth/portal/touch')
  await stay.click()
  expect((await touched).status()).toBe(200)
  await expect(stay).toBeHidden()
  await context.close()
})
