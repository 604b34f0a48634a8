import { type BrowserContext, expect, type Page, type Response } from '@playwright/test'

/** What a browser said about the content-security-policy while its pages were open. */
export type Watch = { violations: string[] }

/** Notes every violation of the policy in every page of a context, with the page it happened on. */
export const watchPolicy = async (context: BrowserContext, watch: Watch): Promise<void> => {
  context.on('console', (message) => {
    if (/content security policy|content-security-policy/i.test(message.text()))
      watch.violations.push(`${message.page()?.url()}: ${message.text()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sourceFile, sample } = event
      console.error(
        `Content Security Policy: ${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`,
      )
    })
  })
}

/** The headers every page has; those of a signed-in person are stored nowhere. */
export const expectPageHeaders = (
  response: Response | null,
  { isPrivate }: { isPrivate: boolean },
): void => {
  const headers = response?.headers() ?? {}
  const policy = headers['content-security-policy'] ?? ''
  const scripts = policy.split('; ').find((each) => each.startsWith('script-src ')) ?? ''
  expect(scripts).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-frame-options']).toBe('DENY')
  expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  expect(headers['permissions-policy']).toContain('camera=()')
  expect(headers['x-powered-by']).toBeUndefined()
  expect(headers['referrer-policy']).toBe(isPrivate ? 'no-referrer' : 'same-origin')
  if (isPrivate) expect(headers['cache-control']).toContain('no-store')
}

const planted = `
  <script>globalThis.ran = [...(globalThis.ran ?? []), 'inline']</script>
  <script src="data:text/javascript,globalThis.ran=['address of a script']"></script>
  <img alt="" src="/nothing.png" onerror="globalThis.ran = ['handler']">
  <iframe srcdoc="<script>parent.ran = ['frame']</script>"></iframe>
  <a id="planted" href="javascript:globalThis.ran=['address']">x</a>`

/** Loads a page as it would come if somebody had got markup of theirs into it; answers what ran. */
export const loadWithInjection = async (page: Page, path: string): Promise<string[]> => {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch()
    const text = await response.text()
    await route.fulfill({ response, body: text.replace('</body>', `${planted}</body>`) })
  })
  await page.goto(path)
  await page.locator('#planted').dispatchEvent('click')
  await page.waitForTimeout(500)
  return page.evaluate(() => (globalThis as { ran?: string[] }).ran ?? []) // set by what was planted
}
