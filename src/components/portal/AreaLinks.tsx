'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const areas = [
  { href: '/portal', label: 'Home' },
  { href: '/portal/papers', label: 'Papers' },
  { href: '/portal/appointments', label: 'Visits' },
  { href: '/portal/plan', label: 'Plan' },
  { href: '/portal/statements', label: 'Statements' },
  { href: '/portal/sharing', label: 'Sharing' },
  { href: '/portal/details', label: 'Details' },
  { href: '/portal/security', label: 'Signing in' },
] as const

const ofProxies: readonly string[] = [
  '/portal',
  '/portal/appointments',
  '/portal/statements',
  '/portal/security',
]

export const AreaLinks = ({ isProxy = false }: { isProxy?: boolean }) => {
  const path = usePathname()
  const shown = areas.filter(({ href }) => !isProxy || ofProxies.includes(href))
  const isHere = (href: string) =>
    href === '/portal' ? path === href : path === href || path.startsWith(`${href}/`)
  return (
    <nav aria-label="Your page">
      <ul className="areas">
        {shown.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={isHere(href) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
