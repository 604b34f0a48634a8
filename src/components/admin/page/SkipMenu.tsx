'use client'
import { takeFocus } from '../../focus/lastFocus'

/** First stop of Tab: goes past the menu to what the page is about. */
export const SkipMenu = () => {
  const skip = (): void => {
    const page = document.querySelector<HTMLElement>('.template-default__wrap > .app-header ~ *')
    if (page) takeFocus(page)
  }
  return (
    <div className="ops-root">
      <button className="ops-button ops-skip" onClick={skip} type="button">
        Skip to the page
      </button>
    </div>
  )
}
