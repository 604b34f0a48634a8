/** Where the focus was, what stood around it, from the inside out, and whether the page took it away there. */
let last: { element: HTMLElement; around: HTMLElement[]; isTaken: boolean } | null = null

const heirs = 'li, ul, ol, table, form, fieldset, section, article, dialog'

export const noteFocus = (target: EventTarget | null): void => {
  if (!(target instanceof HTMLElement) || target === document.body) return
  const around: HTMLElement[] = []
  for (let each = target.parentElement; each; each = each.parentElement)
    if (each.matches(heirs)) around.push(each)
  last = { element: target, around, isTaken: false }
}

/** The person let go of it. */
export const forget = (): void => {
  last = null
}

const hasNone = (): boolean =>
  document.activeElement === document.body || document.activeElement === null

/**
 * The page took the focus away: what had it is gone, or could not be used for a moment. Who leaves the page
 * by Tab keeps going.
 */
export const lostFocus = (): boolean => {
  if (!last) return false
  const { element } = last
  if (!element.isConnected || element.matches(':disabled')) last.isTaken = true
  if (!hasNone()) return false
  last.isTaken ||= !element.checkVisibility()
  return last.isTaken
}

/** What has the focus, or had it until the page took it away. */
export const focusOrLast = (): Element | null =>
  hasNone() ? (last?.element ?? null) : document.activeElement

const isShown = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility()

/** Gives the focus to what does not take it by itself, such as a title or a part of a page. */
export const takeFocus = (element: HTMLElement): void => {
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
