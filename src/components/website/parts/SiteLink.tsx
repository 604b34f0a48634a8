import type { ReactNode } from 'react'
import { isSafeLink } from '@/src/domain/outreach/safeLink'
import { carry, type Visit } from '@/src/domain/outreach/visit'

type Props = {
  href: string
  visit: Visit
  children: ReactNode
  className?: string
  isCurrent?: boolean
}

/** A link that takes the source of the visit along; an address that is no link shows as text. */
export const SiteLink = ({ href, visit, children, className, isCurrent }: Props) => {
  if (!isSafeLink(href)) return <span className={className}>{children}</span>
  const isOutside = /^https?:/.test(href)
  return (
    <a
      className={className}
      href={carry(href, visit)}
      aria-current={isCurrent ? 'page' : undefined}
      rel={isOutside ? 'noreferrer noopener' : undefined}
    >
      {children}
    </a>
  )
}
