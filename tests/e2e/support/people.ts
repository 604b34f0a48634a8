import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test'
import { openBrowser, signInStaff } from './story'

type Person = {
  name: string
  signIn: (page: Page) => Promise<void>
  options?: BrowserContextOptions
}

export type People = {
  /** The page of one person, signed in when it is asked for first. */
  pageOf: (browser: Browser, person: Person) => Promise<Page>
  /** The same for a member of staff, by the name before the @. */
  office: (browser: Browser, name: string) => Promise<Page>
}

/**
 * The people of a story, each in a browser of their own that is kept from step to step and closed after the last.
 * A step in which one of them asked another host for something fails. Called once, at the top of a spec.
 */
export const gatherPeople = (
  usual: BrowserContextOptions = { viewport: { width: 1280, height: 900 } },
): People => {
  const strangers: string[] = []
  const contexts = new Map<string, BrowserContext>()

  test.afterEach(() => {
    expect(strangers, 'requests to another host').toEqual([])
  })

  test.afterAll(async () => {
    for (const context of contexts.values()) await context.close()
  })

  const pageOf: People['pageOf'] = async (browser, { name, signIn, options = usual }) => {
    const known = contexts.get(name)
    if (known) return known.pages()[0] ?? known.newPage()
    const context = await openBrowser(browser, strangers, options)
    contexts.set(name, context)
    const page = await context.newPage()
    await signIn(page)
    return page
  }

  return {
    pageOf,
    office: (browser, name) =>
      pageOf(browser, { name, signIn: (page) => signInStaff(page, `${name}@harbour.example`) }),
  }
}

/** Presses a button until its dialog is there: a press while the page wakes up may be lost. */
export const openDialog = async (page: Page, button: Locator): Promise<Locator> => {
  const dialog = page.getByRole('dialog')
  await expect(async () => {
    await button.click()
    await expect(dialog).toBeVisible({ timeout: 5_000 })
  }).toPass()
  return dialog
}
