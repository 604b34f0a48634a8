import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

/**
 * Everything a person does with a page, with keys alone: focus goes by Tab, and must be seen where it
 * is. `watchHands` proves that nothing else was used.
 */

// Nothing may be further away than this many presses of Tab.
const mostTabs = 300

// So many stops ahead, a person takes the link past the menu.
const longWay = 20

const longText = 30

type Watched = { handUsed: (what: string) => void; hadFocus?: boolean }

/** Notes in `uses` every press of a mouse or a finger in this browser; a focus that gets lost is seen too. */
export const watchHands = async (context: BrowserContext, uses: string[]): Promise<void> => {
  await context.exposeBinding('handUsed', (_, what: string) => uses.push(what))
  await context.addInitScript(() => {
    const watched = window as unknown as Watched // the binding above
    const told = { capture: true }
    addEventListener('pointerdown', ({ target }) => watched.handUsed(String(target)), told)
    addEventListener('focusin', () => Object.assign(watched, { hadFocus: true }), told)
  })
}

type Stand = { at: 'here' | 'ahead' | 'behind'; stops: number }

/** Where `target` is, seen from the focus, and about how many stops away. A radio group is one stop. */
const standOf = (target: Locator): Promise<Stand> =>
  target.evaluate((element) => {
    const groupOf = (node: Element | null): string =>
      node instanceof HTMLInputElement && node.type === 'radio' ? node.name : ''
    const active = document.activeElement
    const from = active === document.body ? null : active
    const isIn = from === element || (groupOf(element) && groupOf(element) === groupOf(from))
    if (isIn) return { at: 'here', stops: 0 }
    const follows = (one: Element, other: Element): boolean =>
      (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    const isAhead = !from || follows(from, element)
    const [first, last] = isAhead ? [from, element] : [element, from]
    const groups = new Set<string>()
    const between = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary',
      ),
    ].filter((each) => {
      if (each.tabIndex < 0 || each.matches(':disabled') || each.closest('[inert]')) return false
      if (!each.checkVisibility()) return false
      if ((first && !follows(first, each)) || (last && !follows(each, last))) return false
      const group = groupOf(each)
      if (!group) return true
      return groups.has(group) ? false : Boolean(groups.add(group))
    })
    return { at: isAhead ? 'ahead' : 'behind', stops: between.length }
  })

const expectRing = async (target: Locator): Promise<void> => {
  const hasRing = await target.page().evaluate(() => {
    const ringed = (node: Element | null): boolean => {
      if (!node) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(node)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const active = document.activeElement
    return ringed(active) || ringed(active?.closest('label') ?? null)
  })
  expect(hasRing, `the focus is seen on ${target}`).toBe(true)
}

/** Once a page has given the focus to something, it never takes it away for good. */
const expectFocus = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const { hadFocus } = window as unknown as Watched // set by watchHands
          return !hadFocus || document.activeElement !== document.body
        }),
      'the focus is somewhere on the page',
    )
    .toBe(true)

const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { tagName, textContent } = document.activeElement ?? document.body
    return `${tagName} ${(textContent ?? '').trim().slice(0, 40)}`
  })

/** From the top of a page past its menu, by the link that is there for it. */
const skipMenu = async (page: Page): Promise<void> => {
  await page.keyboard.press('Tab')
  if (/Skip to the page$/.test(await focusOf(page))) await page.keyboard.press('Enter')
}

/** Goes to `target` by Tab, forwards or back, whichever it is. */
const reach = async (target: Locator): Promise<void> => {
  const page = target.page()
  const { keyboard } = page
  await expect(target).toBeVisible()
  await expect(target).toBeEnabled()
  await expectFocus(page)
  if ((await standOf(target)).stops > longWay && (await focusOf(page)).startsWith('BODY'))
    await skipMenu(page)
  const way: string[] = []
  for (let presses = 0; presses < mostTabs; ) {
    const { at, stops } = await standOf(target)
    way.push(`${at}, ${stops} stops, from ${await focusOf(page)}`)
    if (at === 'here') return expectRing(target)
    // The last few are looked at one by one.
    for (let step = Math.max(1, stops - 2); step > 0; step -= 1, presses += 1)
      await keyboard.press(at === 'behind' ? 'Shift+Tab' : 'Tab')
  }
  throw new Error([`Tab does not lead to ${target}:`, ...way.slice(-20)].join('\n'))
}

/** A link or a button. */
export const press = async (target: Locator): Promise<void> => {
  await reach(target)
  await target.page().keyboard.press('Enter')
}

/** Writes over whatever the box holds. */
export const type = async (target: Locator, text: string): Promise<void> => {
  const { keyboard } = target.page()
  await reach(target)
  const kind = await target.getAttribute('type')
  if (kind !== 'date' && kind !== 'time') {
    if (await target.inputValue()) await keyboard.press('ControlOrMeta+A')
    // A long text is pasted: key by key it would take most of the time of a story.
    await (text.length > longText ? keyboard.insertText(text) : keyboard.type(text))
    return expect(target).toHaveValue(text)
  }
  // The boxes for days and times have parts, such as the hour; it begins with the first.
  for (let part = 0; part < 3; part += 1) await keyboard.press('ArrowLeft')
  await keyboard.type(kind === 'date' ? text.replace(/(\d+)-(\d+)-(\d+)/, '$2$3$1') : clockOf(text))
  return expect(target).toHaveValue(text)
}

// As a clock of twelve hours is typed: hour, minute, half of the day.
const clockOf = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return (
    [hour % 12 || 12, minute].map((part) => String(part).padStart(2, '0')).join('') +
    (hour < 12 ? 'A' : 'P')
  )
}

/** A box to tick, or one choice of several. */
export const check = async (target: Locator): Promise<void> => {
  const { keyboard } = target.page()
  await reach(target)
  if (await target.isChecked()) return
  if ((await target.getAttribute('type')) !== 'radio') {
    await keyboard.press('Space')
    return expect(target).toBeChecked()
  }
  for (let presses = 0; presses < mostTabs; presses += 1) {
    const isFocused = await target.evaluate((element) => document.activeElement === element)
    if (isFocused) break
    await keyboard.press('ArrowDown')
  }
  if (!(await target.isChecked())) await keyboard.press('Space')
  return expect(target).toBeChecked()
}

/** One line of a list, by its words or its place. */
export const choose = async (target: Locator, wanted: string | number): Promise<void> => {
  const { keyboard } = target.page()
  await reach(target)
  const steps = await target.evaluate((element, wanted) => {
    const { options, selectedIndex } = element as HTMLSelectElement // only lists are chosen from
    const at =
      typeof wanted === 'number'
        ? wanted
        : [...options].findIndex(({ label, value }) => label === wanted || value === wanted)
    return at < 0 ? null : at - selectedIndex
  }, wanted)
  expect(steps, `${wanted} is in the list`).not.toBeNull()
  for (let step = 0; step < Math.abs(steps ?? 0); step += 1)
    await keyboard.press((steps ?? 0) > 0 ? 'ArrowDown' : 'ArrowUp')
}

/** A file, where the browser asks for it: its window is the system's own and opens by a key. */
export const attach = async (
  target: Locator,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> => {
  await reach(target)
  const asked = target.page().waitForEvent('filechooser')
  await target.page().keyboard.press('Space')
  await (await asked).setFiles(file)
}
