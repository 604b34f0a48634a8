/** Where the focus was, and what stood around it, from the inside out. */
let last: { element: HTMLElement; around: HTMLElement[] } | null = null

const heirs = 'li, ul, ol, table, form, fieldset, section, article, dialog'

export const noteFocus = (target: EventTarget | null): void => {
  if (!(target instanceof HTMLElement) || target === document.body) return
  const around: HTMLElement[] = []
  for (let each = target.parentElement; each; each = each.parentElement)
    if (each.matches(heirs)) around.push(each)
  last = { element: target, around }
}

/** The person let go of it. */
export const forget = (): void => {
  last = null
}

const hasNone = (): boolean =>
  document.activeElement === document.body || document.activeElement === null

/** The page took the focus away: what had it is gone, or cannot be used just now. */
export const lostFocus = (): boolean => last !== null && hasNone()

/** What has the focus, or had it until the page took it away. */
export const focusOrLast = (): Element | null =>
  hasNone() ? (last?.element ?? null) : document.activeElement

const isShown = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility()

const takeFocus = (element: HTMLElement): void => {
  if (!element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}

/** To where it was, or to the nearest that is left of what stood around it. */
export const returnFocus = (): void => {
  if (!last) return
  const { element, around } = last
  if (isShown(element)) {
    // Not while it cannot be pressed; the next change of the page asks again.
    if (!element.matches(':disabled')) element.focus({ preventScroll: true })
    return
  }
  const heir = around.find(isShown) ?? document.querySelector<HTMLElement>('.ops-root h1, h1')
  if (heir) takeFocus(heir)
}
