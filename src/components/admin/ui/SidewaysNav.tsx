'use client'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

type Props = { label: string; className: string; children: ReactNode }

/** Links that stand in one line on a phone, which moves sideways: where one is comes into sight. */
export const SidewaysNav = ({ label, className, children }: Props) => {
  const line = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const { current } = line
    const here = current?.querySelector<HTMLElement>('[aria-current]')
    if (current && here)
      current.scrollLeft = here.offsetLeft - (current.clientWidth - here.offsetWidth) / 2
  }, [])
  return (
    <nav aria-label={label} className={className} ref={line}>
      {children}
    </nav>
  )
}
