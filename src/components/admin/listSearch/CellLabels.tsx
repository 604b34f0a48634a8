'use client'
import { useLayoutEffect, useRef } from 'react'

const roles = [
  ['table', 'table'],
  ['thead, tbody', 'rowgroup'],
  ['tr', 'row'],
  ['th', 'columnheader'],
  ['td', 'cell'],
] as const

const labelCells = (place: HTMLElement): void => {
  for (const [elements, role] of roles)
    for (const element of place.querySelectorAll(elements)) element.setAttribute('role', role)
  for (const table of place.querySelectorAll('table')) {
    const headings = [...table.querySelectorAll('th')].map((each) => each.textContent?.trim() ?? '')
    for (const row of table.querySelectorAll('tbody tr'))
      for (const [column, cell] of [...row.children].entries())
        cell.setAttribute('data-label', headings[column] ?? '')
  }
}

/**
 * On a phone a row of a list is a card (styles/lists.css): each cell says its column, and what is no longer drawn
 * as a table stays one for those who listen.
 */
export const CellLabels = ({ children }: { children: React.ReactNode }) => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = place
    if (!current) return
    labelCells(current)
    const watch = new MutationObserver(() => labelCells(current))
    watch.observe(current, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [])
  return <div ref={place}>{children}</div>
}
